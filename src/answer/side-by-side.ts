import type { Hit } from '../retrieval/retrieve.ts';

/** Of hits this much worse than the best, none is moved up to give its speaker room. */
const COMPARABLE = 0.75;

/**
 * `hits`, best first, so that speakers take turns: the best of each, then the second of each. Only among those that
 * score like the best; the rest follow as they were.
 */
export function sideBySide(hits: readonly Hit[]): Hit[] {
  const best = hits[0]?.score ?? 0;
  const near = hits.filter(({ score }) => score >= COMPARABLE * best);
  const turns = new Map<string, number>();
  const placed = near.map((hit) => {
    const name = hit.attribution?.speaker?.name ?? '';
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    return { hit, turn };
  });
  const ordered = placed.sort((a, b) => a.turn - b.turn).map(({ hit }) => hit);
  return [...ordered, ...hits.filter((hit) => !near.includes(hit))];
}
