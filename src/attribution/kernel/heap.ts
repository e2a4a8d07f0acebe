import { CODE } from './code.ts';
import { compileOnce } from './compile-once.ts';

const compiled = compileOnce(CODE);

/** The functions of source.ts; all numbers are addresses in bytes, except where named otherwise. */
interface Kernel {
  readonly hashColumn: (seed: number, column: number, hashes: number, length: number) => void;
  readonly hashPair: (
    seed: number,
    one: number,
    other: number,
    hashes: number,
    length: number,
  ) => void;
  readonly mixColumn: (column: number, hashes: number, length: number) => void;
  readonly addCells: (
    hashes: number,
    length: number,
    index: number,
    shift: number,
    cells: number,
    looks: number,
    sums: number,
  ) => void;
  readonly scoreClasses: (
    templates: number,
    end: number,
    at: number,
    features: number,
    index: number,
    shift: number,
    rows: number,
    stride: number,
    looks: number,
    scores: number,
  ) => void;
  readonly readAscending: (from: number, end: number, count: number, numbers: number) => number;
  readonly fillIndex: (hashes: number, count: number, shift: number, index: number) => void;
  readonly fillCells: (
    hashes: number,
    weights: number,
    labels: number,
    count: number,
    cells: number,
  ) => void;
  readonly fillRows: (
    hashes: number,
    offsets: number,
    owners: number,
    weights: number,
    count: number,
    rows: number,
    stride: number,
  ) => void;
}

/** What a weight of 0 is kept as in the tables that the kernel sums: so no byte has a sign. */
export const ZERO = 128;

/** Memory that the kernel works on: a table of weights that stays, and behind it room for the work at hand. */
export interface Heap {
  readonly kernel: Kernel;
  /** Words from `address` on. */
  readonly words: (address: number, count: number) => Int32Array;
  /**
   * Room for lists of these numbers of words, behind the table, each at a multiple of 16 bytes and with what was there
   * before. Lists that were taken earlier are void.
   */
  readonly take: (counts: readonly number[]) => Int32Array[];
}

const PAGE = 65_536;

/** A memory whose first `size` words stay. */
export function heap(size: number): Heap {
  const table = aligned(4 * size);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(table / PAGE) });
  const { exports } = new WebAssembly.Instance(compiled(), { env: { memory } });
  const words = (address: number, count: number) => new Int32Array(memory.buffer, address, count);
  const reserve = (bytes: number) => {
    const missing = bytes - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  };
  return {
    kernel: exports as Kernel,
    words,
    take: (counts) => {
      reserve(counts.reduce((end, count) => end + aligned(4 * count), table));
      let end = table;
      return counts.map((count) => {
        const list = words(end, count);
        end += aligned(4 * count);
        return list;
      });
    },
  };
}

/** The bytes of a list of words. */
export const bytesOf = (list: Int32Array): Uint8Array =>
  new Uint8Array(list.buffer, list.byteOffset, list.byteLength);

const aligned = (bytes: number): number => (bytes + 15) & ~15;
