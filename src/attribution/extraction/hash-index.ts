/** Where hashes stand among `hashes`, which are ascending as unsigned numbers. */
export interface HashIndex {
  readonly hashes: Uint32Array;
  /** Open addressing by the top bits of a hash: 1 + the index into `hashes`, 0 for a free slot. */
  readonly slots: Int32Array;
  readonly shift: number;
}

/** Finds hashes: half the slots stay free, and ascending hashes fill them from front to back. */
export function indexHashes(hashes: Uint32Array): { slots: Int32Array; shift: number } {
  const bits = Math.max(4, Math.ceil(Math.log2(hashes.length * 2 + 1)));
  const shift = 32 - bits;
  const slots = new Int32Array(1 << bits);
  const mask = slots.length - 1;
  for (let index = 0; index < hashes.length; index++) {
    let slot = (hashes[index] as number) >>> shift;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = index + 1;
  }
  return { slots, shift };
}

/** The index of `hash` among the hashes, or -1. */
export function indexOf(index: HashIndex, hash: number): number {
  const { hashes, slots, shift } = index;
  const wanted = hash >>> 0;
  const mask = slots.length - 1;
  let slot = wanted >>> shift;
  for (let index = slots[slot] as number; index !== 0; index = slots[slot] as number) {
    if (hashes[index - 1] === wanted) return index - 1;
    slot = (slot + 1) & mask;
  }
  return -1;
}
