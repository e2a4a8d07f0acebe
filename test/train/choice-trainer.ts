import type { ChainData } from './chain-data.ts';
import type { TrainedChain } from './chain-trainer.ts';
import { randomFrom, shuffle } from './random.ts';

export interface ChoiceOptions {
  readonly epochs: number;
  /** First step of AdaGrad. */
  readonly rate: number;
  /** The share of features that a training step sees. */
  readonly keep: number;
  readonly seed: number;
  readonly report?: (line: string) => void;
}

interface State {
  readonly data: ChainData;
  readonly options: ChoiceOptions;
  readonly weights: Float32Array;
  /** Sums of squared gradients. */
  readonly squares: Float32Array;
  readonly random: () => number;
}

/**
 * A log-linear model that shares its chances among the members of a sequence, by AdaGrad, one sequence a step, weights
 * averaged over the later half of the epochs. The labels of `data` are the shares, in proportion, that members should get.
 */
export function trainChoice(data: ChainData, options: ChoiceOptions): TrainedChain {
  const state: State = {
    data,
    options,
    weights: new Float32Array(data.hashes.length),
    squares: new Float32Array(data.hashes.length).fill(1e-2),
    random: randomFrom(options.seed),
  };
  const sum = new Float32Array(data.hashes.length);
  const order = Int32Array.from({ length: data.sequences.length - 1 }, (_, index) => index);
  const from = Math.floor(options.epochs / 2);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, state.random);
    let loss = 0;
    for (const sequence of order) loss += step(state, sequence);
    options.report?.(`epoch ${epoch + 1}: ${(loss / order.length).toFixed(4)} nats a choice`);
    if (epoch < from) continue;
    for (let i = 0; i < sum.length; i++) {
      sum[i] = (sum[i] as number) + (state.weights[i] as number);
    }
  }
  const [between, first, last] = [new Float32Array(1), new Float32Array(1), new Float32Array(1)];
  return {
    hashes: data.hashes,
    weights: sum.map((value) => value / (options.epochs - from)),
    transitions: { labels: 1, between, first, last },
  };
}

/** One step on one sequence; returns its loss in nats. */
function step(state: State, sequence: number): number {
  const { offsets, labels, sequences } = state.data;
  const start = sequences[sequence] as number;
  const wanted = labels.subarray(start, sequences[sequence + 1] as number);
  const kept = Array.from(wanted, (_, member) =>
    sampled(state, offsets[start + member] as number, offsets[start + member + 1] as number),
  );
  const scores = kept.map((features) => scoreOf(state, features));
  const top = Math.max(...scores);
  const all = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  const total = wanted.reduce((sum, share) => sum + share, 0);
  let loss = 0;
  for (const [member, features] of kept.entries()) {
    const logChance = (scores[member] as number) - top - Math.log(all);
    const target = (wanted[member] as number) / total;
    loss -= target * logChance;
    update(state, features, Math.exp(logChance) - target);
  }
  return loss;
}

/** The features between two offsets that survive dropout. */
function sampled({ data, options, random }: State, from: number, to: number): Int32Array {
  const kept = new Int32Array(to - from);
  let used = 0;
  for (let at = from; at < to; at++) {
    if (random() < options.keep) kept[used++] = data.features[at] as number;
  }
  return kept.subarray(0, used);
}

function scoreOf({ weights, options }: State, features: Int32Array): number {
  let score = 0;
  for (let at = 0; at < features.length; at++) score += weights[features[at] as number] as number;
  return score / options.keep;
}

/** Gradients too small to move a quantised weight. */
const NEGLIGIBLE = 1e-3;

function update({ weights, squares, options }: State, features: Int32Array, gradient: number) {
  if (Math.abs(gradient) < NEGLIGIBLE) return;
  for (const feature of features) {
    const square = (squares[feature] as number) + gradient * gradient;
    squares[feature] = square;
    weights[feature] = (weights[feature] as number) - (options.rate * gradient) / Math.sqrt(square);
  }
}
