import type { Boosted } from '../../src/attribution/extraction/boosted.ts';
import { randomFrom } from './random.ts';

export interface BoostingOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Added to the curvature of each leaf. */
  readonly decay: number;
  /** Values of a measure are told apart at so many of their quantiles. */
  readonly edges: number;
  /** The shares of measures and of examples that each tree sees. */
  readonly measures: number;
  readonly examples: number;
  /** The least curvature on either side of a question within a leaf. */
  readonly least: number;
  readonly seed: number;
}

/** Examples: a row of measures each, and the chance that is to be learnt. */
export interface Weighings {
  readonly rows: readonly Float32Array[];
  readonly targets: readonly number[];
}

/** A measure of all examples as how many of its `edges` each has reached. */
interface Steps {
  readonly measure: number;
  readonly edges: Float32Array;
  readonly steps: Uint8Array;
}

interface State {
  readonly options: BoostingOptions;
  readonly columns: readonly Steps[];
  /** First and second derivatives of the loss of each example. */
  readonly slopes: Float64Array;
  readonly curves: Float64Array;
  /** The leaf of each example in the tree that grows. */
  readonly leaf: Uint8Array;
  readonly random: () => number;
}

/** Oblivious trees by gradient boosting with Newton steps on the log loss (Friedman 2001; Prokhorenkova et al. 2018). */
export function trainBoosted({ rows, targets }: Weighings, options: BoostingOptions): Boosted {
  const width = rows[0]?.length ?? 0;
  const state: State = {
    options,
    columns: Array.from({ length: width }, (_, measure) => stepsOf(rows, measure, options.edges)),
    slopes: new Float64Array(rows.length),
    curves: new Float64Array(rows.length),
    leaf: new Uint8Array(rows.length),
    random: randomFrom(options.seed),
  };
  const scores = new Float64Array(rows.length);
  const trees = Array.from({ length: options.trees }, () => {
    for (const [example, target] of targets.entries()) {
      const chance = 1 / (1 + Math.exp(-(scores[example] as number)));
      state.slopes[example] = chance - target;
      state.curves[example] = chance * (1 - chance);
    }
    const tree = growTree(state);
    for (const [example, leaf] of state.leaf.entries()) {
      scores[example] = (scores[example] as number) + (tree.leaves[leaf] as number);
    }
    return tree;
  });
  const questions = trees.flatMap((tree) => tree.questions);
  return {
    depth: options.depth,
    measures: Uint8Array.from(questions, ({ measure }) => measure),
    edges: Float32Array.from(questions, ({ edge }) => edge),
    leaves: Float32Array.from(trees.flatMap(({ leaves }) => leaves)),
  };
}

function stepsOf(rows: readonly Float32Array[], measure: number, most: number): Steps {
  const values = Float32Array.from(rows, (row) => row[measure] as number);
  const sorted = values.toSorted();
  const quantiles = Array.from(
    { length: most },
    (_, index) => sorted[Math.floor(((index + 1) * sorted.length) / (most + 1))] as number,
  );
  const edges = Float32Array.from(
    quantiles.filter((edge, index) => edge !== sorted[0] && edge !== quantiles[index - 1]),
  );
  const steps = Uint8Array.from(values, (value) => {
    let step = 0;
    while (step < edges.length && value >= (edges[step] as number)) step++;
    return step;
  });
  return { measure, edges, steps };
}

function growTree(state: State) {
  const { options, columns, leaf, random } = state;
  const seen = Int32Array.from(leaf.keys()).filter(() => random() < options.examples);
  const asked = columns.filter(() => random() < options.measures);
  leaf.fill(0);
  const questions = Array.from({ length: options.depth }, (_, level) => {
    const { column, step } = bestQuestion(state, { seen, asked, leaves: 1 << level });
    for (let example = 0; example < leaf.length; example++) {
      const right = Number((column.steps[example] as number) >= step);
      leaf[example] = 2 * (leaf[example] as number) + right;
    }
    return { measure: column.measure, edge: column.edges[step - 1] ?? Number.POSITIVE_INFINITY };
  });
  return { questions, leaves: leavesOf(state, seen) };
}

/** One level of a tree: the examples and measures that the tree sees, and the leaves so far. */
interface Level {
  readonly seen: Int32Array;
  readonly asked: readonly Steps[];
  readonly leaves: number;
}

/** The measure and the step of it that tell the examples of all leaves best apart. */
function bestQuestion(
  state: State,
  level: Level,
): { readonly column: Steps; readonly step: number } {
  let best = { column: state.columns[0] as Steps, step: 256, gain: 0 };
  for (const column of level.asked) {
    const gains = gainsOf(state, level, column);
    for (const [step, gain] of gains.entries()) {
      if (gain > best.gain) best = { column, step, gain };
    }
  }
  return best;
}

/** By how much the loss falls when the examples of each leaf are parted at each step of a measure. */
function gainsOf(state: State, { seen, leaves }: Level, column: Steps): Float64Array {
  const { slopes, curves, leaf, options } = state;
  const width = column.edges.length + 1;
  const slope = new Float64Array(leaves * width);
  const curve = new Float64Array(leaves * width);
  for (const example of seen) {
    const at = (leaf[example] as number) * width + (column.steps[example] as number);
    slope[at] = (slope[at] as number) + (slopes[example] as number);
    curve[at] = (curve[at] as number) + (curves[example] as number);
  }
  const gains = new Float64Array(width);
  for (let from = 0; from < slope.length; from += width) {
    const own = {
      slope: slope.subarray(from, from + width),
      curve: curve.subarray(from, from + width),
    };
    addGains(own, options, gains);
  }
  return gains;
}

interface Sums {
  readonly slope: Float64Array;
  readonly curve: Float64Array;
}

function addGains({ slope, curve }: Sums, { decay, least }: BoostingOptions, gains: Float64Array) {
  const allSlope = slope.reduce((sum, one) => sum + one, 0);
  const allCurve = curve.reduce((sum, one) => sum + one, 0);
  const worth = (slopes: number, curves: number) => slopes ** 2 / (curves + decay);
  let leftSlope = 0;
  let left = 0;
  for (let step = 1; step < gains.length; step++) {
    leftSlope += slope[step - 1] as number;
    left += curve[step - 1] as number;
    const right = allCurve - left;
    if (left < least || right < least) continue;
    const parted = worth(leftSlope, left) + worth(allSlope - leftSlope, right);
    gains[step] = (gains[step] as number) + parted - worth(allSlope, allCurve);
  }
}

function leavesOf({ slopes, curves, leaf, options }: State, seen: Int32Array): number[] {
  const slope = new Float64Array(1 << options.depth);
  const curve = new Float64Array(1 << options.depth);
  for (const example of seen) {
    const at = leaf[example] as number;
    slope[at] = (slope[at] as number) + (slopes[example] as number);
    curve[at] = (curve[at] as number) + (curves[example] as number);
  }
  return Array.from(
    slope,
    (one, at) => (-options.rate * one) / ((curve[at] as number) + options.decay),
  );
}
