import type { Labelling } from './chain.ts';
import type { Linking } from './linking.ts';
import { LABELS, type Role, rangesOf } from './roles.ts';
import { type Range, type SpanFacts, spanFacts } from './span-facts.ts';
import { type TokenFacts, tokenFacts } from './token-facts.ts';

/** The readings of one cue: the second pass's best labellings. */
export interface Readings {
  readonly linking: Linking;
  /** The token at which the first pass sees a cue begin, and its chance. */
  readonly anchor: number;
  readonly chance: number;
  /** The token of the paragraph at which each path begins. */
  readonly first: number;
  /** Best first, each with a cue and a content. */
  readonly list: readonly Labelling[];
  /** The second pass's chance of every label at every token. */
  readonly chances: Float32Array;
}

/** One reading as its columns see it; tokens are counted from the start of the paragraph. */
export interface ReadingView extends Record<Role, readonly Range[]> {
  readonly linking: Linking;
  readonly facts: TokenFacts;
  readonly anchor: number;
  readonly path: Uint8Array;
  readonly rank: number;
  /** How much likelier the best reading is, in nats. */
  readonly gap: number;
  readonly chanceOf: (token: number, label: number) => number;
  /** Where a governor stands, seen from `token`: in the cue 11, source 12 or content 13, before 17, after 18, nowhere 19. */
  readonly sideOf: (governor: number, token: number) => number;
  readonly spanFactsOf: (range: Range) => SpanFacts;
}

/** The best reading of a cue, and how sure the passes were of it. */
export interface Candidate extends ReadingView {
  /** The first pass's chance that a cue begins at the anchor. */
  readonly chance: number;
  /** The chance of this reading among those of the cue. */
  readonly chosen: number;
  /** The chance of all readings of the cue that have the same content. */
  readonly agreed: number;
}

export function readingViews({ linking, anchor, first, list, chances }: Readings): ReadingView[] {
  const facts = tokenFacts(linking);
  const best = list[0]?.score ?? 0;
  const chanceOf = (token: number, label: number) =>
    chances[(token - first) * LABELS.length + label] ?? 0;
  return list.map(({ path, score }, rank) => {
    const spans = (role: Role) =>
      rangesOf(path, role).map(([from, end]): Range => [from + first, end + first]);
    const roleAt = (token: number) => Math.ceil((path[token - first] ?? 0) / 2);
    const sideOf = (governor: number, token: number) => {
      if (governor < 0) return 19;
      return 10 + (roleAt(governor) || (governor < token ? 7 : 8));
    };
    return {
      ...{ linking, facts, anchor, path, rank, gap: best - score, chanceOf, sideOf },
      cue: spans('cue'),
      source: spans('source'),
      content: spans('content'),
      spanFactsOf: (range) => spanFacts(facts, range, (token) => roleAt(token) > 0),
    };
  });
}
