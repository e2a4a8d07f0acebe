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

/** Words less alike than this have nothing to do with each other. */
const UNRELATED = 0.35;
const NONE: Nearness = { related: 0, topic: 0 };

/** Compares texts with one question; `held` tells which of its terms a text holds. Rare words tell a topic best. */
export function nearnessTo(
  query: SearchQuery,
  vectors: WordVectors | null,
  rarityOf: (stem: string) => number,
): (terms: readonly Term[], held: (term: number) => boolean) => Nearness {
  if (vectors === null) return () => NONE;
  const places = query.terms.map(({ word }) => vectors.at(word));
  const met = metWords(vectors.count);
  const nearest = new Map(
    tellingMost(query).map((at) => [at, nearestTo(vectors, places[at] ?? -1, met.places)]),
  );
  const asked = new Float64Array(vectors.dimensions);
  query.terms.forEach(({ weight }, at) => {
    const place = places[at] ?? -1;
    if (place >= 0) vectors.addTo(asked, place, weight);
  });
  return (terms, held) => {
    const { told, words } = toldBy(terms, { vectors, rarityOf, met });
    let related = 0;
    for (const at of nearest.keys()) {
      if (held(at)) continue;
      related += (query.terms[at]?.weight ?? 0) * (nearest.get(at)?.(words) ?? 0);
    }
    return { related, topic: Math.max(0, cosine(asked, told)) };
  };
}

/** Words in the order in which they were met: the same come back in passage after passage, and each is compared once. */
interface MetWords {
  /** Their places among the vectors. */
  readonly places: readonly number[];
  /** Which of them stands at `place`. */
  at(place: number): number;
}

function metWords(count: number): MetWords {
  const places: number[] = [];
  /** One more than the position in `places`; 0 for a word not met. */
  const positions = new Uint16Array(count);
  return {
    places,
    at: (place) => {
      positions[place] ||= places.push(place);
      return (positions[place] ?? 0) - 1;
    },
  };
}

interface Telling {
  readonly vectors: WordVectors;
  readonly rarityOf: (stem: string) => number;
  readonly met: MetWords;
}

/** The words of a text, once each, as positions among those met; and their mean. */
function toldBy(
  terms: readonly Term[],
  { vectors, rarityOf, met }: Telling,
): { told: Float64Array; words: number[] } {
  const told = new Float64Array(vectors.dimensions);
  const words: number[] = [];
  for (const { word: written, stem } of terms) {
    const place = vectors.at(written);
    const word = place < 0 ? -1 : met.at(place);
    if (word < 0 || words.includes(word)) continue;
    words.push(word);
    vectors.addTo(told, place, rarityOf(stem));
  }
  return { told, words };
}

/** Words of a question that are compared one by one: those that tell most. */
const MOST_COMPARED = 12;

function tellingMost({ terms }: SearchQuery): number[] {
  return terms
    .map(({ weight }, at) => ({ weight, at }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_COMPARED)
    .map(({ at }) => at);
}

/** The word of a text that comes nearest to one term of the question: 0 (unrelated) to 1. */
function nearestTo(
  vectors: WordVectors,
  place: number,
  places: readonly number[],
): (words: readonly number[]) => number {
  if (place < 0) return () => 0;
  const known: number[] = [];
  const similarity = (word: number): number => {
    for (let at = known.length; at <= word; at++) known.push(UNKNOWN);
    if (known[word] === UNKNOWN) known[word] = vectors.similarity(place, places[word] ?? 0);
    return known[word] ?? 0;
  };
  return (words) => {
    let best = UNRELATED;
    for (const word of words) best = Math.max(best, similarity(word));
    return (best - UNRELATED) / (1 - UNRELATED);
  };
}

/** Below every cosine. */
const UNKNOWN = -2;

function cosine(one: Float64Array, other: Float64Array): number {
  let product = 0;
  let first = 0;
  let second = 0;
  for (let at = 0; at < one.length; at++) {
    const value = one[at] as number;
    const opposite = other[at] as number;
    product += value * opposite;
    first += value * value;
    second += opposite * opposite;
  }
  return first === 0 || second === 0 ? 0 : product / Math.sqrt(first * second);
}
