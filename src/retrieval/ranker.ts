import { FEATURES, type Feature, type FeatureValues } from './features.ts';
import type { Contribution } from './retrieve.ts';

export type Weights = Readonly<Record<Feature, number>>;

const WEIGHTS: Weights = {
  coverage: 4,
  coverageOfParagraph: 1,
  coverageWithHeadings: 1.5,
  coverageOfArticle: 1,
  coverageOfHeadline: 0.5,
  proximity: 0.8,
  order: 0.8,
  sameForm: 0.5,
  numbers: 0.5,
  rarest: 0.5,
  names: 0.5,
  frequency: 0.5,
  density: 0.5,
  amount: 0.5,
  related: 0.5,
  topic: 0.5,
  topicInstead: 1,
  speaker: 4,
  speakerMember: 3,
  act: 0.5,
  attributed: 0.1,
  early: 0.2,
  answerType: 0.3,
  recent: 1.5,
  length: 0.3,
};

/** What each feature adds to the score; their sum is the score. */
export function contributions(values: FeatureValues, weights: Weights = WEIGHTS): Contribution[] {
  return FEATURES.map((feature) => {
    const value = values[feature];
    return { feature, value, contribution: value * weights[feature] };
  });
}

/** The sum of all contributions. */
export function scoreOf(values: FeatureValues, weights: Weights = WEIGHTS): number {
  let score = 0;
  for (const feature of FEATURES) score += values[feature] * weights[feature];
  return score;
}
