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
export function spanFacts(
  { head, isMark, sentenceEnd }: TokenFacts,
  [first, end]: Range,
  taken: (token: number) => boolean,
): SpanFacts {
  const within = (token: number) => token >= first && token < end;
  const loose = tokensIn([first, end], (token) => !within(head(token)) && !isMark(token));
  const rest: Range = [end, end > first ? sentenceEnd(end - 1) : end];
  const hangs = (token: number) => within(head(token)) && !isMark(token) && !taken(token);
  const cut = tokensIn(rest, hangs);
  return { top: loose.first, loose: loose.count, cut: cut.count, cutAt: cut.first };
}

/** How many tokens of a range fit, and the first of them; -1 for none. */
function tokensIn([first, end]: Range, fits: (token: number) => boolean) {
  const found = { first: -1, count: 0 };
  for (let token = first; token < end; token++) {
    if (!fits(token)) continue;
    if (found.count++ === 0) found.first = token;
  }
  return found;
}
