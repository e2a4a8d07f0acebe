import { type Span, slice } from '../text/span.ts';
import type { AttributionKind } from './attribution.ts';

/** Opening marks and what closes them; single marks only at the edge of a word, where they are no apostrophe. */
const MARK =
  /[“”„‟"]|``|''|(?<![\p{L}\p{N}’'])[‘'](?=\p{L}|\p{N}|…)|(?<=[\p{L}\p{N}.,!?…])[’'](?![\p{L}\p{N}])/gu;

interface Open {
  readonly mark: string;
  readonly start: number;
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '”'],
  ['‟', '”'],
  ['"', '"'],
  ['``', "''"],
  ["''", "''"],
  ['‘', '’'],
  ["'", "'"],
]);

/**
 * What stands within quotation marks in `body`, marks included, in order. A quotation left open at the end of a
 * paragraph goes on only where the next paragraph opens with the same mark, as the press does it.
 */
export function quotedSpans(body: string, paragraphs: readonly Span[]): Span[] {
  const found: Span[] = [];
  let open: Open | null = null;
  for (const [at, paragraph] of paragraphs.entries()) {
    open = scan(body, { part: paragraph, open, found });
    if (!open) continue;
    const next = paragraphs[at + 1];
    const goesOn = next !== undefined && body.startsWith(open.mark, next.start);
    if (goesOn) found.push({ start: open.start, end: paragraph.end });
    open = goesOn ? { mark: open.mark, start: next.start } : null;
  }
  return found;
}

interface Scan {
  readonly part: Span;
  readonly open: Open | null;
  readonly found: Span[];
}

/** Adds the quotations that close within `part`; gives back the one that does not. */
function scan(body: string, { part, open: before, found }: Scan): Open | null {
  let open = before;
  for (const match of slice(body, part).matchAll(MARK)) {
    const [mark] = match;
    const start = part.start + match.index;
    if (!open) open = CLOSERS.has(mark) ? { mark, start } : null;
    else if (mark === CLOSERS.get(open.mark) && start > open.start) {
      found.push({ start: open.start, end: start + mark.length });
      open = null;
    }
  }
  return open;
}

/** Below this share of quoted letters a content is reported with words quoted in it; above the other it is direct. */
const NONE = 0.02;
const ALL = 0.95;

/** `direct` where all of `content` stands in quotation marks, `indirect` where none does, else `mixed`. */
export function kindOf(
  body: string,
  content: readonly Span[],
  quoted: readonly Span[],
): AttributionKind {
  const letters = sum(content.map((span) => lettersIn(slice(body, span))));
  const inside = content.flatMap((span) =>
    near(quoted, span).map((marks) => lettersIn(common(body, span, marks))),
  );
  const share = letters === 0 ? 0 : sum(inside) / letters;
  if (share <= NONE) return 'indirect';
  return share >= ALL ? 'direct' : 'mixed';
}

/** Those of `quoted`, which is in order, that `span` overlaps. */
function near(quoted: readonly Span[], span: Span): readonly Span[] {
  let [low, high] = [0, quoted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quoted[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const found: Span[] = [];
  for (let at = low; at < quoted.length; at++) {
    const marks = quoted[at];
    if (!marks || marks.start >= span.end) break;
    found.push(marks);
  }
  return found;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** The words that two spans share. */
const common = (body: string, a: Span, b: Span): string =>
  body.slice(Math.max(a.start, b.start), Math.max(0, Math.min(a.end, b.end)));
