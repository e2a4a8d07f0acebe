import { rarity } from '../../src/retrieval/rarity.ts';
import type { Rows } from './principal-directions.ts';

/** How strongly words are held to what they mean alone: a word of many texts hardly at all. */
const HOLD = 0.1;
const SWEEPS = 20;

/** Where a word stands, and its share in each of these texts. */
interface Standing {
  readonly texts: number[];
  readonly shares: number[];
}

/**
 * Vectors of words whose means by rarity come near to the vectors of the texts that hold them (ridge regression by
 * coordinate descent). `texts` holds the positions of each text's words, once each; `targets` a row a text and `alone` a
 * row a word.
 */
export function fitWords(
  texts: readonly (readonly number[])[],
  targets: Rows,
  alone: Rows,
): Float32Array[] {
  const standings = standingsOf(texts, alone.count);
  const start = startFrom(standings, targets, alone);
  const words = start.map((row) => row.slice());
  const missing = targets.values.slice();
  words.forEach((word, at) => {
    addTo(missing, standings[at] as Standing, word, -1);
  });
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    words.forEach((word, at) => {
      const standing = standings[at] as Standing;
      const step = stepOf(missing, standing, word, start[at] as Float32Array);
      step.forEach((value, dimension) => {
        word[dimension] = (word[dimension] as number) + value;
      });
      addTo(missing, standing, step, -1);
    });
  }
  return words;
}

function standingsOf(texts: readonly (readonly number[])[], words: number): Standing[] {
  const holding = new Uint32Array(words);
  for (const word of texts.flat()) holding[word] = (holding[word] as number) + 1;
  const rarities = Array.from(holding, (count) => rarity(count, texts.length));
  const standings = rarities.map((): Standing => ({ texts: [], shares: [] }));
  texts.forEach((held, text) => {
    const all = held.reduce((sum, word) => sum + (rarities[word] as number), 0);
    for (const word of held) {
      standings[word]?.texts.push(text);
      standings[word]?.shares.push((rarities[word] as number) / all);
    }
  });
  return standings;
}

/** What words mean alone, all lengthened alike until they come nearest to the texts. */
function startFrom(standings: readonly Standing[], targets: Rows, alone: Rows): Float32Array[] {
  const { width } = alone;
  const rows = standings.map((_, at) => alone.values.slice(at * width, (at + 1) * width));
  const means = new Float32Array(targets.values.length);
  rows.forEach((row, at) => {
    addTo(means, standings[at] as Standing, row, 1);
  });
  let both = 0;
  let own = 0;
  means.forEach((value, at) => {
    both += value * (targets.values[at] as number);
    own += value * value;
  });
  return rows.map((row) => row.map((value) => (value * both) / own));
}

/** Adds to the rows of its texts `sign` times a word's vector, by its shares. */
function addTo(rows: Float32Array, standing: Standing, vector: Float32Array, sign: number): void {
  const width = vector.length;
  standing.texts.forEach((text, at) => {
    const share = sign * (standing.shares[at] as number);
    for (let dimension = 0; dimension < width; dimension++) {
      const place = text * width + dimension;
      rows[place] = (rows[place] as number) + share * (vector[dimension] as number);
    }
  });
}

/** What a word's vector should change by, all others as they are. */
function stepOf(
  missing: Float32Array,
  { texts, shares }: Standing,
  word: Float32Array,
  start: Float32Array,
): Float32Array {
  const width = word.length;
  const step = word.map((value, at) => HOLD * ((start[at] as number) - value));
  let weight = HOLD;
  texts.forEach((text, at) => {
    const share = shares[at] as number;
    weight += share * share;
    for (let dimension = 0; dimension < width; dimension++) {
      const wanted = share * (missing[text * width + dimension] as number);
      step[dimension] = (step[dimension] as number) + wanted;
    }
  });
  return step.map((value) => value / weight);
}
