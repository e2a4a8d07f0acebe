import { indexHashes, indexOf } from './hash-index.ts';

/** Weights of a classifier with many classes, most of them 0. */
export interface SparseWeights {
  readonly classes: number;
  /** Feature hashes, ascending as unsigned numbers, and their index. */
  readonly hashes: Uint32Array;
  readonly slots: Int32Array;
  readonly shift: number;
  /** Where the weights of each feature begin; one more than there are features. */
  readonly offsets: Uint32Array;
  /** The class of each weight, and the weight. */
  readonly owners: Uint8Array;
  readonly bytes: Int8Array;
}

export const sparseWeights = (parts: Omit<SparseWeights, 'slots' | 'shift'>): SparseWeights => ({
  ...parts,
  ...indexHashes(parts.hashes),
});

/** The score of every class for these features, into `scores`. */
export function scoreClasses(
  weights: SparseWeights,
  features: Int32Array,
  count: number,
  scores: Int32Array,
): void {
  const { offsets, owners, bytes } = weights;
  scores.fill(0);
  for (let feature = 0; feature < count; feature++) {
    const row = indexOf(weights, features[feature] as number);
    if (row < 0) continue;
    const end = offsets[row + 1] as number;
    for (let at = offsets[row] as number; at < end; at++) {
      const owner = owners[at] as number;
      scores[owner] = (scores[owner] as number) + (bytes[at] as number);
    }
  }
}
