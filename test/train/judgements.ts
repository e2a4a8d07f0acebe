import { ACCEPT_TEMPLATES, acceptGrid } from '../../src/attribution/extraction/acceptor.ts';
import type { Candidate } from '../../src/attribution/extraction/reading-view.ts';
import type { Role } from '../../src/attribution/extraction/roles.ts';
import type { Labelled } from './chain-data.ts';
import type { GoldParagraph } from './gold.ts';
import { joint } from './likeness.ts';

/**
 * Each candidate with label 1 where annotators marked it: half of the content and of the source shared, as the scorer's
 * "joint" has it. The likest candidate takes an attribution, another one for the same is wrong.
 */
export function judgements(gold: GoldParagraph, candidates: readonly Candidate[]): Labelled[] {
  const spans = candidates.map((candidate) => (role: Role) => candidate[role]);
  const right = new Set<number>();
  for (const attribution of gold.attributions) {
    const scores = spans.map((of, index) => (right.has(index) ? 0 : joint(of, attribution)));
    const best = scores.indexOf(Math.max(0, ...scores));
    if (best >= 0 && (scores[best] ?? 0) > 0) right.add(best);
  }
  return candidates.map((candidate, index) => ({
    views: [{ grid: acceptGrid([candidate]), templates: ACCEPT_TEMPLATES, from: 0 }],
    labels: Uint8Array.of(right.has(index) ? 1 : 0),
  }));
}
