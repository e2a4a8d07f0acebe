import type { Analysis } from './analysis.ts';
import type { Grid } from './grid.ts';

/** The second pass over one paragraph: what is the same for all its cues. */
export interface Linking {
  readonly analysis: Analysis;
  /** The first pass's likeliest label of each token, and 1. */
  readonly guess: Int32Array;
  /** Columns for COMMON_TEMPLATES. */
  readonly common: Grid;
}
