import { type Calibration, SIGNS, type Sign, type Signs } from '../../src/retrieval/confidence.ts';

/** The signs of one question's first hit, and whether that hit answered. */
export interface Outcome {
  readonly set: string;
  readonly signs: Signs;
  readonly right: boolean;
  /** What the model is taught: 1 where the hit is right, less where the corpus holds the answer elsewhere. */
  readonly target: number;
}

export interface CalibrateOptions {
  readonly rounds: number;
  readonly rate: number;
  readonly decay: number;
  /** Signs left out. */
  readonly unused: ReadonlySet<Sign>;
}

/** More of these never makes an answer less likely. */
const HELPING: ReadonlySet<Sign> = new Set<Sign>([
  'coverage',
  'coverageWithHeadings',
  'coverageOfArticle',
  'rarest',
  'names',
  'numbers',
  'proximity',
  'order',
  'sameForm',
  'related',
  'topic',
  'complete',
  'lead',
]);

/** Logistic regression by full-batch Adam from 0; every set counts the same. */
export function calibrate(outcomes: readonly Outcome[], options: CalibrateOptions): Calibration {
  const counts = new Map<string, number>();
  for (const { set } of outcomes) counts.set(set, (counts.get(set) ?? 0) + 1);
  const rows = outcomes.map(({ signs }) =>
    Float64Array.from([1, ...SIGNS.map((one) => (options.unused.has(one) ? 0 : signs[one]))]),
  );
  const weights = new Float64Array(SIGNS.length + 1);
  const first = new Float64Array(weights.length);
  const second = new Float64Array(weights.length);
  for (let round = 1; round <= options.rounds; round++) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : -options.decay * weight));
    outcomes.forEach(({ set, target }, place) => {
      const row = rows[place] ?? new Float64Array(weights.length);
      const sum = row.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);
      const error = target - 1 / (1 + Math.exp(-sum));
      const share = error / ((counts.get(set) ?? 1) * counts.size);
      row.forEach((value, at) => {
        gradient[at] = (gradient[at] ?? 0) + share * value;
      });
    });
    gradient.forEach((slope, at) => {
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
      second[at] = 0.999 * (second[at] ?? 0) + 0.001 * slope * slope;
      const mean = (first[at] ?? 0) / (1 - 0.9 ** round);
      const spread = Math.sqrt((second[at] ?? 0) / (1 - 0.999 ** round)) + 1e-9;
      const next = (weights[at] ?? 0) + (options.rate * mean) / spread;
      const sign = SIGNS[at - 1];
      weights[at] = sign !== undefined && HELPING.has(sign) ? Math.max(0, next) : next;
    });
  }
  const named = SIGNS.map((sign, at): [string, number] => [sign, rounded(weights[at + 1] ?? 0)]);
  return {
    bias: rounded(weights[0] ?? 0),
    weights: Object.fromEntries(named) as Calibration['weights'],
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
