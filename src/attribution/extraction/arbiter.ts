import { type Boosted, boostedScore } from './boosted.ts';
import { measuresOf } from './measures.ts';
import type { Judged } from './rivals.ts';

/** How likely each of a paragraph's candidates is right, weighed beside the others. */
export const verdicts = (candidates: readonly Judged[], arbiter: Boosted): number[] =>
  measuresOf(candidates).map((row) => 1 / (1 + Math.exp(-boostedScore(arbiter, row))));
