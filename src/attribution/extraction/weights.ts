import { bytesOf, type Heap, heap, ZERO } from '../kernel/heap.ts';
import { columnsOf, type Grid, joinColumn, reachOf, startsOf, type Templates } from './grid.ts';
import { indexShape } from './hash-index.ts';

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
 * Weights are kept from 0 to 255, so that sums of them need no sign.
 */
export interface Weights {
  readonly labels: number;
  readonly unit: number;
  /** How many features there are. */
  readonly features: number;
  /**
   * Holds the words of the index and, at the address `cells`, for each feature CELL words, ascending by hash: the hash;
   * then a byte for each label, ZERO more than its weight; in the last byte a 1, to count the features found. Behind the
   * last a cell that ends every search: the greatest hash, no weights, 0 for the count.
   */
  readonly heap: Heap;
  readonly shift: number;
  readonly cells: number;
}

/** Words of a cell: 12 bytes, for the hash, up to MOST labels and the count. */
const CELL = 3;
const MOST = 7;

export function weightsOf({ labels, unit, hashes, bytes }: Rows): Weights {
  const features = hashes.length;
  const { size, shift } = indexShape(features);
  const table = heap(size + CELL * (features + 1));
  // Two words more: the kernel reads a few bytes beyond the last.
  const [known, weights] = table.take([features, 2 + Math.ceil(bytes.length / 4)]) as [
    Int32Array,
    Int32Array,
  ];
  known.set(hashes);
  bytesOf(weights).set(bytes);
  const cells = 4 * size;
  table.kernel.fillIndex(known.byteOffset, features, shift, 0);
  table.kernel.fillCells(known.byteOffset, weights.byteOffset, labels, features, cells);
  return { labels, unit, features, heap: table, shift, cells };
}

/** What `weightsOf` was given. */
export function rowsOf({ labels, unit, features, heap, cells }: Weights): Rows {
  const words = heap.words(cells, features * CELL);
  const own = bytesOf(words);
  return {
    labels,
    unit,
    hashes: Uint32Array.from({ length: features }, (_, row) => words[row * CELL] as number),
    bytes: Int8Array.from({ length: features * labels }, (_, at) => {
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
  const starts = startsOf(grids, reach);
  const length = starts.at(-1) as number;
  const looked = [...columnsOf(templates)];
  const room = [SUMS * length, length, 2 * length, ...looked.map(() => length)];
  const [sums, hashes, looks, ...joined] = weights.heap.take(room) as [
    Int32Array,
    Int32Array,
    Int32Array,
    ...Int32Array[],
  ];
  sums.fill(0);
  const addresses: number[] = [];
  for (const [index, column] of looked.entries()) {
    const list = joined[index] as Int32Array;
    joinColumn(grids, column, starts, list);
    addresses[column] = list.byteOffset + 4 * reach;
  }
  const own = { templates, addresses, tokens: length - 2 * reach };
  sumCells(weights, own, { sums: sums.subarray(SUMS * reach), hashes, looks });
  return grids.map((grid, index) => {
    const start = SUMS * (starts[index] as number);
    return unpack(sums.subarray(start, start + SUMS * grid.length), weights.labels);
  });
}

/** Scores in nats instead of units of the weights. */
export function inNats(scores: Float32Array, { unit }: Weights): Float32Array {
  const nats = new Float32Array(scores.length);
  for (let at = 0; at < scores.length; at++) nats[at] = (scores[at] as number) * unit;
  return nats;
}

/** Columns on the heap: the address of the first token of each, and how many tokens are in question. */
interface Columns {
  readonly templates: Templates;
  readonly addresses: readonly number[];
  readonly tokens: number;
}

interface Room {
  readonly sums: Int32Array;
  readonly hashes: Int32Array;
  readonly looks: Int32Array;
}

/** Adds the cells of all features of each token to its sums. */
function sumCells(
  { heap: { kernel }, shift, cells }: Weights,
  { templates, addresses, tokens }: Columns,
  { sums, hashes, looks }: Room,
): void {
  const out = hashes.byteOffset;
  for (let at = 0; at < templates.length; at += 2 + 2 * (templates[at + 1] as number)) {
    const parts = templates[at + 1] as number;
    const partAt = (part: number) =>
      (addresses[templates[at + 2 + 2 * part] as number] as number) +
      4 * (templates[at + 3 + 2 * part] as number);
    const seed = templates[at] as number;
    if (parts === 1) kernel.hashColumn(seed, partAt(0), out, tokens);
    else kernel.hashPair(seed, partAt(0), partAt(1), out, tokens);
    for (let part = 2; part < parts; part++) kernel.mixColumn(partAt(part), out, tokens);
    kernel.addCells(out, tokens, 0, shift, cells, looks.byteOffset, sums.byteOffset);
  }
}

/** Words of a token's sums: sixteen bits for each byte of a cell. */
const SUMS = 4;

/** Scores (tokens x labels) from sums. */
function unpack(sums: Int32Array, labels: number): Float32Array {
  const halves = new Uint16Array(sums.buffer, sums.byteOffset, 2 * sums.length);
  const scores = new Float32Array((sums.length / SUMS) * labels);
  for (let at = 0, out = 0; at < halves.length; at += 2 * SUMS) {
    const zero = ZERO * (halves[at + MOST] as number);
    for (let label = at; label < at + labels; label++) {
      scores[out++] = (halves[label] as number) - zero;
    }
  }
  return scores;
}
