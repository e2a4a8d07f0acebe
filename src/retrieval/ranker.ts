import { FEATURES, type Feature, type FeatureValues } from './features.ts';
import type { Contribution } from './retrieve.ts';

export type Weights = Readonly<Record<Feature, number>>;

/** What each feature adds to the score; their sum is the score. */
export function contributions(values: FeatureValues, weights: Weights): Contribution[] {
  return FEATURES.map((feature) => {
    const value = values[feature];
    return { feature, value, contribution: value * weights[feature] };
  });
}

/** The sum of all contributions. */
export function scoreOf(values: FeatureValues, weights: Weights): number {
  let score = 0;
  for (const feature of FEATURES) score += values[feature] * weights[feature];
  return score;
}
