import { contains, overlaps, type Span, slice } from '../../text/span.ts';
import type { AttributionSpans } from '../attribution.ts';

/** A quotation that is longer is an article printed within an article. */
const LONGEST = 2000;

/** `found` with contents that stop within a quotation led on to its closing mark, unless others speak in and beyond it. */
export function closedQuotations(
  body: string,
  paragraph: Span,
  found: readonly AttributionSpans[],
): AttributionSpans[] {
  return found.map((one) => {
    const last = one.content.at(-1);
    const close = last && contains(paragraph, last) ? closing(body, paragraph, last) : null;
    if (!last || close === null) return one;
    const whole = { start: last.start, end: close };
    const added = { start: last.end, end: close };
    const own = [...one.source, ...one.cue].some((span) => overlaps(span, added));
    const crossed = found.some((other) => other !== one && crosses(other, added, whole));
    return own || crossed ? one : { ...one, content: [...one.content.slice(0, -1), whole] };
  });
}

/** True for what reaches into `added` without being quoted wholly itself. */
function crosses({ source, cue, content }: AttributionSpans, added: Span, whole: Span): boolean {
  const spans = [...source, ...cue, ...content];
  return (
    [...source, ...cue].some((span) => overlaps(span, added)) &&
    spans.some((span) => !contains(whole, span))
  );
}

/** Where the quotation ends that `span` opens and does not close, mark included; null where it opens none. */
function closing(body: string, paragraph: Span, span: Span): number | null {
  const mark = openMark(slice(body, span), body.slice(paragraph.start, span.start));
  if (mark === null) return null;
  const rest = body.slice(span.end, Math.min(paragraph.end, span.end + LONGEST));
  const at = rest.indexOf(mark);
  return at < 0 ? null : span.end + at + mark.length;
}

/** The mark that would close what `text` leaves open; null for nothing. */
export function openMark(text: string, before: string): string | null {
  if (text.lastIndexOf('“') > text.lastIndexOf('”')) return '”';
  if (text.lastIndexOf('``') > text.lastIndexOf("''")) return "''";
  return ['"', "''"].find((mark) => isOpened(text, before, mark)) ?? null;
}

/** Marks alike on both sides open and close in turn. */
const isOpened = (text: string, before: string, mark: string): boolean =>
  !before.includes('``') &&
  !text.includes('``') &&
  (before.split(mark).length - 1) % 2 === 0 &&
  (text.split(mark).length - 1) % 2 === 1;
