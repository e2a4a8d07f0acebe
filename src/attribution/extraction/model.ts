import type { Boosted } from './boosted.ts';
import type { Transitions } from './chain.ts';
import type { Clusters } from './clusters.ts';
import type { SparseWeights } from './sparse.ts';
import type { Weights } from './weights.ts';

/** One linear chain with its weights. */
export interface ChainModel {
  readonly weights: Weights;
  readonly steps: Transitions;
}

/** Learnt from word vectors and a treebank: what the passes know of words and sentences. */
export interface LanguageModel {
  readonly clusters: Clusters;
  readonly classes: SparseWeights;
  readonly parser: SparseWeights;
}

/** All that training learns. */
export interface Model extends LanguageModel {
  readonly tagger: ChainModel;
  readonly linker: ChainModel;
  /** A chain of one token and one label. */
  readonly chooser: ChainModel;
  readonly acceptor: ChainModel;
  readonly arbiter: Boosted;
}
