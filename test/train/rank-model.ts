import type { Example } from './ranking-examples.ts';

export interface TrainOptions {
  readonly features: number;
  /** Positions of features that may only help: their weights stay at 0 or above. */
  readonly helping: ReadonlySet<number>;
  /** Weights set by hand, by position of the feature. */
  readonly fixed: ReadonlyMap<number, number>;
  readonly rounds: number;
  readonly rate: number;
  readonly decay: number;
  /** What a question counts for, beside its set's share. */
  readonly worthOf: (example: Example) => number;
}

/**
 * Weights of a linear ranker: the softmax over a question's candidates should put its mass on those that answer
 * (ListNet, with all answers together as the target). Full-batch Adam from 0: nothing in it is random.
 */
export function trainRanker(examples: readonly Example[], options: TrainOptions): Float64Array {
  const usable = examples
    .filter(tellsSomething)
    .map((example) => packed(example, options.worthOf(example)));
  const shares = sharesOf(usable);
  const weights = new Float64Array(options.features);
  const adam = {
    first: new Float64Array(weights.length),
    second: new Float64Array(weights.length),
  };
  for (let round = 1; round <= options.rounds; round++) {
    const gradient = weights.map((weight) => -options.decay * weight);
    for (const list of usable) {
      addGradient(list, list.worth * (shares.get(list.set) ?? 0), weights, gradient);
    }
    gradient.forEach((slope, at) => {
      const next = (weights[at] ?? 0) + options.rate * step(adam, at, slope, round);
      weights[at] = options.helping.has(at) ? Math.max(0, next) : next;
    });
    for (const [at, weight] of options.fixed) weights[at] = weight;
  }
  return weights;
}

/** Some candidates answer and some do not. */
const tellsSomething = ({ labels }: Example): boolean =>
  labels.includes(1) && labels.some((one) => one < 1);

interface Moments {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Adam (Kingma and Ba, 2015) with its usual constants. */
function step({ first, second }: Moments, at: number, slope: number, round: number): number {
  first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
  second[at] = 0.999 * (second[at] ?? 0) + 0.001 * slope * slope;
  const mean = (first[at] ?? 0) / (1 - 0.9 ** round);
  return mean / (Math.sqrt((second[at] ?? 0) / (1 - 0.999 ** round)) + 1e-9);
}

/** An example without the overhead of many small arrays. */
interface Packed {
  readonly set: string;
  readonly worth: number;
  readonly values: Float64Array;
  readonly right: Uint8Array;
}

const packed = ({ set, rows, labels }: Example, worth: number): Packed => {
  return {
    set,
    worth,
    values: Float64Array.from(rows.flat()),
    right: Uint8Array.from(labels, (label) => (label === 1 ? 1 : 0)),
  };
};

/** Every set counts the same, however many questions it has, but for what these are worth; all come to 1. */
function sharesOf(lists: readonly Packed[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { set } of lists) counts.set(set, (counts.get(set) ?? 0) + 1);
  const all = lists.reduce((sum, { set, worth }) => sum + worth / (counts.get(set) ?? 1), 0);
  return new Map([...counts].map(([set, count]) => [set, 1 / (count * all)]));
}

export function scoresOf(rows: Example['rows'], weights: Float64Array): number[] {
  return rows.map((row) => row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));
}

function addGradient(
  { values, right }: Packed,
  share: number,
  weights: Float64Array,
  gradient: Float64Array,
): void {
  const masses = massesOf(values, weights);
  const all = masses.reduce((sum, mass) => sum + mass, 0);
  const hits = masses.reduce((sum, mass, row) => sum + mass * (right[row] ?? 0), 0);
  masses.forEach((mass, row) => {
    const pull = share * ((mass * (right[row] ?? 0)) / hits - mass / all);
    const start = row * weights.length;
    for (let at = 0; at < weights.length; at++) {
      gradient[at] = (gradient[at] as number) + pull * (values[start + at] as number);
    }
  });
}

/** Exponentials of the rows' scores, the largest 1. */
function massesOf(values: Float64Array, weights: Float64Array): Float64Array {
  const scores = new Float64Array(values.length / weights.length);
  for (let row = 0; row < scores.length; row++) {
    let score = 0;
    for (let at = 0; at < weights.length; at++) {
      score += (values[row * weights.length + at] as number) * (weights[at] as number);
    }
    scores[row] = score;
  }
  const most = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  return scores.map((score) => Math.exp(score - most));
}
