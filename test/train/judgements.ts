import { ACCEPT_TEMPLATES, acceptGrid } from '../../src/attribution/extraction/acceptor.ts';
import type { Candidate } from '../../src/attribution/extraction/reading-view.ts';
import { sameSpans } from '../../src/attribution/extraction/rivals.ts';
import type { Role } from '../../src/attribution/extraction/roles.ts';
import type { Labelled } from './chain-data.ts';
import type { GoldParagraph } from './gold.ts';
import { joint } from './likeness.ts';

/**
 * Which candidates annotators marked: half of the content and of the source shared, as the scorer's "joint" has it.
 * The likest candidate takes an attribution, another one for the same is wrong.
 */
export function markedAmong(gold: GoldParagraph, candidates: readonly Candidate[]): boolean[] {
  const spans = candidates.map((candidate) => (role: Role) => candidate[role]);
  const right = new Set<number>();
  for (const attribution of gold.attributions) {
    const scores = spans.map((of, index) => (right.has(index) ? 0 : joint(of, attribution)));
    const best = scores.indexOf(Math.max(0, ...scores));
    if (best >= 0 && (scores[best] ?? 0) > 0) right.add(best);
  }
  return candidates.map((_, index) => right.has(index));
}

/** Each candidate with label 1 where annotators marked it. */
export const judgements = (gold: GoldParagraph, candidates: readonly Candidate[]): Labelled[] =>
  markedAmong(gold, candidates).map((marked, index) => ({
    views: [
      {
        grid: acceptGrid([candidates[index] as Candidate]),
        templates: ACCEPT_TEMPLATES,
        from: 0,
      },
    ],
    labels: Uint8Array.of(marked ? 1 : 0),
  }));

/** The share of a candidate's content segments that annotators marked to the token, for whichever cue. */
export const exactShare = ({ attributions }: GoldParagraph, { content }: Candidate): number =>
  content.filter((range) =>
    attributions.some((one) => one.content.some((other) => sameSpans([range], [other]))),
  ).length / Math.max(1, content.length);
