import { firstOf, type HashIndex, indexHashes } from './hash-index.ts';
import { PAIR, wordsFor, ZERO } from './packed.ts';

/** Weights of a classifier with many classes, most of them 0. */
export interface SparseWeights {
  readonly classes: number;
  /** Feature hashes, ascending as unsigned numbers. */
  readonly hashes: Uint32Array;
  readonly index: HashIndex;
  /** Where the weights of each feature begin; one more than there are features. */
  readonly offsets: Uint32Array;
  /** The class of each weight, and the weight. */
  readonly owners: Uint8Array;
  readonly bytes: Int8Array;
  /**
   * The same weights for summing: a packed row for each feature. A feature that is met has weights for half of the
   * classes, and adding up all in packed words costs a tenth of adding each weight to its class.
   */
  readonly packed: Int32Array;
}

export const sparseWeights = (parts: Omit<SparseWeights, 'index' | 'packed'>): SparseWeights => ({
  ...parts,
  index: indexHashes(parts.hashes),
  packed: packedRows(parts),
});

function packedRows({
  classes,
  hashes,
  offsets,
  owners,
  bytes,
}: Pick<SparseWeights, 'classes' | 'hashes' | 'offsets' | 'owners' | 'bytes'>): Int32Array {
  const stride = 4 * wordsFor(classes);
  const packed = new Uint8Array(hashes.length * stride).fill(ZERO);
  for (let row = 0; row < hashes.length; row++) {
    const end = offsets[row + 1] as number;
    for (let at = offsets[row] as number; at < end; at++) {
      packed[row * stride + (owners[at] as number)] = ZERO + (bytes[at] as number);
    }
  }
  return new Int32Array(packed.buffer);
}

/** The score of every class for the first `count` of `features`; the same array each time. */
export type ClassScorer = (features: Int32Array, count: number) => Int32Array;

/** Scores up to `most` features at once. */
export function classScorer(weights: SparseWeights, most: number): ClassScorer {
  const rows = new Int32Array(most);
  const padded = new Int32Array(4 * wordsFor(weights.classes));
  const scores = padded.subarray(0, weights.classes);
  return (features, count) => {
    const found = findRows(weights, features, count, rows);
    sumRows(weights.packed, rows, found, padded);
    return scores;
  };
}

/** Where the packed rows of the first `count` of `features` begin, into `rows`; returns how many of them are known. */
function findRows(
  { classes, hashes, index }: SparseWeights,
  features: Int32Array,
  count: number,
  rows: Int32Array,
): number {
  for (let feature = 0; feature < count; feature++) {
    rows[feature] = firstOf(index, features[feature] as number);
  }
  const stride = wordsFor(classes);
  let found = 0;
  for (let feature = 0; feature < count; feature++) {
    let row = rows[feature] as number;
    if (row < 0) continue;
    const wanted = (features[feature] as number) >>> 0;
    while (row < hashes.length && (hashes[row] as number) < wanted) row++;
    if (hashes[row] === wanted) rows[found++] = row * stride;
  }
  return found;
}

/**
 * Sums the packed rows, the first `count` of `rows`, into `scores`. Two words at a time, so that their sums stay in
 * registers; `| 0` spares looks for an overflow.
 */
function sumRows(packed: Int32Array, rows: Int32Array, count: number, scores: Int32Array): void {
  for (let label = 0; label < scores.length; label += 8) {
    let odd = 0;
    let even = 0;
    let nextOdd = 0;
    let nextEven = 0;
    for (let row = 0; row < count; row++) {
      const at = (rows[row] as number) + (label >> 2);
      const bytes = packed[at] as number;
      const next = packed[at + 1] as number;
      odd = (odd + (bytes & PAIR)) | 0;
      even = (even + ((bytes >>> 8) & PAIR)) | 0;
      nextOdd = (nextOdd + (next & PAIR)) | 0;
      nextEven = (nextEven + ((next >>> 8) & PAIR)) | 0;
    }
    unpack(odd, even, count * ZERO, label, scores);
    unpack(nextOdd, nextEven, count * ZERO, label + 4, scores);
  }
}

/** Writes the scores of four labels from the sums of their bytes, less the sum of their ZEROs. */
function unpack(odd: number, even: number, zero: number, label: number, scores: Int32Array): void {
  scores[label] = (odd & 0xffff) - zero;
  scores[label + 1] = (even & 0xffff) - zero;
  scores[label + 2] = (odd >>> 16) - zero;
  scores[label + 3] = (even >>> 16) - zero;
}
