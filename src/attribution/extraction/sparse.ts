import { bytesOf, type Heap, heap } from '../kernel/heap.ts';
import { EDGE, reachOf, type Templates, templateCount } from './grid.ts';
import { indexShape } from './hash-index.ts';

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
  const { size, shift } = indexShape(hashes.length);
  const stride = 16 * Math.ceil((classes + 4) / 16);
  const table = heap(size + (hashes.length + 1) * (stride / 4));
  const words = Math.ceil(bytes.length / 4);
  const [known, begins, owned, weights] = table.take([
    hashes.length,
    offsets.length,
    words,
    words,
  ]) as [Int32Array, Int32Array, Int32Array, Int32Array];
  known.set(hashes);
  begins.set(offsets);
  bytesOf(owned).set(owners);
  bytesOf(weights).set(bytes);
  const rows = 4 * size;
  table.kernel.fillIndex(known.byteOffset, hashes.length, shift, 0);
  table.kernel.fillRows(
    known.byteOffset,
    begins.byteOffset,
    owned.byteOffset,
    weights.byteOffset,
    hashes.length,
    rows,
    stride,
  );
  return { heap: table, shift, rows, stride };
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
