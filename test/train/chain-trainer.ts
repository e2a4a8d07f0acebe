import { factors, marginals, type Transitions } from '../../src/attribution/extraction/chain.ts';
import type { ChainData } from './chain-data.ts';
import { randomFrom, shuffle } from './random.ts';

export interface TrainingOptions {
  readonly epochs: number;
  /** First step of AdaGrad. */
  readonly rate: number;
  /** The share of features that a training step sees (feature dropout). */
  readonly keep: number;
  readonly seed: number;
  readonly labels: number;
  /** Penalties of steps and starts that the labelling forbids. */
  readonly steps: Float32Array;
  readonly starts: Float32Array;
  readonly report?: (line: string) => void;
}

export interface TrainedChain {
  readonly hashes: Uint32Array;
  /** hashes.length x labels, in nats. */
  readonly weights: Float32Array;
  readonly transitions: Transitions;
}

interface State {
  readonly data: ChainData;
  readonly options: TrainingOptions;
  /** For each feature a row: its weights, then, from the middle of the row, the sums of their squared gradients. */
  readonly table: Float32Array;
  /** Length of a row: a power of two, so that a row is one line of the processor's cache. */
  readonly stride: number;
  readonly between: Float32Array;
  readonly betweenSquares: Float32Array;
  readonly random: () => number;
}

/** Conditional random field by AdaGrad, one sequence a step, weights averaged over the later half of the epochs. */
export function trainChain(data: ChainData, options: TrainingOptions): TrainedChain {
  const stride = 2 ** (1 + Math.ceil(Math.log2(options.labels)));
  const size = data.hashes.length * stride;
  const state: State = {
    data,
    options,
    table: new Float32Array(size).map((_, at) => (at % stride < stride / 2 ? 0 : 1e-2)),
    stride,
    between: Float32Array.from(options.steps),
    betweenSquares: new Float32Array(options.steps.length).fill(1e-2),
    random: randomFrom(options.seed),
  };
  const order = Int32Array.from({ length: data.sequences.length - 1 }, (_, index) => index);
  const sum = new Float32Array(size);
  const sumBetween = new Float32Array(state.between.length);
  const from = Math.floor(options.epochs / 2);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, state.random);
    let loss = 0;
    for (const sequence of order) loss += step(state, sequence);
    options.report?.(`epoch ${epoch + 1}: ${(loss / data.labels.length).toFixed(4)} nats a token`);
    if (epoch < from) continue;
    for (let i = 0; i < size; i++) sum[i] = (sum[i] as number) + (state.table[i] as number);
    for (let i = 0; i < sumBetween.length; i++) {
      sumBetween[i] = (sumBetween[i] as number) + (state.between[i] as number);
    }
  }
  const count = options.epochs - from;
  return {
    hashes: data.hashes,
    weights: new Float32Array(data.hashes.length * options.labels).map((_, at) => {
      const row = Math.floor(at / options.labels);
      return (sum[row * stride + (at % options.labels)] as number) / count;
    }),
    transitions: transitionsOf(
      sumBetween.map((value) => value / count),
      options,
    ),
  };
}

const transitionsOf = (
  between: Float32Array,
  { labels, starts }: TrainingOptions,
): Transitions => ({
  labels,
  between,
  first: starts,
  last: new Float32Array(labels),
});

/** One step on one sequence; returns its loss in nats. */
function step(state: State, sequence: number): number {
  const { data, options } = state;
  const { labels } = options;
  const start = data.sequences[sequence] as number;
  const length = (data.sequences[sequence + 1] as number) - start;
  if (length === 0) return 0;
  const kept = sampled(state, start, length);
  const scores = scoresOf(state, kept, length);
  const pairs = new Float64Array(labels * labels);
  const found = marginals(scores, length, factors(transitionsOf(state.between, options)), pairs);
  const gold = data.labels.subarray(start, start + length);
  const loss = found.logPartition - goldScore(state, scores, gold);
  updateSteps(state, pairs, gold);
  for (let token = 0; token < length; token++) {
    const label = token * labels + (gold[token] as number);
    found.chances[label] = (found.chances[label] as number) - 1;
  }
  updateFeatures(state, kept, found.chances);
  return loss;
}

interface Kept {
  readonly features: Int32Array;
  readonly offsets: Int32Array;
}

/** Features that survive dropout, token by token. */
function sampled({ data, options, random }: State, start: number, length: number): Kept {
  const from = data.offsets[start] as number;
  const to = data.offsets[start + length] as number;
  const features = new Int32Array(to - from);
  const offsets = new Int32Array(length + 1);
  let used = 0;
  for (let token = 0; token < length; token++) {
    const end = data.offsets[start + token + 1] as number;
    for (let at = data.offsets[start + token] as number; at < end; at++) {
      if (random() < options.keep) features[used++] = data.features[at] as number;
    }
    offsets[token + 1] = used;
  }
  return { features, offsets };
}

function scoresOf({ table, stride, options }: State, { features, offsets }: Kept, length: number) {
  const { labels, keep } = options;
  const scores = new Float32Array(length * labels);
  for (let token = 0; token < length; token++) {
    const row = token * labels;
    for (let at = offsets[token] as number; at < (offsets[token + 1] as number); at++) {
      const feature = (features[at] as number) * stride;
      for (let label = 0; label < labels; label++) {
        scores[row + label] = (scores[row + label] as number) + (table[feature + label] as number);
      }
    }
    for (let label = 0; label < labels; label++) {
      scores[row + label] = (scores[row + label] as number) / keep;
    }
  }
  return scores;
}

function goldScore({ between, options }: State, scores: Float32Array, gold: Uint8Array): number {
  let total = 0;
  for (let token = 0; token < gold.length; token++) {
    total += scores[token * options.labels + (gold[token] as number)] as number;
    if (token === 0) continue;
    total += between[
      (gold[token - 1] as number) * options.labels + (gold[token] as number)
    ] as number;
  }
  return total;
}

function updateSteps(state: State, pairs: Float64Array, gold: Uint8Array) {
  const { labels, rate } = state.options;
  for (let token = 1; token < gold.length; token++) {
    const at = (gold[token - 1] as number) * labels + (gold[token] as number);
    pairs[at] = (pairs[at] as number) - 1;
  }
  for (let at = 0; at < pairs.length; at++) {
    if ((state.between[at] as number) < -1e3) continue;
    const gradient = pairs[at] as number;
    const square = (state.betweenSquares[at] as number) + gradient * gradient;
    state.betweenSquares[at] = square;
    state.between[at] = (state.between[at] as number) - (rate * gradient) / Math.sqrt(square);
  }
}

/** Gradients too small to move a quantised weight. */
const NEGLIGIBLE = 2e-3;

function updateFeatures(state: State, { features, offsets }: Kept, gradients: Float32Array) {
  const { table, stride, options } = state;
  const { labels, rate } = options;
  for (let token = 0; token + 1 < offsets.length; token++) {
    for (let label = 0; label < labels; label++) {
      const gradient = gradients[token * labels + label] as number;
      if (Math.abs(gradient) < NEGLIGIBLE) continue;
      const square = gradient * gradient;
      for (let at = offsets[token] as number; at < (offsets[token + 1] as number); at++) {
        const weight = (features[at] as number) * stride + label;
        const sum = (table[weight + stride / 2] as number) + square;
        table[weight + stride / 2] = sum;
        table[weight] = (table[weight] as number) - (rate * gradient) / Math.sqrt(sum);
      }
    }
  }
}
