import { featuresAt } from './features.ts';
import { type Grid, type Templates, templateCount } from './grid.ts';

/** The weights of a linear model: for each feature hash one byte per label. */
export interface Weights {
  readonly labels: number;
  /** Score of one unit of a weight, in nats. */
  readonly unit: number;
  /** Feature hashes, ascending as unsigned numbers. */
  readonly hashes: Uint32Array;
  /** hashes.length x labels. */
  readonly bytes: Int8Array;
  /** Open addressing by the top bits of a hash: 1 + the index into `hashes`, 0 for a free slot. */
  readonly slots: Int32Array;
  readonly shift: number;
}

/** Finds features by hash: half the slots stay free, and ascending hashes fill them from front to back. */
export function indexHashes(hashes: Uint32Array): { slots: Int32Array; shift: number } {
  const bits = Math.max(4, Math.ceil(Math.log2(hashes.length * 2 + 1)));
  const shift = 32 - bits;
  const slots = new Int32Array(1 << bits);
  const mask = slots.length - 1;
  for (let index = 0; index < hashes.length; index++) {
    let slot = (hashes[index] as number) >>> shift;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = index + 1;
  }
  return { slots, shift };
}

/** The index of `hash` among the hashes, or -1. */
export function indexOf(
  weights: Pick<Weights, 'hashes' | 'slots' | 'shift'>,
  hash: number,
): number {
  const { hashes, slots, shift } = weights;
  const wanted = hash >>> 0;
  const mask = slots.length - 1;
  let slot = wanted >>> shift;
  for (let index = slots[slot] as number; index !== 0; index = slots[slot] as number) {
    if (hashes[index - 1] === wanted) return index - 1;
    slot = (slot + 1) & mask;
  }
  return -1;
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
    for (let feature = 0; feature < count; feature++) {
      addRow(weights, features[feature] as number, scores, token * weights.labels);
    }
  }
}

/** The score of every label at every token of `grid` (length x labels), in nats. */
export function scoreGrid(grid: Grid, templates: Templates, weights: Weights): Float32Array {
  const scores = new Float32Array(grid.length * weights.labels);
  addScores({ grid, templates, from: 0 }, weights, scores);
  return scores.map((score) => score * weights.unit);
}

function addRow(weights: Weights, hash: number, scores: Float32Array, at: number): void {
  const { labels, bytes } = weights;
  const index = indexOf(weights, hash);
  if (index < 0) return;
  const row = index * labels;
  for (let label = 0; label < labels; label++) {
    scores[at + label] = (scores[at + label] as number) + (bytes[row + label] as number);
  }
}
