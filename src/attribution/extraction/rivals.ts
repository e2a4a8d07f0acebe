import type { Candidate } from './reading-view.ts';
import type { Range } from './span-facts.ts';

/** A candidate and the acceptor's chance that it is an attribution. */
export interface Judged extends Candidate {
  readonly accepted: number;
}

/**
 * How a candidate stands to the others of its paragraph: for each relation the greatest chance of those that stand in
 * it, 0 for none; last, how many others are likely.
 */
export const RIVAL_MEASURES = [
  'cueInContent',
  'sameContent',
  'crossing',
  'around',
  'sameSource',
  'sourceInContent',
  'cueInSource',
  'others',
] as const;

/** The chance from which another candidate counts among "others". */
const LIKELY = 0.3;

export function rivalMeasures(own: Judged, candidates: readonly Judged[]): number[] {
  const most = new Array<number>(RIVAL_MEASURES.length).fill(0);
  let others = 0;
  for (const other of candidates) {
    if (other === own) continue;
    for (const [index, holds] of relations(own, other).entries()) {
      if (holds) most[index] = Math.max(most[index] as number, other.accepted);
    }
    others += Number(other.accepted > LIKELY);
  }
  most[most.length - 1] = others;
  return most;
}

/** Which of RIVAL_MEASURES, without the last, hold between a candidate and another. */
function relations(own: Judged, other: Judged): boolean[] {
  const shared = sharedBy(own.content, other.content);
  const [mine, theirs] = [sizeOf(own.content), sizeOf(other.content)];
  const around = sharedBy(own.cue, other.content) > 0;
  const named = own.source.length > 0;
  return [
    sharedBy(own.content, other.cue) > 0,
    shared === mine && shared === theirs,
    shared > 0 && shared < mine && shared < theirs,
    around,
    named && sameSpans(own.source, other.source),
    !around && sharedBy(own.source, other.content) > 0,
    sharedBy(own.source, other.cue) > 0,
  ];
}

const sizeOf = (ranges: readonly Range[]): number =>
  ranges.reduce((sum, [first, end]) => sum + end - first, 0);

/** How many tokens two roles have in common. */
function sharedBy(one: readonly Range[], other: readonly Range[]): number {
  let shared = 0;
  for (const [first, end] of one) {
    for (const [start, stop] of other) {
      shared += Math.max(0, Math.min(end, stop) - Math.max(first, start));
    }
  }
  return shared;
}

/** True where two roles cover the same spans. */
export const sameSpans = (one: readonly Range[], other: readonly Range[]): boolean =>
  one.length === other.length &&
  one.every(([first, end], index) => other[index]?.[0] === first && other[index]?.[1] === end);
