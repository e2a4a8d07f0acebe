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
  const of = meaningReader(vectors, knownWords(vectors, rarityOf));
  return {
    of,
    nearnessTo: (query) => {
      if (known.isFull()) known = likenesses(vectors);
      return nearness(query, vectors, known);
    },
  };
}

/** What vectors and corpus know of words. */
interface KnownWords {
  /** Among the vectors; -1 where it has none. */
  placeOf(term: Term): number;
  /** Of a word that has a vector. */
  rarityOf(term: Term): number;
}

const UNKNOWN = -2;

/** Kept by the numbers of words: most of a text is common words, whose numbers are low and lie close together. */
function knownWords(vectors: WordVectors, rarityOf: (stem: string) => number): KnownWords {
  let places = new Int32Array(0);
  let rarities = new Float64Array(0);
  const grow = (least: number) => {
    const length = Math.max(2 * places.length, least, 1 << 12);
    const [before, weights] = [places, rarities];
    places = new Int32Array(length).fill(UNKNOWN);
    rarities = new Float64Array(length);
    places.set(before);
    rarities.set(weights);
  };
  return {
    placeOf: ({ word, stem, number }) => {
      if (number < 0) return vectors.at(word);
      if (number >= places.length) grow(number + 1);
      const known = places[number] as number;
      if (known !== UNKNOWN) return known;
      const place = vectors.at(word);
      places[number] = place;
      rarities[number] = place < 0 ? 0 : rarityOf(stem);
      return place;
    },
    rarityOf: ({ stem, number }) => (number < 0 ? rarityOf(stem) : (rarities[number] as number)),
  };
}

/** Reads what texts are about. */
function meaningReader(vectors: WordVectors, known: KnownWords): Meanings['of'] {
  /** For each vector the last text in which its word was met. */
  const met = new Uint32Array(vectors.count);
  let text = 0;
  return (terms) => {
    text++;
    const words: number[] = [];
    const sum = new Float64Array(vectors.dimensions);
    for (const term of terms) {
      const place = known.placeOf(term);
      if (place < 0 || met[place] === text) continue;
      met[place] = text;
      words.push(place);
      vectors.addTo(sum, place, known.rarityOf(term));
    }
    return { words, sum, square: dot(sum, sum) };
  };
}

function nearness(
  query: SearchQuery,
  vectors: WordVectors,
  { columnOf, raise }: Likenesses,
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
  const columns = new Int32Array(compared.length);
  const nearest = new Float64Array(compared.length);
  return (text, held) => {
    const lacking = compared.filter(({ at }) => ((held >> at) & 1) === 0);
    for (let one = 0; one < lacking.length; one++) columns[one] = lacking[one]?.column ?? 0;
    nearest.fill(UNRELATED);
    raise(nearest, text.words, columns.subarray(0, lacking.length));
    let related = 0;
    lacking.forEach(({ weight }, one) => {
      related += weight * (((nearest[one] as number) - UNRELATED) / (1 - UNRELATED));
    });
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
  /** Raises each of `nearest` to how like the likest of `words` is to what stands in the column beside it. */
  raise(nearest: Float64Array, words: readonly number[], columns: Int32Array): void;
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
  const likenessAt = (row: number, column: number, word: number): number => {
    // 0 until it is known; the few that are no more alike than that are worked out again.
    const known = values[row + column] as number;
    if (known !== 0) return known;
    const likeness = vectors.similarity(asked[column] ?? 0, word);
    values[row + column] = likeness;
    return likeness;
  };
  return {
    columnOf: (place) => {
      const column = asked.indexOf(place);
      return column >= 0 ? column : asked.push(place) - 1;
    },
    raise: (nearest, words, columns) => {
      for (const word of words) {
        const row = COLUMNS * ((rows[word] || rowOf(word)) - 1);
        for (let one = 0; one < columns.length; one++) {
          const likeness = likenessAt(row, columns[one] as number, word);
          if (likeness > (nearest[one] as number)) nearest[one] = likeness;
        }
      }
    },
    isFull: () => asked.length + MOST_COMPARED > COLUMNS || met > MOST_WORDS,
  };
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number);
  return sum;
}
