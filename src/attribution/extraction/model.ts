import type { Transitions } from './chain.ts';
import type { Weights } from './weights.ts';

/** One linear chain with its weights. */
export interface ChainModel {
  readonly weights: Weights;
  readonly steps: Transitions;
}

/** All that training learns. */
export interface Model {
  readonly tagger: ChainModel;
  readonly linker: ChainModel;
}
