import type { ChainModel } from '../../src/attribution/extraction/model.ts';
import { weightsOf } from '../../src/attribution/extraction/weights.ts';
import type { TrainedChain } from './chain-trainer.ts';

/** Weights as bytes; of the features that are not 0 then the `most` with the greatest weights are kept. */
export function quantise(trained: TrainedChain, most: number): ChainModel {
  const { labels } = trained.transitions;
  const strength = Float32Array.from(trained.hashes, (_, row) => strongest(trained, row));
  const least = strength.toSorted().at(-Math.min(most, strength.length)) ?? 0;
  const unit = strength.reduce((most, one) => Math.max(most, one), 1e-6) / 127;
  const rows = Array.from(trained.hashes.keys()).filter(
    (row) => (strength[row] as number) >= Math.max(least, unit / 2),
  );
  const hashes = Uint32Array.from(rows, (row) => trained.hashes[row] as number);
  const bytes = new Int8Array(rows.length * labels);
  for (const [index, row] of rows.entries()) {
    for (let label = 0; label < labels; label++) {
      bytes[index * labels + label] = Math.round(
        (trained.weights[row * labels + label] as number) / unit,
      );
    }
  }
  return {
    weights: weightsOf({ labels, unit, hashes, bytes }),
    steps: trained.transitions,
  };
}

function strongest({ weights, transitions: { labels } }: TrainedChain, row: number): number {
  let most = 0;
  for (let at = row * labels; at < (row + 1) * labels; at++) {
    most = Math.max(most, Math.abs(weights[at] as number));
  }
  return most;
}
