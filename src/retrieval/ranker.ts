import { FEATURES, type Feature, type FeatureValues } from './features.ts';

export type Weights = Readonly<Record<Feature, number>>;

/** A feature's share in a score, for `ask --explain`. */
export interface Contribution {
  readonly feature: string;
  readonly value: number;
  readonly contribution: number;
}

/** What each feature adds to the score; their sum is the score. */
export function contributions({
  values,
  weights,
}: {
  readonly values: FeatureValues;
  readonly weights: Weights;
}): Contribution[] {
  return FEATURES.map((feature) => {
    const value = values[feature];
    return { feature, value, contribution: value * weights[feature] };
  });
}

/** The sum of all contributions. */
export function scoreOf(values: FeatureValues, weights: Weights): number {
  const listed = lists.get(weights) ?? FEATURES.map((feature) => weights[feature]);
  lists.set(weights, listed);
  let score = 0;
  FEATURES.forEach((feature, at) => {
    score += values[feature] * (listed[at] as number);
  });
  return score;
}

/** Weights in the order of the features: to look each up by its name for each candidate takes as long again. */
const lists = new WeakMap<Weights, readonly number[]>();
