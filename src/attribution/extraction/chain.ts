/** Scores between neighbouring labels of a linear chain, in nats; a forbidden step is `FORBIDDEN`. */
export interface Transitions {
  readonly labels: number;
  /** labels x labels, row = the label before. */
  readonly between: Float32Array;
  readonly first: Float32Array;
  readonly last: Float32Array;
}

export const FORBIDDEN = -1e4;

/** A labelling of a chain and its score in nats. */
export interface Labelling {
  readonly path: Uint8Array;
  readonly score: number;
}

/** Transitions as factors, not logs. */
export type Factors = Transitions;

export const factors = ({ labels, between, first, last }: Transitions): Factors => ({
  labels,
  between: between.map((score) => Math.exp(score)),
  first: first.map((score) => Math.exp(score)),
  last: last.map((score) => Math.exp(score)),
});

/** Probabilities of a chain's labels (length x labels), and the log of its partition function. */
export interface Marginals {
  readonly chances: Float32Array;
  readonly logPartition: number;
}

/**
 * The probability of every label at every token, by forward-backward with each token scaled to 1. Training asks for
 * `pairs` (labels x labels) too: how often each step is expected in the whole chain is added to it.
 */
export function marginals(
  scores: Float32Array,
  length: number,
  steps: Factors,
  pairs: Float64Array | null = null,
): Marginals {
  const { labels } = steps;
  const local = new Float64Array(length * labels);
  const ahead = new Float64Array(length * labels);
  let logPartition = 0;
  for (let token = 0; token < length; token++) {
    const at = token * labels;
    logPartition += exponentiate(scores, at, labels, local);
    const total = advance(local, ahead, at, steps);
    logPartition += Math.log(total);
    for (let label = 0; label < labels; label++) {
      ahead[at + label] = (ahead[at + label] as number) / total;
    }
  }
  const end = Math.max(0, length - 1) * labels;
  const final = ahead
    .subarray(end)
    .reduce((sum, reach, label) => sum + reach * (steps.last[label] as number), 0);
  return {
    chances: backward({ local, ahead, pairs }, length, steps),
    logPartition: length === 0 ? 0 : logPartition + Math.log(final),
  };
}

/** exp(score - top) of one token into `local`; returns the top. */
function exponentiate(scores: Float32Array, at: number, labels: number, local: Float64Array) {
  let top = Number.NEGATIVE_INFINITY;
  for (let label = at; label < at + labels; label++) top = Math.max(top, scores[label] as number);
  for (let label = at; label < at + labels; label++) {
    local[label] = Math.exp((scores[label] as number) - top);
  }
  return top;
}

/** One forward step to the token at `at`; returns the sum over its labels. */
function advance(local: Float64Array, ahead: Float64Array, at: number, steps: Factors): number {
  const { labels, between, first } = steps;
  let total = 0;
  for (let label = 0; label < labels; label++) {
    let reach = at === 0 ? (first[label] as number) : 0;
    let step = label;
    for (let before = Math.max(0, at - labels); before < at; before++) {
      reach += (ahead[before] as number) * (between[step] as number);
      step += labels;
    }
    const value = reach * (local[at + label] as number);
    ahead[at + label] = value;
    total += value;
  }
  return total;
}

interface Forward {
  readonly local: Float64Array;
  readonly ahead: Float64Array;
  readonly pairs: Float64Array | null;
}

function backward({ local, ahead, pairs }: Forward, length: number, steps: Factors): Float32Array {
  const { labels, between, last } = steps;
  const chances = new Float32Array(length * labels);
  const behind = Float64Array.from(last);
  const before = new Float64Array(labels);
  for (let token = length - 1; token >= 0; token--) {
    const at = token * labels;
    let total = 0;
    for (let label = 0; label < labels; label++) {
      total += (ahead[at + label] as number) * (behind[label] as number);
    }
    for (let label = 0; label < labels; label++) {
      chances[at + label] = ((ahead[at + label] as number) * (behind[label] as number)) / total;
      behind[label] = (behind[label] as number) * (local[at + label] as number);
    }
    if (token === 0) break;
    const reached = ahead.subarray(at - labels, at);
    const sum = retreat(between, reached, behind, before);
    if (pairs !== null) addSteps(pairs, between, reached, { behind, sum });
    behind.set(before);
  }
  return chances;
}

/** One backward step, to the `behind` of the token before, into `before`; returns what it was scaled down by. */
function retreat(
  between: Float32Array,
  ahead: Float64Array,
  behind: Float64Array,
  before: Float64Array,
): number {
  const labels = behind.length;
  let total = 0;
  let step = 0;
  for (let from = 0; from < labels; from++) {
    let reach = 0;
    for (let to = 0; to < labels; to++) {
      reach += (between[step++] as number) * (behind[to] as number);
    }
    before[from] = reach;
    total += reach * (ahead[from] as number);
  }
  for (let from = 0; from < labels; from++) before[from] = (before[from] as number) / total;
  return total;
}

/** Adds the chances of the steps between two tokens to `pairs`. */
function addSteps(
  pairs: Float64Array,
  between: Float32Array,
  ahead: Float64Array,
  { behind, sum }: { readonly behind: Float64Array; readonly sum: number },
): void {
  const labels = behind.length;
  for (let from = 0; from < labels; from++) {
    const share = (ahead[from] as number) / sum;
    for (let to = 0; to < labels; to++) {
      const at = from * labels + to;
      pairs[at] = (pairs[at] as number) + share * (between[at] as number) * (behind[to] as number);
    }
  }
}
