import { FORBIDDEN, type Labelling, type Transitions } from './chain.ts';

/** Labels less likely than this at a token are left out of the search. */
const LIVE = 0.01;

/** The labels in question at each token, and for each of these cells its best labellings up to there, best first. */
interface Lattice {
  readonly most: number;
  /** The first cell of each token; one more than there are tokens. */
  readonly starts: Int32Array;
  readonly labels: Uint8Array;
  /** cells x most: scores, -Infinity where there are fewer, and the places of the labellings that they continue. */
  readonly scores: Float64Array;
  readonly back: Int32Array;
}

/** The `most` best labellings of a chain, best first; `scores` and `chances` are length x labels. */
export function bestLabellings(
  { scores, chances }: { readonly scores: Float32Array; readonly chances: Float32Array },
  length: number,
  steps: Transitions,
  most: number,
): Labelling[] {
  const lattice = emptyLattice(chances, length, steps.labels, most);
  for (let token = 0; token < length; token++) {
    fillToken(lattice, token, steps, scores.subarray(token * steps.labels));
  }
  return ends(lattice, length, steps)
    .slice(0, most)
    .map(({ score, place }) => ({ score, path: trace(lattice, length, place) }));
}

/** The places of the labellings of the whole chain, best first. */
function ends({ starts, labels, scores, most }: Lattice, length: number, { last }: Transitions) {
  const from = (starts[length - 1] ?? 0) * most;
  return Array.from(scores.subarray(from), (score, index) => {
    const place = from + index;
    return { place, score: score + (last[labels[Math.floor(place / most)] ?? 0] ?? 0) };
  })
    .filter(({ score }) => score !== Number.NEGATIVE_INFINITY)
    .sort((a, b) => b.score - a.score || a.place - b.place);
}

function emptyLattice(
  chances: Float32Array,
  length: number,
  labels: number,
  most: number,
): Lattice {
  const starts = new Int32Array(length + 1);
  const live: number[] = [];
  for (let token = 0; token < length; token++) {
    for (let label = 0; label < labels; label++) {
      if ((chances[token * labels + label] as number) >= LIVE) live.push(label);
    }
    starts[token + 1] = live.length;
  }
  return {
    most,
    starts,
    labels: Uint8Array.from(live),
    scores: new Float64Array(live.length * most).fill(Number.NEGATIVE_INFINITY),
    back: new Int32Array(live.length * most),
  };
}

function fillToken(lattice: Lattice, token: number, steps: Transitions, local: Float32Array): void {
  const { starts, labels, scores, most } = lattice;
  for (let cell = starts[token] as number; cell < (starts[token + 1] as number); cell++) {
    const label = labels[cell] as number;
    if (token === 0) {
      scores[cell * most] = (steps.first[label] as number) + (local[label] as number);
      continue;
    }
    for (let from = starts[token - 1] as number; from < (starts[token] as number); from++) {
      const between = steps.between[(labels[from] as number) * steps.labels + label] as number;
      if (between > FORBIDDEN / 2) extend(lattice, cell, from, between + (local[label] as number));
    }
  }
}

/** Adds the labellings of the cell `from`, each with one more step worth `gain`, to those of `cell`. */
function extend({ most, scores, back }: Lattice, cell: number, from: number, gain: number): void {
  const last = (cell + 1) * most - 1;
  for (let place = from * most; place < (from + 1) * most; place++) {
    const score = (scores[place] as number) + gain;
    if (score <= (scores[last] as number)) return;
    let at = last;
    for (; at > cell * most && (scores[at - 1] as number) < score; at--) {
      scores[at] = scores[at - 1] as number;
      back[at] = back[at - 1] as number;
    }
    scores[at] = score;
    back[at] = place;
  }
}

function trace({ most, labels, back }: Lattice, length: number, end: number): Uint8Array {
  const path = new Uint8Array(length);
  let place = end;
  for (let token = length - 1; token >= 0; token--) {
    path[token] = labels[Math.floor(place / most)] as number;
    place = back[place] as number;
  }
  return path;
}
