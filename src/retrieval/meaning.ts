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
  /** Positions of its words among the vectors, once each, and how rare each is. */
  readonly words: readonly number[];
  readonly rarities: readonly number[];
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
    return { of: () => ({ words: [], rarities: [] }), nearnessTo: () => () => NONE };
  }
  return {
    of: meaningReader(vectors, knownWords(vectors, rarityOf)),
    nearnessTo: (query) => nearness(query, vectors),
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
    const rarities: number[] = [];
    for (const term of terms) {
      const place = known.placeOf(term);
      if (place < 0 || met[place] === text) continue;
      met[place] = text;
      words.push(place);
      rarities.push(known.rarityOf(term));
    }
    return { words, rarities };
  };
}

function nearness(
  query: SearchQuery,
  vectors: WordVectors,
): (text: Meaning, held: number) => Nearness {
  const terms = query.terms
    .map(({ word, weight }, at) => ({ at, weight, place: vectors.at(word) }))
    .filter(({ place }) => place >= 0);
  const asked = vectors
    .sum(
      terms.map(({ place }) => place),
      terms.map(({ weight }) => weight),
    )
    .slice();
  const square = dot(asked, asked);
  const compared = tellingMost(query).flatMap((at) => terms.filter((term) => term.at === at));
  return (text, held) => {
    const lacking = compared.filter(({ at }) => ((held >> at) & 1) === 0);
    const places = lacking.map(({ place }) => place);
    const nearest = vectors.nearest(text.words, places, UNRELATED);
    let related = 0;
    lacking.forEach(({ weight }, one) => {
      related += weight * (((nearest[one] as number) - UNRELATED) / (1 - UNRELATED));
    });
    const sum = vectors.sum(text.words, text.rarities);
    const both = square * dot(sum, sum);
    const topic = both === 0 ? 0 : dot(asked, sum) / Math.sqrt(both);
    return { related, topic: Math.max(0, topic) };
  };
}

/** Words of a question that are compared one by one: those that tell most. */
const MOST_COMPARED = 12;

/** Their places in the query, heaviest first. */
function tellingMost({ terms }: SearchQuery): number[] {
  return terms
    .map(({ weight }, at) => ({ weight, at }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_COMPARED)
    .map(({ at }) => at);
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number);
  return sum;
}
