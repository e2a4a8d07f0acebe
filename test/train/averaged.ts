import type { TrainedChain } from './chain-trainer.ts';

/**
 * The mean of chains trained on the same data in different orders and with other features left out: what each has
 * learnt by chance falls away, and the mean is as fast as one.
 */
export function averaged(chains: readonly [TrainedChain, ...TrainedChain[]]): TrainedChain {
  const [{ hashes, transitions }] = chains;
  const mean = (part: (chain: TrainedChain) => Float32Array) =>
    part(chains[0]).map(
      (_, at) =>
        chains.reduce((sum, chain) => sum + (part(chain)[at] as number), 0) / chains.length,
    );
  return {
    hashes,
    weights: mean(({ weights }) => weights),
    transitions: { ...transitions, between: mean((chain) => chain.transitions.between) },
  };
}
