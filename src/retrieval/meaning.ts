import type { Term } from '../text/terms.ts';
import type { SearchQuery } from './search-query.ts';
import type { WordVectors } from './word-vectors.ts';

/** How near a text comes to a question in meaning, whatever its words. */
export interface Nearness {
  /** 0 to 1: the question's terms that the text lacks, by weight, each by the nearest word of the text. */
  readonly related: number;
  /** 0 to 1: cosine of the weighted means of their words. */
  readonly topic: number;
}

/** What a text is about, as far as its words tell: nothing of it depends on a question. */
export interface Meaning {
  /** Positions of its words among the vectors, once each. */
  readonly words: readonly number[];
  /** The sum of their vectors, by rarity, and its squared length. */
  readonly sum: Float64Array;
  readonly square: number;
}

/** Words less alike than this have nothing to do with each other. */
const UNRELATED = 0.35;
const NONE: Nearness = { related: 0, topic: 0 };

/** Reads the meaning of texts and compares it with questions. Rare words tell a topic best. */
export interface Meanings {
  of(terms: readonly Term[]): Meaning;
  /** Compares with one question texts that hold those of its terms whose bits are set. */
  nearnessTo(query: SearchQuery): (text: Meaning, held: number) => Nearness;
}

export function meanings(
  vectors: WordVectors | null,
  rarityOf: (stem: string) => number,
): Meanings {
  if (vectors === null) {
    const nothing: Meaning = { words: [], sum: new Float64Array(0), square: 0 };
    return { of: () => nothing, nearnessTo: () => () => NONE };
  }
  let known = likenesses(vectors);
  const wordOf = knownWords(vectors, rarityOf);
  return {
    of: (terms) => meaningOf(terms, vectors, wordOf),
    nearnessTo: (query) => {
      if (known.isFull()) known = likenesses(vectors);
      return nearness(query, vectors, known);
    },
  };
}

interface KnownWord {
  /** Among the vectors; -1 where it has none. */
  readonly place: number;
  readonly rarity: number;
}

/** The words of a large corpus fit; beyond it, they are looked up anew. */
const WORDS_KEPT = 400_000;

function knownWords(
  vectors: WordVectors,
  rarityOf: (stem: string) => number,
): (term: Term) => KnownWord {
  const known = new Map<string, KnownWord>();
  return ({ word, stem }) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const place = vectors.at(word);
    const found = { place, rarity: place < 0 ? 0 : rarityOf(stem) };
    if (known.size < WORDS_KEPT) known.set(word, found);
    return found;
  };
}

function meaningOf(
  terms: readonly Term[],
  vectors: WordVectors,
  wordOf: (term: Term) => KnownWord,
): Meaning {
  const words = new Set<number>();
  const sum = new Float64Array(vectors.dimensions);
  for (const term of terms) {
    const { place, rarity } = wordOf(term);
    if (place < 0 || words.has(place)) continue;
    words.add(place);
    vectors.addTo(sum, place, rarity);
  }
  return { words: [...words], sum, square: dot(sum, sum) };
}

function nearness(
  query: SearchQuery,
  vectors: WordVectors,
  { columnOf, likeness }: Likenesses,
): (text: Meaning, held: number) => Nearness {
  const places = query.terms.map(({ word }) => vectors.at(word));
  const compared = tellingMost(query)
    .filter(({ at }) => (places[at] ?? -1) >= 0)
    .map((term) => ({ ...term, column: columnOf(places[term.at] ?? 0) }));
  const asked = new Float64Array(vectors.dimensions);
  query.terms.forEach(({ weight }, at) => {
    const place = places[at] ?? -1;
    if (place >= 0) vectors.addTo(asked, place, weight);
  });
  const square = dot(asked, asked);
  return (text, held) => {
    let related = 0;
    for (const { at, weight, column } of compared) {
      if (((held >> at) & 1) === 0) related += weight * nearest(text.words, column, likeness);
    }
    const both = square * text.square;
    const topic = both === 0 ? 0 : dot(asked, text.sum) / Math.sqrt(both);
    return { related, topic: Math.max(0, topic) };
  };
}

/** Words of a question that are compared one by one: those that tell most. */
const MOST_COMPARED = 12;

function tellingMost({ terms }: SearchQuery): { weight: number; at: number }[] {
  return terms
    .map(({ weight }, at) => ({ weight, at }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_COMPARED);
}

/** How like words of questions others are: the cosines of their vectors, each worked out once. */
interface Likenesses {
  /** Where a word of a question, by its place among the vectors, is kept. */
  columnOf(asked: number): number;
  likeness(word: number, column: number): number;
  /** Time to begin anew, with the next question. */
  isFull(): boolean;
}

/** Words of one question are at most half as many: the readings of one find what those before them worked out. */
const COLUMNS = 32;
const MOST_WORDS = 8192;

function likenesses(vectors: WordVectors): Likenesses {
  const asked: number[] = [];
  /** One more than the row of a word; 0 where it has none yet. */
  const rows = new Uint16Array(vectors.count);
  let met = 0;
  let values = new Float64Array(COLUMNS * 1024);
  const rowOf = (word: number): number => {
    rows[word] = ++met;
    if (COLUMNS * met > values.length) {
      const grown = new Float64Array(2 * values.length);
      grown.set(values);
      values = grown;
    }
    return met;
  };
  return {
    columnOf: (place) => {
      const column = asked.indexOf(place);
      return column >= 0 ? column : asked.push(place) - 1;
    },
    likeness: (word, column) => {
      const at = COLUMNS * ((rows[word] || rowOf(word)) - 1) + column;
      // 0 until it is known; the few that are no more alike than that are worked out again.
      if (values[at] === 0) values[at] = vectors.similarity(asked[column] ?? 0, word);
      return values[at] as number;
    },
    isFull: () => asked.length + MOST_COMPARED > COLUMNS || met > MOST_WORDS,
  };
}

/** The word that comes nearest: 0 (unrelated) to 1. */
function nearest(
  words: readonly number[],
  column: number,
  likeness: Likenesses['likeness'],
): number {
  let best = UNRELATED;
  for (const word of words) {
    const own = likeness(word, column);
    if (own > best) best = own;
  }
  return (best - UNRELATED) / (1 - UNRELATED);
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number);
  return sum;
}
