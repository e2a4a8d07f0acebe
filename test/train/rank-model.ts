import type { Example } from './ranking-examples.ts';

export interface TrainOptions {
  readonly features: number;
  /** Positions of features that may only help: their weights stay at 0 or above. */
  readonly helping: ReadonlySet<number>;
  readonly rounds: number;
  readonly rate: number;
  readonly decay: number;
}

/**
 * Weights of a linear ranker: the softmax over a question's candidates should put its mass on those that answer
 * (ListNet, with all answers together as the target). Full-batch Adam from 0: nothing in it is random.
 */
export function trainRanker(examples: readonly Example[], options: TrainOptions): Float64Array {
  const usable = examples
    .filter(({ labels }) => labels.includes(1) && labels.some((one) => one < 1))
    .map(packed);
  const shares = sharesOf(usable);
  const weights = new Float64Array(options.features);
  const first = new Float64Array(options.features);
  const second = new Float64Array(options.features);
  for (let round = 1; round <= options.rounds; round++) {
    const gradient = weights.map((weight) => -options.decay * weight);
    for (const list of usable) addGradient(list, shares.get(list.set) ?? 0, weights, gradient);
    for (let at = 0; at < gradient.length; at++) {
      const slope = gradient[at] ?? 0;
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
      second[at] = 0.999 * (second[at] ?? 0) + 0.001 * slope * slope;
      const mean = (first[at] ?? 0) / (1 - 0.9 ** round);
      const spread = Math.sqrt((second[at] ?? 0) / (1 - 0.999 ** round)) + 1e-9;
      const next = (weights[at] ?? 0) + (options.rate * mean) / spread;
      weights[at] = options.helping.has(at) ? Math.max(0, next) : next;
    }
  }
  return weights;
}

/** An example without the overhead of many small arrays. */
interface Packed {
  readonly set: string;
  readonly values: Float64Array;
  readonly right: Uint8Array;
}

const packed = ({ set, rows, labels }: Example): Packed => {
  return {
    set,
    values: Float64Array.from(rows.flat()),
    right: Uint8Array.from(labels, (label) => (label === 1 ? 1 : 0)),
  };
};

/** Every set counts the same, however many questions it has. */
function sharesOf(lists: readonly Packed[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { set } of lists) counts.set(set, (counts.get(set) ?? 0) + 1);
  return new Map([...counts].map(([set, count]) => [set, 1 / (count * counts.size)]));
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
  const width = weights.length;
  const masses = new Float64Array(right.length);
  for (let row = 0; row < right.length; row++) {
    let score = 0;
    for (let at = 0; at < width; at++) {
      score += (values[row * width + at] as number) * (weights[at] as number);
    }
    masses[row] = score;
  }
  const most = masses.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  let all = 0;
  let hits = 0;
  for (let row = 0; row < right.length; row++) {
    const mass = Math.exp((masses[row] as number) - most);
    masses[row] = mass;
    all += mass;
    if (right[row] === 1) hits += mass;
  }
  for (let row = 0; row < right.length; row++) {
    const mass = masses[row] as number;
    const pull = share * ((right[row] === 1 ? mass / hits : 0) - mass / all);
    for (let at = 0; at < width; at++) {
      gradient[at] = (gradient[at] as number) + pull * (values[row * width + at] as number);
    }
  }
}
