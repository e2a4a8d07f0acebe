import type { Quotation } from '../../answer/quotation.ts';
import { sentences } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';

/** The part of a quotation that a message has room for: a whole slice, with what was left out told apart. */
export interface Excerpt {
  /** In the article's body. */
  readonly span: Span;
  readonly text: string;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/**
 * As many whole sentences of `quotation` as fit in `longest` characters, beginning with the first that holds one of
 * `matches`. Where even that sentence is too long it ends at a word.
 */
export function excerpt(
  quotation: Quotation,
  longest: number,
  matches: readonly Span[] = [],
): Excerpt {
  const { span, text } = quotation;
  if (text.length <= longest) return { span, text, cutBefore: false, cutAfter: false };
  const all = sentences(quotation.article.body, span);
  const first = firstMatching(all, matches);
  const start = all[first]?.start ?? span.start;
  const end = lastThatFits(all.slice(first), start, longest) ?? wordEnd(quotation, start, longest);
  return {
    span: { start, end },
    text: text.slice(start - span.start, end - span.start),
    cutBefore: start > span.start,
    cutAfter: end < span.end,
  };
}

function firstMatching(all: readonly Span[], matches: readonly Span[]): number {
  const found = all.findIndex((sentence) =>
    matches.some((match) => match.start >= sentence.start && match.start < sentence.end),
  );
  return Math.max(0, found);
}

const lastThatFits = (all: readonly Span[], start: number, longest: number): number | undefined =>
  all.findLast((sentence) => sentence.end - start <= longest)?.end;

/** The end of the last word within `longest` characters of `start`, never inside a surrogate pair. */
function wordEnd({ span, text }: Quotation, start: number, longest: number): number {
  const from = start - span.start;
  const room = text.slice(from, from + longest);
  const space = room.search(/\s\S*$/);
  const whole = space > 0 ? room.slice(0, space) : room.replace(/[\uD800-\uDBFF]$/, '');
  return start + whole.trimEnd().length;
}
