import { heap } from '../kernel/heap.ts';

/** Tells where hashes stand in an ascending list of them, without a table of free slots: the list is the table. */
export interface HashIndex {
  /**
   * For each 32 values of the top bits of a hash two words: a bit for each value that a hash of the list has, and how
   * many hashes of the list are below these values.
   */
  readonly words: Int32Array;
  /** How many low bits of a hash the index does not look at. */
  readonly shift: number;
}

/** With eight values of the top bits for each hash or more, hardly a look for a hash that is not there goes on. */
const SPARE_BITS = 3;

/** How many words the index of `count` hashes has, and how many low bits it does not look at. */
export function indexShape(count: number): { readonly size: number; readonly shift: number } {
  const bits = Math.max(5, Math.ceil(Math.log2(count + 1)) + SPARE_BITS);
  return { size: 2 << (bits - 5), shift: 32 - bits };
}

/** Indexes `hashes`, which are ascending as unsigned numbers. */
export function indexHashes(hashes: Uint32Array): HashIndex {
  const { size, shift } = indexShape(hashes.length);
  const room = heap(size);
  const [known] = room.take([hashes.length]) as [Int32Array];
  known.set(hashes);
  room.kernel.fillIndex(known.byteOffset, hashes.length, shift, 0);
  return { words: room.words(0, size), shift };
}

/**
 * Where `hash` stands in the list if it does, or less far by a few hashes that share top bits; -1 where it cannot.
 * Without a branch, which the processor could not foresee: a loop of looks waits for memory once, not once a look.
 */
function firstOf({ words, shift }: HashIndex, hash: number): number {
  const top = hash >>> shift;
  const at = (top >>> 5) * 2;
  const bits = words[at] as number;
  const absent = ((bits >>> (top & 31)) & 1) - 1;
  return ((words[at + 1] as number) + bitsIn(bits & ((1 << (top & 31)) - 1))) | absent;
}

/** How many bits of a word are 1 (Warren, Hacker's Delight, 5-1). */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The index of `hash` among the `hashes` that `index` was made of, or -1. */
export function indexOf(hashes: Uint32Array, index: HashIndex, hash: number): number {
  let at = firstOf(index, hash);
  if (at < 0) return -1;
  const wanted = hash >>> 0;
  while (at < hashes.length && (hashes[at] as number) < wanted) at++;
  return hashes[at] === wanted ? at : -1;
}
