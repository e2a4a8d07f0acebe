import type { Term } from '../text/terms.ts';
import type { SearchQuery } from './search-query.ts';
import type { WordTable, WordVectors } from './word-vectors.ts';

/** How near a text comes to a question in meaning, whatever its words. */
export interface Nearness {
  /** 0 to 1: the question's terms that the text lacks, by weight, each by the nearest word of the text. */
  readonly related: number;
  /** 0 to 1: cosine of the weighted means of what their words tell of a topic. */
  readonly topic: number;
}

/** What a text is about, as far as its words tell: nothing of it depends on a question. */
export interface Meaning {
  readonly words: Places;
  readonly topics: Places;
}

/** Positions of a text's words in one table, once each, and how rare each is. */
interface Places {
  readonly places: readonly number[];
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
    const none: Places = { places: [], rarities: [] };
    return { of: () => ({ words: none, topics: none }), nearnessTo: () => () => NONE };
  }
  const words = placeFinder(vectors.words, knownWords(vectors.words, rarityOf));
  const topics = placeFinder(vectors.topics, knownWords(vectors.topics, rarityOf));
  return {
    of: (terms) => ({ words: words(terms), topics: topics(terms) }),
    nearnessTo: (query) => nearness(query, vectors),
  };
}

/** What a table and the corpus know of words. */
interface KnownWords {
  /** Among the vectors; -1 where it has none. */
  placeOf(term: Term): number;
  /** Of a word that has a vector. */
  rarityOf(term: Term): number;
}

const UNKNOWN = -2;

/** Kept by the numbers of words: most of a text is common words, whose numbers are low and lie close together. */
function knownWords(table: WordTable, rarityOf: (stem: string) => number): KnownWords {
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
      if (number < 0) return table.at(word);
      if (number >= places.length) grow(number + 1);
      const known = places[number] as number;
      if (known !== UNKNOWN) return known;
      const place = table.at(word);
      places[number] = place;
      rarities[number] = place < 0 ? 0 : rarityOf(stem);
      return place;
    },
    rarityOf: ({ stem, number }) => (number < 0 ? rarityOf(stem) : (rarities[number] as number)),
  };
}

/** Finds the words of texts in a table. */
function placeFinder(table: WordTable, known: KnownWords): (terms: readonly Term[]) => Places {
  /** For each vector the last text in which its word was met. */
  const met = new Uint32Array(table.count);
  let text = 0;
  return (terms) => {
    text++;
    const places: number[] = [];
    const rarities: number[] = [];
    for (const term of terms) {
      const place = known.placeOf(term);
      if (place < 0 || met[place] === text) continue;
      met[place] = text;
      places.push(place);
      rarities.push(known.rarityOf(term));
    }
    return { places, rarities };
  };
}

function nearness(
  query: SearchQuery,
  { words, topics }: WordVectors,
): (text: Meaning, held: number) => Nearness {
  const terms = asked(query, words);
  const compared = tellingMost(query).flatMap((at) => terms.filter((term) => term.at === at));
  const topic = topicTo(query, topics);
  return (text, held) => {
    const lacking = compared.filter(({ at }) => ((held >> at) & 1) === 0);
    const places = lacking.map(({ place }) => place);
    const nearest = words.nearest(text.words.places, places, UNRELATED);
    let related = 0;
    lacking.forEach(({ weight }, one) => {
      related += weight * (((nearest[one] as number) - UNRELATED) / (1 - UNRELATED));
    });
    return { related, topic: topic(text.topics) };
  };
}

interface AskedTerm {
  /** Place in the query. */
  readonly at: number;
  readonly weight: number;
  /** Position in the table. */
  readonly place: number;
}

/** Terms that the table knows. */
const asked = ({ terms }: SearchQuery, table: WordTable): AskedTerm[] =>
  terms
    .map(({ word, weight }, at) => ({ at, weight, place: table.at(word) }))
    .filter(({ place }) => place >= 0);

/** How far texts are about what the query asks. */
function topicTo(query: SearchQuery, table: WordTable): (text: Places) => number {
  const terms = asked(query, table);
  const own = table
    .sum(
      terms.map(({ place }) => place),
      terms.map(({ weight }) => weight),
    )
    .slice();
  const square = dot(own, own);
  return ({ places, rarities }) => {
    const sum = table.sum(places, rarities);
    const both = square * dot(sum, sum);
    return both === 0 ? 0 : Math.max(0, dot(own, sum) / Math.sqrt(both));
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
