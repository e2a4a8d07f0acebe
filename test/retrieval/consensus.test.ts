import { expect, test } from 'vitest';
import type { Article } from '../../src/corpus/article.ts';
import { consensus, NO_CONSENSUS } from '../../src/retrieval/consensus.ts';
import type { Passage } from '../../src/retrieval/retrieve.ts';
import type { Told } from '../../src/retrieval/wanted.ts';
import { termsOf } from '../../src/text/terms.ts';

function unit(headline: string, body: string, score: number) {
  const span = { start: 0, end: body.length };
  const article: Article = {
    id: headline,
    headline,
    headlineFrom: 'stated',
    language: 'en',
    body,
    blocks: [{ kind: 'paragraph', span }],
    version: 'v1',
  };
  const paragraph = { span, number: 1, sentences: [span] };
  const passage: Passage = { article, paragraph, attributions: [] };
  return { passage, unit: { span }, score };
}

const NOWHERE = { places: [], rarities: [] };

const read = ({ article, paragraph }: Passage) => {
  return {
    terms: termsOf(article.body, paragraph.span),
    headline: termsOf(article.headline),
    section: [],
    meaning: { words: NOWHERE, topics: NOWHERE },
  };
};

const UNITS = [
  unit('Heron takes the regatta', 'The regatta ended on Sunday after a day of fog.', 20),
  unit('Heron celebrates', 'The crew of the Heron crossed the line first.', 19),
  unit('Fog over the bay', 'Ferries waited in the fog.', 12),
];
const asked = new Set(termsOf('who won the regatta').map(({ stem }) => stem));
const find = ({ terms }: Told) => (terms.some(({ word }) => word === 'fog') ? 1 : 0);
const told = consensus(UNITS, { read, asked, rarityOf: () => 1, find });
const [dull, answering, other] = UNITS.map(told);

test('finds the name that several articles tell in the passage that holds it', () => {
  expect(answering?.agreedNames).toBeGreaterThan(dull?.agreedNames ?? 1);
});

test('counts a passage far behind the best for nothing', () => {
  expect(other?.agreed).toBeLessThan(dull?.agreed ?? 0);
});

test('finds the name of its own headline in the passage that holds it', () => {
  expect([dull, answering].map((one) => one?.headlineNames)).toEqual([0, 1]);
});

test('looks for the kind asked for within each quotation', () => {
  expect([dull, answering, other].map((one) => one?.kindHeld)).toEqual([1, 0, 1]);
});

test('stays within 0 and 1, and agrees on nothing where nothing is new', () => {
  for (const one of [dull, answering, other]) {
    expect(one?.agreed).toBeGreaterThanOrEqual(0);
    expect(one?.agreed).toBeLessThanOrEqual(1);
  }
  const [only] = [unit('Regatta', 'Regatta won.', 1)];
  const nothing = consensus(only ? [only] : [], { read, asked, rarityOf: () => 1, find });
  expect(only && nothing(only)).toEqual(NO_CONSENSUS);
});
