import { expect, test } from 'vitest';
import type { Article } from '../../src/corpus/article.ts';
import { paragraphsOf } from '../../src/corpus/paragraphs.ts';
import type { Question } from '../../src/question/question.ts';
import { buildIndex } from '../../src/retrieval/build-index.ts';
import { contributions } from '../../src/retrieval/ranker.ts';
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

/** Others tell of the regatta too, and not who won. */
const ELSEWHERE = ['buoys', 'sails', 'tickets', 'parking'];

function index(datePublished: string | undefined, reports: number) {
  const others = ELSEWHERE.slice(0, reports - 1).map((thing) => ({
    id: thing,
    headline: `New ${thing}`,
    paragraphs: [`There were new ${thing} at the Tarn regatta.`],
  }));
  const regatta = { id: 'regatta', headline: 'Quill wins at last', paragraphs: PARAGRAPHS };
  const articles = [regatta, ...others].map(({ id, headline, paragraphs }): Article => {
    const body = paragraphs.join('\n\n');
    return {
      id,
      headline,
      headlineFrom: 'stated',
      ...(datePublished ? { datePublished } : {}),
      language: 'en',
      body,
      blocks: paragraphs.map((text) => {
        const start = body.indexOf(text);
        return { kind: 'paragraph' as const, span: { start, end: start + text.length } };
      }),
      version: 'v1',
    };
  });
  return buildIndex(
    articles.map((article) => ({ article, paragraphs: paragraphsOf(article), attributions: [] })),
  );
}

const asked: Question = {
  text: 'Who won the Tarn regatta?',
  terms: ['won', 'tarn', 'regatta'],
  variants: {},
  phrases: [],
  answerType: 'who',
};
const ofRegatta = (hits: readonly Hit[]) =>
  hits.filter(({ passage }) => passage.article.id === 'regatta');
const numbers = (hits: readonly Hit[]) =>
  ofRegatta(hits)
    .map(({ passage }) => passage.paragraph.number)
    .sort();
const ask = (datePublished?: string, question: Question = asked, reports = 5) =>
  retrieve(index(datePublished, reports), question, { asOf: '2026-03-08' });

test('reads the first paragraphs of news, and those beside the best', () => {
  const { hits, isNews } = ask('2026-03-07');
  expect(isNews).toBe(true);
  expect(numbers(hits)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('knows which of them holds the name that the headline adds', () => {
  const { hits } = ask('2026-03-07');
  const agreed = (paragraph: number) =>
    ofRegatta(hits).find(({ passage }) => passage.paragraph.number === paragraph)?.weighed?.values
      .agreed ?? 0;
  expect(agreed(1)).toBeGreaterThan(agreed(2));
});

test.each([
  { what: 'articles without a date', date: undefined, over: {} },
  { what: 'news long gone', date: '2024-03-07', over: {} },
  { what: 'what somebody pasted', date: '2026-03-07', over: { isPasted: true as const } },
  { what: 'the news of four', date: '2026-03-07', over: {}, reports: 4 },
])('reads only what holds the words in $what', ({ date, over, reports }) => {
  const { hits, isNews } = ask(date, { ...asked, ...over }, reports);
  expect(isNews).toBe(false);
  expect(numbers(hits)).toEqual([5]);
});

test('tells what each feature adds to the score of news', () => {
  for (const { score, weighed } of ask('2026-03-07').hits) {
    const shares = weighed === null ? [] : contributions(weighed);
    const sum = shares.reduce((total, { contribution }) => total + contribution, 0);
    expect(sum).toBeCloseTo(score, 9);
  }
});
