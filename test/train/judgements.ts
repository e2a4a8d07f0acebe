import {
  ACCEPT_TEMPLATES,
  acceptGrid,
  type Candidate,
  spansOf,
} from '../../src/attribution/extraction/acceptor.ts';
import type { Role } from '../../src/attribution/extraction/roles.ts';
import type { Labelled } from './chain-data.ts';
import type { GoldParagraph } from './gold.ts';

type Ranges = readonly (readonly [number, number])[];

const tokensOf = (ranges: Ranges): ReadonlySet<number> =>
  new Set(
    ranges.flatMap(([first, end]) => Array.from({ length: end - first }, (_, i) => first + i)),
  );

/** Shared tokens over all tokens. */
function likeness(a: Ranges, b: Ranges): number {
  const [one, other] = [tokensOf(a), tokensOf(b)];
  const shared = [...one].filter((token) => other.has(token)).length;
  return shared === 0 ? 0 : shared / (one.size + other.size - shared);
}

/**
 * Each candidate with label 1 where annotators marked it: half of the content and of the source shared, as the scorer's
 * "joint" has it. The likest candidate takes an attribution, another one for the same is wrong.
 */
export function judgements(gold: GoldParagraph, candidates: readonly Candidate[]): Labelled[] {
  const spans = candidates.map((candidate) => (role: Role) => spansOf(candidate, role));
  const right = new Set<number>();
  for (const attribution of gold.attributions) {
    const scores = spans.map((of, index) => (right.has(index) ? 0 : joint(of, attribution)));
    const best = scores.indexOf(Math.max(0, ...scores));
    if (best >= 0 && (scores[best] ?? 0) > 0) right.add(best);
  }
  return candidates.map((candidate, index) => ({
    views: [{ grid: acceptGrid(gold.analysis, candidate), templates: ACCEPT_TEMPLATES, from: 0 }],
    labels: Uint8Array.of(right.has(index) ? 1 : 0),
  }));
}

function joint(of: (role: Role) => Ranges, gold: Record<Role, Ranges>): number {
  const content = likeness(of('content'), gold.content);
  if (content < 0.5) return 0;
  const [source, goldSource] = [of('source'), gold.source];
  if (source.length === 0 || goldSource.length === 0) {
    return source.length === goldSource.length ? content : 0;
  }
  const alike = likeness(source, goldSource);
  return alike >= 0.5 ? content + alike : 0;
}
