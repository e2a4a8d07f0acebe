import { featuresAt } from './features.ts';
import { type Grid, type Templates, templateCount } from './grid.ts';

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

/** Rows laid out for looking up: hash and weights of a feature side by side, so that a look costs one cache line. */
export interface Weights {
  readonly labels: number;
  readonly unit: number;
  /** Cells of CELL words, open addressing by the top bits of the hash; the first word is the hash, 0 in a free cell. */
  readonly cells: Int32Array;
  /** The same memory in bytes: the weights begin at the fourth byte of a cell. */
  readonly bytes: Int8Array;
  readonly shift: number;
}

/** Words of a cell: 16 bytes, for the hash and up to seven labels. */
const CELL = 4;

/** The share of cells that may be in use. */
const FULL = 0.7;

export function weightsOf({ labels, unit, hashes, bytes }: Rows): Weights {
  const bits = Math.max(4, Math.ceil(Math.log2((hashes.length + 1) / FULL)));
  const cells = new Int32Array(CELL << bits);
  const own = new Int8Array(cells.buffer);
  const mask = (1 << bits) - 1;
  for (let row = 0; row < hashes.length; row++) {
    const hash = hashes[row] as number;
    let cell = hash >>> (32 - bits);
    while (cells[cell * CELL] !== 0) cell = (cell + 1) & mask;
    cells[cell * CELL] = hash;
    for (let label = 0; label < labels; label++) {
      own[cell * CELL * 4 + 4 + label] = bytes[row * labels + label] as number;
    }
  }
  return { labels, unit, cells, bytes: own, shift: 32 - bits };
}

/** What `weightsOf` was given. */
export function rowsOf({ labels, unit, cells, bytes }: Weights): Rows {
  const used = Array.from({ length: cells.length / CELL }, (_, cell) => cell)
    .filter((cell) => cells[cell * CELL] !== 0)
    .map((cell) => ({ hash: (cells[cell * CELL] as number) >>> 0, at: cell * CELL * 4 + 4 }))
    .sort((a, b) => a.hash - b.hash);
  return {
    labels,
    unit,
    hashes: Uint32Array.from(used, ({ hash }) => hash),
    bytes: Int8Array.from(used.flatMap(({ at }) => [...bytes.subarray(at, at + labels)])),
  };
}

/** Templates to be looked up in a grid; the first token in question is the token `from` of the grid. */
export interface View {
  readonly grid: Grid;
  readonly templates: Templates;
  readonly from: number;
}

/** Adds the score of every label at `length` tokens of a view to `scores` (length x labels), in units of the weights. */
export function addScores(view: View, weights: Weights, scores: Float32Array): void {
  const { grid, templates, from } = view;
  const length = scores.length / weights.labels;
  const features = new Int32Array(templateCount(templates));
  for (let token = 0; token < length; token++) {
    const count = featuresAt(grid, templates, from + token, features);
    addRows(weights, features.subarray(0, count), scores, token * weights.labels);
  }
}

/** The cell in which `hash` is, or a free one. */
function cellOf({ cells, shift }: Weights, hash: number): number {
  const mask = cells.length / CELL - 1;
  let cell = hash >>> shift;
  let key = cells[cell * CELL] as number;
  while (key !== hash && key !== 0) {
    cell = (cell + 1) & mask;
    key = cells[cell * CELL] as number;
  }
  return cell;
}

/** Adds the weights of `features` to the scores at `at`. Seven sums in registers cost half of seven in memory. */
function addRows(weights: Weights, features: Int32Array, scores: Float32Array, at: number): void {
  const { bytes } = weights;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  for (let feature = 0; feature < features.length; feature++) {
    const row = cellOf(weights, features[feature] as number) * CELL * 4 + 4;
    a += bytes[row] as number;
    b += bytes[row + 1] as number;
    c += bytes[row + 2] as number;
    d += bytes[row + 3] as number;
    e += bytes[row + 4] as number;
    f += bytes[row + 5] as number;
    g += bytes[row + 6] as number;
  }
  const sums = [a, b, c, d, e, f, g];
  for (let label = 0; label < weights.labels; label++) {
    scores[at + label] = (scores[at + label] as number) + (sums[label] as number);
  }
}

/** The score of every label at every token of `grid` (length x labels), in nats. */
export function scoreGrid(grid: Grid, templates: Templates, weights: Weights): Float32Array {
  const scores = new Float32Array(grid.length * weights.labels);
  addScores({ grid, templates, from: 0 }, weights, scores);
  return scores.map((score) => score * weights.unit);
}
