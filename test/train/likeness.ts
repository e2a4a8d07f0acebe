import type { Role } from '../../src/attribution/extraction/roles.ts';

/** Tokens from the first up to, not including, the second. */
export type Ranges = readonly (readonly [number, number])[];

const tokensOf = (ranges: Ranges): ReadonlySet<number> =>
  new Set(
    ranges.flatMap(([first, end]) => Array.from({ length: end - first }, (_, i) => first + i)),
  );

/** Shared tokens over all tokens. */
export function likeness(a: Ranges, b: Ranges): number {
  const [one, other] = [tokensOf(a), tokensOf(b)];
  const shared = [...one].filter((token) => other.has(token)).length;
  return shared === 0 ? 0 : shared / (one.size + other.size - shared);
}

export const sameRanges = (a: Ranges, b: Ranges): boolean =>
  a.length === b.length &&
  a.every(([first, end], index) => b[index]?.[0] === first && b[index][1] === end);

/** How alike content and source are, where the scorer's "joint" takes both for right; else 0. */
export function joint(of: (role: Role) => Ranges, gold: Record<Role, Ranges>): number {
  const content = likeness(of('content'), gold.content);
  if (content < 0.5) return 0;
  const [source, goldSource] = [of('source'), gold.source];
  if (source.length === 0 || goldSource.length === 0) {
    return source.length === goldSource.length ? content : 0;
  }
  const alike = likeness(source, goldSource);
  return alike >= 0.5 ? content + alike : 0;
}
