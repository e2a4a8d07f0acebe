/** Part of one article's body: UTF-16 code units, half-open (W3C TextPositionSelector). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The characters that `span` covers in `text`. */
export const slice = (text: string, span: Span): string => text.slice(span.start, span.end);

/** True where `inner` lies wholly within `outer`. */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** True where the two share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The smallest span that covers all of `spans`; null for none. */
export function hull(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  return {
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
  };
}

/** `span` without the white space at its ends; empty, at its start, where it holds nothing else. */
export function trimmed(text: string, span: Span): Span {
  const inside = slice(text, span);
  const start = span.start + (inside.length - inside.trimStart().length);
  return { start, end: Math.max(start, span.start + inside.trimEnd().length) };
}
