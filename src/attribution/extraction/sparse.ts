import { indexHashes } from './hash-index.ts';

/** Weights of a classifier with many classes, most of them 0. */
export interface SparseWeights {
  readonly classes: number;
  /** Feature hashes, ascending as unsigned numbers. */
  readonly hashes: Uint32Array;
  /** For looking up, two words a slot: a feature's hash, and 1 + its index among the hashes, 0 in a free slot. */
  readonly slots: Int32Array;
  readonly shift: number;
  /** Where the weights of each feature begin; one more than there are features. */
  readonly offsets: Uint32Array;
  /** The class of each weight, and the weight. */
  readonly owners: Uint8Array;
  readonly bytes: Int8Array;
}

export function sparseWeights(parts: Omit<SparseWeights, 'slots' | 'shift'>): SparseWeights {
  const { slots: single, shift } = indexHashes(parts.hashes);
  const slots = new Int32Array(2 * single.length);
  for (let slot = 0; slot < single.length; slot++) {
    const index = single[slot] as number;
    if (index === 0) continue;
    slots[2 * slot] = parts.hashes[index - 1] as number;
    slots[2 * slot + 1] = index;
  }
  return { ...parts, slots, shift };
}

/** The index of the feature `hash`, or -1. */
function rowOf({ slots, shift }: SparseWeights, hash: number): number {
  const mask = slots.length - 1;
  let slot = 2 * (hash >>> shift);
  while (slots[slot] !== hash && slots[slot + 1] !== 0) slot = (slot + 2) & mask;
  return slots[slot] === hash ? (slots[slot + 1] as number) - 1 : -1;
}

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
    const row = rowOf(weights, features[feature] as number);
    if (row < 0) continue;
    const end = offsets[row + 1] as number;
    for (let at = offsets[row] as number; at < end; at++) {
      const owner = owners[at] as number;
      scores[owner] = (scores[owner] as number) + (bytes[at] as number);
    }
  }
}
