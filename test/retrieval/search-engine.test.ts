import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSegment } from '../../src/retrieval/build-segment.ts';
import { miniEngine } from '../../src/retrieval/mini-engine.ts';
import type { IndexedArticle, SearchEngine, Sought } from '../../src/retrieval/search-engine.ts';
import { segmentEngine } from '../../src/retrieval/segment-engine.ts';

type Build = (articles: readonly IndexedArticle[]) => SearchEngine;

const ENGINES: readonly (readonly [string, Build])[] = [
  ['MiniSearch', miniEngine],
  ['the segment', (articles) => segmentEngine(buildSegment(articles))],
];

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');
const article = (headline: string, ...passages: string[]): IndexedArticle => {
  return { headline: words(headline), passages: passages.map(words) };
};
const sought = (...stems: string[]): Sought[] =>
  stems.map((stem, term) => ({ stem, term, weight: 1 }));

const ARTICLES = [
  article('harbour strike', 'dock crane union', 'union vote wage', 'weather mild'),
  article('bridge repair', 'crane lift steel', 'toll wage rise wage'),
  article('', 'harbor'),
];

/** Small vocabulary, so that words meet. */
const corpora = fc.array(
  fc.record({
    headline: fc.array(fc.constantFrom<string>('alpha', 'beta', 'gamma'), { maxLength: 3 }),
    passages: fc.array(
      fc.array(fc.constantFrom<string>('alpha', 'beta', 'gamma', 'delta', 'épsilon', 'zeta'), {
        maxLength: 8,
      }),
      { maxLength: 5 },
    ),
  }),
  { maxLength: 6 },
);
const questions = fc.uniqueArray(
  fc.constantFrom<string>('alpha', 'beta', 'gamma', 'épsilon', 'unheard'),
  {
    minLength: 1,
    maxLength: 4,
  },
);

describe.each(ENGINES)('%s', (_, build) => {
  const engine = build(ARTICLES);
  const found = (...stems: string[]) =>
    engine.candidates(sought(...stems), { limit: 10 }).map(({ passage }) => passage);

  test('counts passages and articles', () => {
    expect([engine.passages, engine.articles]).toEqual([6, 3]);
  });

  test.each([
    { stem: 'crane', passages: 2, articles: 2 },
    { stem: 'wage', passages: 2, articles: 2 },
    { stem: 'strike', passages: 0, articles: 1 },
    { stem: 'unheard', passages: 0, articles: 0 },
  ])('knows where "$stem" stands', ({ stem, passages, articles }) => {
    expect([engine.passagesWith(stem), engine.articlesWith(stem)]).toEqual([passages, articles]);
  });

  test('puts the passage that holds all words first', () => {
    expect(found('union', 'wage')[0]).toBe(1);
  });

  test('prefers the passage whose article is about the other words', () => {
    expect(found('crane', 'steel', 'toll')[0]).toBe(3);
    expect(found('wage', 'bridge')[0]).toBe(4);
  });

  test('tells which terms passage and article hold', () => {
    const [first] = engine.candidates(sought('vote', 'strike'), { limit: 1 });
    expect(first).toMatchObject({ passage: 1, held: 0b01, heldByArticle: 0b11 });
  });

  test('gives the first of many passages that are as good as each other', () => {
    const many = build([article('', ...Array.from({ length: 50 }, () => 'fog'))]);
    const hits = many.candidates(sought('fog'), { limit: 3 });
    expect(hits.map(({ passage }) => passage)).toEqual([0, 1, 2]);
  });

  test('keeps to the passages it is told', () => {
    const among = new Set([4]);
    const hits = engine.candidates(sought('wage', 'union'), { limit: 10, among });
    expect(hits.map(({ passage }) => passage)).toEqual([4]);
  });

  test('tells what the article holds of a passage that holds nothing itself', () => {
    const among = new Set([1]);
    const [hit] = engine.candidates(sought('strike', 'unheard'), { limit: 10, among });
    expect(hit).toMatchObject({ passage: 1, held: 0, heldByArticle: 0b01 });
  });

  test('finds nothing for words it does not hold, or for no words', () => {
    expect(found('unheard')).toEqual([]);
    expect(found()).toEqual([]);
  });

  test('suggests stems that a slip may have turned into another, commonest first', () => {
    expect(engine.similarTo('crnae').map(({ stem }) => stem)).toEqual(['crane']);
    expect(engine.similarTo('harboor')[0]).toEqual({ stem: 'harbor', edits: 1 });
  });

  test('finds every passage that holds a word, and none other', () => {
    fc.assert(
      fc.property(corpora, questions, (articles, stems) => {
        const passages = articles.flatMap((one) => one.passages);
        const holding = passages.flatMap((own, at) =>
          stems.some((stem) => own.includes(stem)) ? [at] : [],
        );
        const limit = passages.length + 1;
        const hits = build(articles)
          .candidates(sought(...stems), { limit })
          .filter(({ held }) => held !== 0);
        expect(hits.map(({ passage }) => passage).sort((a, b) => a - b)).toEqual(holding);
      }),
    );
  });

  test('asked twice, answers the same', () => {
    fc.assert(
      fc.property(corpora, questions, questions, (articles, one, other) => {
        const built = build(articles);
        const ask = (stems: string[]) => built.candidates(sought(...stems), { limit: 5 });
        const before = ask(one);
        ask(other);
        expect(ask(one)).toEqual(before);
      }),
    );
  });
});

test('both engines hold the same words in the same places', () => {
  fc.assert(
    fc.property(corpora, questions, (articles, stems) => {
      const [mini, segment] = ENGINES.map(([, build]) => build(articles));
      for (const stem of stems) {
        expect(segment?.passagesWith(stem)).toBe(mini?.passagesWith(stem));
        expect(segment?.articlesWith(stem)).toBe(mini?.articlesWith(stem));
      }
      const masks = (engine: SearchEngine | undefined) =>
        engine
          ?.candidates(sought(...stems), { limit: 100 })
          .filter(({ held }) => held !== 0)
          .map(({ passage, held, heldByArticle }) => [passage, held, heldByArticle].join())
          .sort();
      expect(masks(segment)).toEqual(masks(mini));
    }),
  );
});
