import { GONE, hashTemplate } from './features.ts';
import type { Grid, Templates } from './grid.ts';
import { PAIR, sumOf, ZERO } from './packed.ts';

/** What a linear model has learnt of one feature: its hash and a byte per label. */
export interface Rows {
  readonly labels: number;
  /** Score of one unit of a weight, in nats. */
  readonly unit: number;
  /** Feature hashes, ascending as unsigned numbers, none 0. */
  readonly hashes: Uint32Array;
  /** hashes.length x labels. */
  readonly bytes: Int8Array;
}

/**
 * Rows laid out for looking up: a feature's hash and its weights side by side, so that a look costs one cache line.
 * Weights are kept from 0 to 255, so that two sums fit into one word.
 */
export interface Weights {
  readonly labels: number;
  readonly unit: number;
  /**
   * Cells of CELL words, open addressing by the top bits of the hash: the hash, 0 in a free cell; then a byte for each
   * label, ZERO more than its weight; in the last byte of the third word a 1, to count the features found.
   */
  readonly cells: Int32Array;
  readonly shift: number;
  /** A bit for the top SEEN bits of each feature's hash: small enough to stay in the cache, it spares most vain looks. */
  readonly seen: Int32Array;
}

/** Bits of a hash that `seen` tells apart: half a megabyte. */
const SEEN = 22;

/** Words of a cell: 16 bytes, for the hash and up to MOST labels. */
const CELL = 4;
const MOST = 7;

/** The share of cells that may be in use. */
const FULL = 0.7;

export function weightsOf({ labels, unit, hashes, bytes }: Rows): Weights {
  const bits = Math.max(4, Math.ceil(Math.log2((hashes.length + 1) / FULL)));
  const cells = new Int32Array(CELL << bits);
  const own = new Uint8Array(cells.buffer);
  const seen = new Int32Array(1 << (SEEN - 5));
  const mask = (1 << bits) - 1;
  for (let row = 0; row < hashes.length; row++) {
    const hash = hashes[row] as number;
    let cell = hash >>> (32 - bits);
    while (cells[cell * CELL] !== 0) cell = (cell + 1) & mask;
    cells[cell * CELL] = hash;
    const bit = hash >>> (32 - SEEN);
    seen[bit >> 5] = (seen[bit >> 5] as number) | (1 << (bit & 31));
    const at = cell * CELL * 4 + 4;
    for (let label = 0; label < labels; label++) {
      own[at + label] = (bytes[row * labels + label] as number) + ZERO;
    }
    own[at + MOST] = 1;
  }
  return { labels, unit, cells, shift: 32 - bits, seen };
}

/** What `weightsOf` was given. */
export function rowsOf({ labels, unit, cells }: Weights): Rows {
  const own = new Uint8Array(cells.buffer);
  const used = Array.from({ length: cells.length / CELL }, (_, cell) => cell)
    .filter((cell) => cells[cell * CELL] !== 0)
    .map((cell) => ({ hash: (cells[cell * CELL] as number) >>> 0, at: cell * CELL * 4 + 4 }))
    .sort((a, b) => a.hash - b.hash);
  return {
    labels,
    unit,
    hashes: Uint32Array.from(used, ({ hash }) => hash),
    bytes: Int8Array.from(
      used.flatMap(({ at }) => Array.from(own.subarray(at, at + labels), (byte) => byte - ZERO)),
    ),
  };
}

/** Templates to be looked up in a grid; the first token in question is the token `from` of the grid. */
export interface View {
  readonly grid: Grid;
  readonly templates: Templates;
  readonly from: number;
}

/**
 * Adds the score of every label at `length` tokens of a view to `scores` (length x labels), in units of the weights.
 * Template by template, for all tokens at once: hashes of neighbours do not wait for each other. At most 257 templates.
 */
export function addScores({ grid, templates, from }: View, weights: Weights, scores: Float32Array) {
  const length = scores.length / weights.labels;
  const hashes = new Int32Array(length);
  const sums = new Int32Array(length * CELL);
  for (let at = 0; at < templates.length; at += 2 + 2 * (templates[at + 1] as number)) {
    hashTemplate(grid, templates.subarray(at), from, hashes);
    addRows(weights, hashes, sums);
  }
  unpack(sums, weights.labels, scores);
}

/** Where the cell begins in which `hash` is, or a free one. */
function cellOf({ cells, shift }: Weights, hash: number): number {
  const mask = cells.length - 1;
  let cell = (hash >>> shift) * CELL;
  let key = cells[cell] as number;
  while (key !== hash && key !== 0) {
    cell = (cell + CELL) & mask;
    key = cells[cell] as number;
  }
  return cell;
}

/** Adds the rows of `hashes` to the sums of their tokens; a feature is often that of the token before. */
function addRows(weights: Weights, hashes: Int32Array, sums: Int32Array): void {
  const { cells, seen } = weights;
  let last = GONE;
  let low = 0;
  let high = 0;
  for (let token = 0; token < hashes.length; token++) {
    const hash = hashes[token] as number;
    const bit = hash >>> (32 - SEEN);
    if ((((seen[bit >> 5] as number) >>> (bit & 31)) & 1) === 0 || hash === GONE) continue;
    if (hash !== last) {
      last = hash;
      const cell = cellOf(weights, hash);
      low = cells[cell + 1] as number;
      high = cells[cell + 2] as number;
    }
    if (high === 0) continue;
    const at = token * CELL;
    sums[at] = (sums[at] as number) + (low & PAIR);
    sums[at + 1] = (sums[at + 1] as number) + ((low >>> 8) & PAIR);
    sums[at + 2] = (sums[at + 2] as number) + (high & PAIR);
    sums[at + 3] = (sums[at + 3] as number) + ((high >>> 8) & PAIR);
  }
}

/** Adds sums of bytes, two to a word, to the scores of the labels that the bytes stand for. */
function unpack(sums: Int32Array, labels: number, scores: Float32Array): void {
  for (let token = 0; token * CELL < sums.length; token++) {
    const at = token * CELL;
    const zero = ZERO * ((sums[at + 3] as number) >>> 16);
    for (let label = 0; label < labels; label++) {
      const to = token * labels + label;
      scores[to] = (scores[to] as number) + sumOf(sums, at, label) - zero;
    }
  }
}

/** The score of every label at every token of `grid` (length x labels), in nats. */
export function scoreGrid(grid: Grid, templates: Templates, weights: Weights): Float32Array {
  const scores = new Float32Array(grid.length * weights.labels);
  addScores({ grid, templates, from: 0 }, weights, scores);
  return scores.map((score) => score * weights.unit);
}
