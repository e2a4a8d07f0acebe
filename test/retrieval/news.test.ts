import { expect, test } from 'vitest';
import type { Article } from '../../src/corpus/article.ts';
import { paragraphsOf } from '../../src/corpus/paragraphs.ts';
import type { Question } from '../../src/question/question.ts';
import { buildIndex } from '../../src/retrieval/build-index.ts';
import { type Hit, retrieve } from '../../src/retrieval/retrieve.ts';

const PARAGRAPHS = [
  'A long wait is over for Ada Quill.',
  'Gulls circled above the quay.',
  'Spectators came from three counties.',
  'Vendors sold herring.',
  'The skipper won the Tarn regatta on Sunday, two lengths ahead.',
  'A band played until the evening.',
  'Rain is forecast.',
];

function index(datePublished?: string) {
  const body = PARAGRAPHS.join('\n\n');
  const article: Article = {
    id: 'regatta',
    headline: 'Quill wins at last',
    headlineFrom: 'stated',
    ...(datePublished ? { datePublished } : {}),
    language: 'en',
    body,
    blocks: PARAGRAPHS.map((text) => {
      const start = body.indexOf(text);
      return { kind: 'paragraph' as const, span: { start, end: start + text.length } };
    }),
    version: 'v1',
  };
  return buildIndex([{ article, paragraphs: paragraphsOf(article), attributions: [] }]);
}

const asked: Question = {
  text: 'Who won the Tarn regatta?',
  terms: ['won', 'tarn', 'regatta'],
  variants: {},
  phrases: [],
  answerType: 'who',
};
const numbers = (hits: readonly Hit[]) =>
  hits.map(({ passage }) => passage.paragraph.number).sort();
const ask = (datePublished?: string, question: Question = asked) =>
  retrieve(index(datePublished), question, { asOf: '2026-03-08' });

test('reads the first paragraphs of news, and those beside the best', () => {
  const { hits, isNews } = ask('2026-03-07');
  expect(isNews).toBe(true);
  expect(numbers(hits)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('knows which of them holds the name that the headline adds', () => {
  const { hits } = ask('2026-03-07');
  const agreed = (paragraph: number) =>
    hits
      .find(({ passage }) => passage.paragraph.number === paragraph)
      ?.features.find(({ feature }) => feature === 'agreed')?.value ?? 0;
  expect(agreed(1)).toBeGreaterThan(agreed(2));
});

test.each([
  { what: 'articles without a date', date: undefined, over: {} },
  { what: 'news long gone', date: '2024-03-07', over: {} },
  { what: 'what somebody pasted', date: '2026-03-07', over: { isPasted: true as const } },
])('reads only what holds the words in $what', ({ date, over }) => {
  const { hits, isNews } = ask(date, { ...asked, ...over });
  expect(isNews).toBe(false);
  expect(numbers(hits)).toEqual([5]);
});

test('tells what each feature adds to the score of news', () => {
  for (const { score, features } of ask('2026-03-07').hits) {
    const sum = features.reduce((total, { contribution }) => total + contribution, 0);
    expect(sum).toBeCloseTo(score, 9);
  }
});
