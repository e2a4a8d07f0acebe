import { GONE, hashTemplate } from './features.ts';
import { type Grid, joinGrids, reachOf, type Templates } from './grid.ts';
import { firstOf, type HashIndex, indexHashes } from './hash-index.ts';
import { PAIR, sumOf, ZERO } from './packed.ts';

/** What a linear model has learnt of one feature: its hash and a byte per label. */
export interface Rows {
  readonly labels: number;
  /** Score of one unit of a weight, in nats. */
  readonly unit: number;
  /** Feature hashes, ascending as unsigned numbers. */
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
  readonly index: HashIndex;
  /**
   * Cells of CELL words, ascending by hash: the hash; then a byte for each label, ZERO more than its weight; in the last
   * byte of the third word a 1, to count the features found. Behind the last a cell that ends every search: the
   * greatest hash, no weights, 0 for the count.
   */
  readonly cells: Int32Array;
}

/** Words of a cell: 12 bytes, for the hash, up to MOST labels and the count. */
const CELL = 3;
const MOST = 7;

export function weightsOf({ labels, unit, hashes, bytes }: Rows): Weights {
  const cells = new Int32Array(CELL * (hashes.length + 1));
  const own = new Uint8Array(cells.buffer);
  for (let row = 0; row < hashes.length; row++) {
    cells[row * CELL] = hashes[row] as number;
    const at = row * CELL * 4 + 4;
    for (let label = 0; label < labels; label++) {
      own[at + label] = (bytes[row * labels + label] as number) + ZERO;
    }
    own[at + MOST] = 1;
  }
  cells[hashes.length * CELL] = -1;
  return { labels, unit, cells, index: indexHashes(hashes) };
}

/** What `weightsOf` was given. */
export function rowsOf({ labels, unit, cells }: Weights): Rows {
  const own = new Uint8Array(cells.buffer);
  const count = cells.length / CELL - 1;
  return {
    labels,
    unit,
    hashes: Uint32Array.from({ length: count }, (_, row) => cells[row * CELL] as number),
    bytes: Int8Array.from({ length: count * labels }, (_, at) => {
      const row = Math.floor(at / labels);
      return (own[row * CELL * 4 + 4 + (at % labels)] as number) - ZERO;
    }),
  };
}

/**
 * The score of every label at every token of each grid (tokens x labels), in units of the weights; at most 257
 * templates. Template by template through all grids: what a template looks up for one token, it often looks up for
 * another, and finds it in the processor's cache.
 */
export function scoreGrids(
  grids: readonly Grid[],
  templates: Templates,
  weights: Weights,
): Float32Array[] {
  if (grids.length === 0) return [];
  const reach = reachOf(templates);
  const { grid, starts } = joinGrids(grids, reach);
  const hashes = new Int32Array(grid.length);
  const room = { tokens: new Int32Array(grid.length), firsts: new Int32Array(grid.length) };
  const sums = new Int32Array(grid.length * SUMS);
  const inner = hashes.subarray(reach, grid.length - reach);
  for (let at = 0; at < templates.length; at += 2 + 2 * (templates[at + 1] as number)) {
    hashTemplate(grid.columns, templates.subarray(at), reach, inner);
    addRows(weights, hashes, room, sums);
  }
  return grids.map(({ length }, index) => {
    const start = starts[index] as number;
    return unpack(sums.subarray(start * SUMS, (start + length) * SUMS), weights.labels);
  });
}

/** Scores in nats instead of units of the weights. */
export const inNats = (scores: Float32Array, { unit }: Weights): Float32Array =>
  scores.map((score) => score * unit);

/** Room for the tokens whose feature may be known, and where the search for each begins. */
interface Looks {
  readonly tokens: Int32Array;
  readonly firsts: Int32Array;
}

/**
 * Adds the rows of `hashes` to the sums of their tokens. The tokens whose feature may be known are gathered without a
 * branch: which they are the processor cannot foresee.
 */
function addRows(
  { cells, index }: Weights,
  hashes: Int32Array,
  { tokens, firsts }: Looks,
  sums: Int32Array,
) {
  let last = GONE;
  let found = -1;
  let count = 0;
  for (let token = 0; token < hashes.length; token++) {
    const hash = hashes[token] as number;
    if (hash !== last) found = firstOf(index, hash);
    last = hash;
    tokens[count] = token;
    firsts[count] = found;
    count += 1 + (found >> 31);
  }
  for (let look = 0; look < count; look++) {
    const token = tokens[look] as number;
    const hash = hashes[token] as number;
    let cell = (firsts[look] as number) * CELL;
    while ((cells[cell] as number) >>> 0 < hash >>> 0) cell += CELL;
    if (cells[cell] !== hash) continue;
    const low = cells[cell + 1] as number;
    const high = cells[cell + 2] as number;
    const at = token * SUMS;
    sums[at] = (sums[at] as number) + (low & PAIR);
    sums[at + 1] = (sums[at + 1] as number) + ((low >>> 8) & PAIR);
    sums[at + 2] = (sums[at + 2] as number) + (high & PAIR);
    sums[at + 3] = (sums[at + 3] as number) + ((high >>> 8) & PAIR);
  }
}

/** Words of a token's sums, for the two packed words of a cell. */
const SUMS = 4;

/** Scores (tokens x labels) from sums of bytes, two to a word. */
function unpack(sums: Int32Array, labels: number): Float32Array {
  const length = sums.length / SUMS;
  const scores = new Float32Array(length * labels);
  for (let token = 0; token < length; token++) {
    const at = token * SUMS;
    const zero = ZERO * ((sums[at + 3] as number) >>> 16);
    for (let label = 0; label < labels; label++) {
      scores[token * labels + label] = sumOf(sums, at, label) - zero;
    }
  }
  return scores;
}
