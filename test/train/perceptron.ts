import { type SparseWeights, sparseWeights } from '../../src/attribution/extraction/sparse.ts';

/** An averaged perceptron that learns one example at a time. */
export interface Perceptron {
  /** Scores of the classes for these features; the same array each time. */
  readonly scores: (features: Int32Array, count: number) => Float32Array;
  readonly update: (features: Int32Array, count: number, right: number, guess: number) => void;
  /** Averaged weights as bytes; features updated fewer than `least` times are left out. */
  readonly weights: (least: number) => SparseWeights;
}

/** Rows of weights by feature hash. */
interface Rows {
  readonly find: (hash: number) => number;
  readonly make: (hash: number) => number;
  readonly hashes: () => Int32Array;
}

/** Room for as many features as a treebank of a quarter of a million words needs. */
const ROOM = 1 << 21;

function rowsByHash(): Rows {
  const slots = new Int32Array(ROOM * 2);
  const hashes = new Int32Array(ROOM);
  let count = 0;
  const slotOf = (hash: number) => {
    let slot = Math.imul(hash, 0x9e3779b1) >>> 10;
    while (slots[slot] !== 0 && hashes[(slots[slot] as number) - 1] !== hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  };
  return {
    find: (hash) => (slots[slotOf(hash)] as number) - 1,
    make: (hash) => {
      const slot = slotOf(hash);
      if (slots[slot] === 0 && count < ROOM) {
        hashes[count++] = hash;
        slots[slot] = count;
      }
      return (slots[slot] as number) - 1;
    },
    hashes: () => hashes.subarray(0, count),
  };
}

export function perceptron(classes: number): Perceptron {
  const rows = rowsByHash();
  let now = new Float32Array(classes << 12);
  // Weights times the steps at which they changed: what averaging takes off (Daumé 2006).
  let late = new Float64Array(now.length);
  const updates = new Int32Array(ROOM);
  const scores = new Float32Array(classes);
  let time = 1;
  const rowFor = (hash: number) => {
    const row = rows.make(hash);
    if ((row + 1) * classes <= now.length) return row;
    const [wider, later] = [new Float32Array(now.length * 2), new Float64Array(now.length * 2)];
    wider.set(now);
    later.set(late);
    [now, late] = [wider, later];
    return row;
  };
  const add = (at: number, value: number) => {
    now[at] = (now[at] as number) + value;
    late[at] = (late[at] as number) + time * value;
  };
  return {
    scores: (features, count) => {
      scores.fill(0);
      for (let feature = 0; feature < count; feature++) {
        const row = rows.find(features[feature] as number) * classes;
        for (let at = row < 0 ? classes : 0; at < classes; at++) {
          scores[at] = (scores[at] as number) + (now[row + at] as number);
        }
      }
      return scores;
    },
    update: (features, count, right, guess) => {
      time++;
      if (right === guess) return;
      for (let feature = 0; feature < count; feature++) {
        const row = rowFor(features[feature] as number);
        if (row < 0) continue;
        updates[row] = (updates[row] as number) + 1;
        add(row * classes + right, 1);
        add(row * classes + guess, -1);
      }
    },
    weights: (least) => {
      const averaged = now.map((weight, at) => weight - (late[at] as number) / time);
      const kept = Array.from(rows.hashes().keys()).filter(
        (row) => (updates[row] as number) >= least,
      );
      return packed({ classes, averaged, hashes: rows.hashes(), kept });
    },
  };
}

const TOP = 127;

interface Unpacked {
  readonly classes: number;
  readonly averaged: Float32Array;
  readonly hashes: Int32Array;
  /** Rows that are kept. */
  readonly kept: readonly number[];
}

function packed({ classes, averaged, hashes, kept }: Unpacked): SparseWeights {
  const unsigned = (row: number) => (hashes[row] as number) >>> 0;
  const rows = kept.toSorted((a, b) => unsigned(a) - unsigned(b));
  const unit = unitOf(averaged);
  const offsets = [0];
  const owners: number[] = [];
  const bytes: number[] = [];
  for (const row of rows) {
    for (let at = 0; at < classes; at++) {
      const weight = Math.round((averaged[row * classes + at] as number) / unit);
      if (weight === 0) continue;
      owners.push(at);
      bytes.push(Math.max(-TOP, Math.min(TOP, weight)));
    }
    offsets.push(bytes.length);
  }
  return sparseWeights({
    classes,
    hashes: Uint32Array.from(rows, unsigned),
    offsets: Uint32Array.from(offsets),
    owners: Uint8Array.from(owners),
    bytes: Int8Array.from(bytes),
  });
}

/** The few greatest weights are clipped, so that the many middling ones keep their differences. */
function unitOf(weights: Float32Array): number {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map((weight) => Math.abs(weight))
    .sort();
  return (sizes[Math.floor(sizes.length * 0.999)] ?? 1) / TOP;
}
