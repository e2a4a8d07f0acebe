import { compileOnce } from '../../attribution/kernel/compile-once.ts';
import { CODE } from './code.ts';

const compiled = compileOnce(CODE);

/** The functions of source.ts; all numbers are addresses in bytes, except where named otherwise. */
interface Kernel {
  readonly spreadRows: (rows: number, count: number, dimensions: number, stride: number) => void;
  readonly raiseNearest: (
    words: number,
    columns: number,
    nearest: number,
    end: number,
    stride: number,
  ) => void;
  readonly addUp: (words: number, end: number, shares: number, sum: number, stride: number) => void;
}

/** Vectors of words by their positions. */
export interface VectorTable {
  /** The sum of the vectors of `words`, at length 1 each, times their `shares`. Void as soon as anything else is asked. */
  sum(words: readonly number[], shares: readonly number[]): Float64Array;
  /**
   * For each of `others`, 64 at most, the cosine of the likest of `words`; `least` where none is that like. Void as soon
   * as anything else is asked.
   */
  nearest(words: readonly number[], others: readonly number[], least: number): Float64Array;
}

const PAGE = 65_536;
const BLOCK = 16;
/** Bytes of a row that hold the length of its vector. */
const LENGTH = 4;
/** Words handed to the kernel at once, and the most of those that they are compared with. */
const WORDS = 512;
const OTHERS = 64;

/** `packed` holds `count` vectors of signed bytes, one after the other. */
export function vectorTable(packed: Int8Array, count: number, dimensions: number): VectorTable {
  const stride = BLOCK * Math.ceil((dimensions + LENGTH) / BLOCK);
  const sums = count * stride;
  const shares = sums + 8 * stride;
  const nearest = shares + 8 * WORDS;
  const words = nearest + 8 * OTHERS;
  const end = words + 4 * (WORDS + OTHERS);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / PAGE) });
  const { buffer } = memory;
  const { exports } = new WebAssembly.Instance(compiled(), { env: { memory } });
  const kernel = exports as Kernel;
  new Int8Array(buffer).set(packed);
  kernel.spreadRows(0, count, dimensions, stride);
  const sum = new Float64Array(buffer, sums, stride);
  const own = sum.subarray(0, dimensions);
  const weights = new Float64Array(buffer, shares, WORDS);
  const best = new Float64Array(buffer, nearest, OTHERS);
  const rows = new Int32Array(buffer, words, WORDS + OTHERS);
  /** Writes rows from the place `to` on; `take` of them, from `from` on. Returns the address behind the last. */
  const write = (positions: readonly number[], from: number, take: number, to: number): number => {
    for (let at = 0; at < take; at++) rows[to + at] = stride * (positions[from + at] as number);
    return words + 4 * (to + take);
  };
  return {
    sum: (positions, by) => {
      sum.fill(0);
      for (let from = 0; from < positions.length; from += WORDS) {
        const take = Math.min(WORDS, positions.length - from);
        for (let at = 0; at < take; at++) weights[at] = by[from + at] as number;
        kernel.addUp(words, write(positions, from, take, 0), shares, sums, stride);
      }
      return own;
    },
    nearest: (positions, others, least) => {
      best.fill(least, 0, others.length);
      for (let from = 0; from < positions.length; from += WORDS) {
        const take = Math.min(WORDS, positions.length - from);
        const columns = write(positions, from, take, 0);
        write(others, 0, others.length, take);
        kernel.raiseNearest(words, columns, nearest, nearest + 8 * others.length, stride);
      }
      return best;
    },
  };
}
