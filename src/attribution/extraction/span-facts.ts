import type { TokenFacts } from './token-facts.ts';

/** Tokens from the first up to, not including, the second. */
export type Range = readonly [first: number, end: number];

/** How the tree of a sentence lies across a span: what is loose in it, and what it cuts off. */
export interface SpanFacts {
  /** The first token of the span that hangs on none in it; -1 for none. */
  readonly top: number;
  /** How many do. */
  readonly loose: number;
  /** How many tokens after the span, in its sentence, hang in it. */
  readonly cut: number;
  /** The first of them; -1 for none. */
  readonly cutAt: number;
}

/** Punctuation and the tokens that are `taken` do not count as cut off. */
export const spanFacts = (
  facts: TokenFacts,
  range: Range,
  taken: (token: number) => boolean,
): SpanFacts => ({ ...looseIn(facts, range), ...cutOff(facts, range, taken) });

// Loops without functions of their own: they run for several spans of every reading.

function looseIn({ head, isMark }: TokenFacts, [first, end]: Range) {
  const found = { top: -1, loose: 0 };
  for (let token = first; token < end; token++) {
    const governor = head(token);
    if ((governor >= first && governor < end) || isMark(token)) continue;
    if (found.loose++ === 0) found.top = token;
  }
  return found;
}

function cutOff(
  { head, isMark, sentenceEnd }: TokenFacts,
  [first, end]: Range,
  taken: (token: number) => boolean,
) {
  const found = { cut: 0, cutAt: -1 };
  const rest = end > first ? sentenceEnd(end - 1) : end;
  for (let token = end; token < rest; token++) {
    const governor = head(token);
    if (governor < first || governor >= end || isMark(token) || taken(token)) continue;
    if (found.cut++ === 0) found.cutAt = token;
  }
  return found;
}
