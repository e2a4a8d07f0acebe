import { expect, test } from 'vitest';
import { originsOf } from '../../src/answer/copies.ts';
import type { Article } from '../../src/corpus/article.ts';
import type { Hit } from '../../src/retrieval/retrieve.ts';
import type { Span } from '../../src/text/span.ts';
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
    features: [],
    matches: [],
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
