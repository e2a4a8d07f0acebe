import { indexHashes, indexOf } from './hash-index.ts';

/** Groups of words of like use. */
export interface Clusters {
  /** Hashes of words, ascending as unsigned numbers. */
  readonly hashes: Uint32Array;
  /** The fine cluster of each word. */
  readonly fine: Uint16Array;
  /** The coarse cluster of each fine one. */
  readonly coarse: Uint8Array;
}

/** Fine and coarse cluster of a word, from 1; 0 for a word that has none. */
export type ClusterOf = (word: number) => readonly [fine: number, coarse: number];

export function clusterFinder({ hashes, fine, coarse }: Clusters): ClusterOf {
  const index = indexHashes(hashes);
  return (word) => {
    const at = indexOf(hashes, index, word);
    if (at < 0) return [0, 0];
    const cluster = fine[at] ?? 0;
    return [cluster + 1, (coarse[cluster] ?? 0) + 1];
  };
}
