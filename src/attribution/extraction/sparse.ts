import { type Heap, heap, ZERO } from '../kernel/heap.ts';
import { EDGE, reachOf, type Templates, templateCount } from './grid.ts';
import { indexHashes } from './hash-index.ts';

/** Weights of a classifier with many classes, most of them 0. */
export interface SparseWeights {
  readonly classes: number;
  /** Feature hashes, ascending as unsigned numbers. */
  readonly hashes: Uint32Array;
  /** Where the weights of each feature begin; one more than there are features. */
  readonly offsets: Uint32Array;
  /** The class of each weight, and the weight. */
  readonly owners: Uint8Array;
  readonly bytes: Int8Array;
  readonly table: RowTable;
}

/**
 * The same weights for summing. A feature that is met has weights for half of the classes, and adding up all, sixteen at
 * a time, costs far less than adding each weight to its class.
 */
interface RowTable {
  /**
   * Holds the words of the index and, at the address `rows`, for each feature `stride` bytes, ascending by hash: a byte
   * for each class, ZERO more than its weight, and the hash in the last four. Behind the last a row that ends every
   * search: the greatest hash, and no weights.
   */
  readonly heap: Heap;
  readonly shift: number;
  readonly rows: number;
  readonly stride: number;
}

export const sparseWeights = (parts: Omit<SparseWeights, 'table'>): SparseWeights => ({
  ...parts,
  table: tableOf(parts),
});

function tableOf({
  classes,
  hashes,
  offsets,
  owners,
  bytes,
}: Omit<SparseWeights, 'table'>): RowTable {
  const { words, shift } = indexHashes(hashes);
  const stride = 16 * Math.ceil((classes + 4) / 16);
  const size = (hashes.length + 1) * (stride / 4);
  const table = heap(words.length + size);
  table.words(0, words.length).set(words);
  const rows = table.words(4 * words.length, size);
  const own = new Uint8Array(rows.buffer, rows.byteOffset).fill(ZERO, 0, 4 * size);
  for (let row = 0; row < hashes.length; row++) {
    const end = offsets[row + 1] as number;
    for (let at = offsets[row] as number; at < end; at++) {
      own[row * stride + (owners[at] as number)] = ZERO + (bytes[at] as number);
    }
    rows[(row + 1) * (stride / 4) - 1] = hashes[row] as number;
  }
  rows[size - 1] = -1;
  return { heap: table, shift, rows: rows.byteOffset, stride };
}

/** Scores the classes of tokens, one after the other. What it hands out is void once there is another scorer. */
export interface ClassScorer {
  /** The columns that the templates look at, one after another; at first all EDGE. */
  readonly values: Int32Array;
  /** Where in `values` the first token of a column stands. */
  readonly firstOf: (column: number) => number;
  /** The score of every class at `token`; the same list each time. */
  readonly scoresAt: (token: number) => Int32Array;
}

/** A scorer of `length` tokens that have `width` columns. */
export function classScorer(
  { classes, table }: SparseWeights,
  templates: Templates,
  width: number,
  length: number,
): ClassScorer {
  const reach = reachOf(templates);
  const span = length + 2 * reach;
  const most = templateCount(templates);
  const room = [span * width, templates.length, most, 2 * most, table.stride];
  const [values, program, features, looks, padded] = table.heap.take(room) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const firstOf = (column: number) => column * span + reach;
  const end = writeProgram(templates, (column) => values.byteOffset + 4 * firstOf(column), program);
  const scores = padded.subarray(0, classes);
  return {
    values: values.fill(EDGE),
    firstOf,
    scoresAt: (token) => {
      table.heap.kernel.scoreClasses(
        program.byteOffset,
        end,
        4 * token,
        features.byteOffset,
        0,
        table.shift,
        table.rows,
        table.stride,
        looks.byteOffset,
        padded.byteOffset,
      );
      return scores;
    },
  };
}

/** Templates as the kernel reads them: the address of each part instead of column and offset. Returns where they end. */
function writeProgram(
  templates: Templates,
  addressOf: (column: number) => number,
  program: Int32Array,
): number {
  let to = 0;
  for (let at = 0; at < templates.length; at += 2 + 2 * (templates[at + 1] as number)) {
    program[to++] = templates[at] as number;
    program[to++] = templates[at + 1] as number;
    for (let part = at + 2; part < at + 2 + 2 * (templates[at + 1] as number); part += 2) {
      program[to++] = addressOf(templates[part] as number) + 4 * (templates[part + 1] as number);
    }
  }
  return program.byteOffset + 4 * to;
}
