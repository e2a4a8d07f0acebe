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
  const usable = examples.filter(
    ({ labels }) => labels.includes(1) && labels.some((one) => one < 1),
  );
  const shares = sharesOf(usable);
  const weights = new Float64Array(options.features);
  const first = new Float64Array(options.features);
  const second = new Float64Array(options.features);
  for (let round = 1; round <= options.rounds; round++) {
    const gradient = weights.map((weight) => -options.decay * weight);
    for (const example of usable)
      addGradient(example, shares.get(example.set) ?? 0, weights, gradient);
    gradient.forEach((slope, at) => {
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
      second[at] = 0.999 * (second[at] ?? 0) + 0.001 * slope * slope;
      const mean = (first[at] ?? 0) / (1 - 0.9 ** round);
      const spread = Math.sqrt((second[at] ?? 0) / (1 - 0.999 ** round)) + 1e-9;
      const next = (weights[at] ?? 0) + (options.rate * mean) / spread;
      weights[at] = options.helping.has(at) ? Math.max(0, next) : next;
    });
  }
  return weights;
}

/** Every set counts the same, however many questions it has. */
function sharesOf(examples: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { set } of examples) counts.set(set, (counts.get(set) ?? 0) + 1);
  return new Map([...counts].map(([set, count]) => [set, 1 / (count * counts.size)]));
}

export function scoresOf(rows: Example['rows'], weights: Float64Array): number[] {
  return rows.map((row) => row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));
}

function addGradient(
  { rows, labels }: Example,
  share: number,
  weights: Float64Array,
  gradient: Float64Array,
): void {
  const scores = scoresOf(rows, weights);
  const most = Math.max(...scores);
  const masses = scores.map((score) => Math.exp(score - most));
  const all = masses.reduce((sum, mass) => sum + mass, 0);
  const right = masses.reduce((sum, mass, at) => sum + (labels[at] === 1 ? mass : 0), 0);
  rows.forEach((row, at) => {
    const mass = masses[at] ?? 0;
    const pull = share * ((labels[at] === 1 ? mass / right : 0) - mass / all);
    row.forEach((value, feature) => {
      gradient[feature] = (gradient[feature] ?? 0) + pull * value;
    });
  });
}
