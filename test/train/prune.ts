import { type SparseWeights, sparseWeights } from '../../src/attribution/extraction/sparse.ts';

export interface PruneLimits {
  /** Weights smaller than this are dropped. */
  readonly weight: number;
  /** Features whose greatest weight is smaller than this are dropped. */
  readonly feature: number;
}

/** `weights` without what hardly ever decides. */
export function pruned(weights: SparseWeights, limits: PruneLimits): SparseWeights {
  const hashes: number[] = [];
  const offsets = [0];
  const owners: number[] = [];
  const bytes: number[] = [];
  for (const [row, hash] of weights.hashes.entries()) {
    const from = weights.offsets[row] as number;
    const own = weights.bytes.subarray(from, weights.offsets[row + 1]);
    if (!own.some((byte) => Math.abs(byte) >= limits.feature)) continue;
    for (const [index, byte] of own.entries()) {
      if (Math.abs(byte) < limits.weight) continue;
      owners.push(weights.owners[from + index] as number);
      bytes.push(byte);
    }
    hashes.push(hash);
    offsets.push(bytes.length);
  }
  return sparseWeights({
    classes: weights.classes,
    hashes: Uint32Array.from(hashes),
    offsets: Uint32Array.from(offsets),
    owners: Uint8Array.from(owners),
    bytes: Int8Array.from(bytes),
  });
}
