import { expect, test } from 'vitest';
import { originsOf } from '../../src/answer/copies.ts';
import type { Article } from '../../src/corpus/article.ts';
import type { Hit } from '../../src/retrieval/retrieve.ts';
import type { Span } from '../../src/text/span.ts';
import { termsOf } from '../../src/text/terms.ts';
import { articleOf } from '../support/evidence.ts';

const words =
  'The harbour of Veldt will reopen on Monday after nine weeks of repairs, the mayor told reporters at the quay.';

function hitOn(article: Article, span: Span = { start: 0, end: article.body.length }): Hit {
  const paragraph = { span, number: 1, sentences: [span] };
  return {
    passage: { article, paragraph, attributions: [] },
    span,
    attribution: null,
    speakerMatch: null,
    score: 1,
    coverage: 1,
    weighed: null,
    matches: [],
    terms: termsOf(article.body),
  };
}

test('a sentence that two attributions share is quoted once', () => {
  const article = articleOf(words);
  expect(originsOf([hitOn(article), hitOn(article)])).toHaveLength(1);
});

test('a reprint becomes a copy of the earliest article, edited or not', () => {
  const early = articleOf(words, { id: 'wire', datePublished: '2026-03-01' });
  const late = articleOf(words.replace('nine', '9'), { id: 'reprint' });
  const [origin, ...others] = originsOf([hitOn(late), hitOn(early)]);
  expect(others).toEqual([]);
  expect(origin?.hit.passage.article.id).toBe('wire');
  expect(origin?.copies.map(({ passage }) => passage.article.id)).toEqual(['reprint']);
});

test('two sentences of one article are two quotations, however alike', () => {
  const article = articleOf(`${words} ${words}`);
  const second = { start: words.length + 1, end: article.body.length };
  expect(
    originsOf([hitOn(article, { start: 0, end: words.length }), hitOn(article, second)]),
  ).toHaveLength(2);
});

test('a report that shares half of its words with another is no copy', () => {
  const [first, second] = [
    articleOf(words, { id: 'one' }),
    articleOf(`${words.slice(0, words.indexOf(' after'))}, though two of its cranes stay idle.`, {
      id: 'two',
    }),
  ];
  expect(originsOf([hitOn(first), hitOn(second)])).toHaveLength(2);
});

test('words too few for a run are copies only where they are the same', () => {
  const [one, same, other] = ['Harbour open.', 'Harbour open!', 'Harbour closed.'].map((body, at) =>
    hitOn(articleOf(body, { id: `${at}` })),
  );
  const origins = originsOf([one, same, other].filter((hit) => hit !== undefined));
  expect(origins.map(({ copies }) => copies.length)).toEqual([1, 0]);
});
