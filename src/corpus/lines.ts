import type { Span } from '../text/span.ts';

/** A stretch of a body that stands on its own, as its author broke the lines. */
export interface Line {
  readonly span: Span;
  /** True where a blank line, or nothing, stands before it. */
  readonly afterBlank: boolean;
}

/**
 * The lines of `body`, trimmed, blank ones left out. Where the text is wrapped by hand at a fixed width, the lines
 * of one paragraph are one.
 */
export function linesOf(body: string): Line[] {
  const lines = physicalLines(body);
  const width = wrapWidth(body, lines);
  return width === null ? lines : unwrapped(body, lines, width);
}

const LINE_END = /\r\n|[\n\r\u2028\u2029\u0085\f]/g;

function physicalLines(body: string): Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  const add = (start: number, end: number) => {
    const span = trimmedLine(body, start, end);
    if (span !== null) lines.push({ span, afterBlank });
    afterBlank = span === null;
  };
  let start = 0;
  for (const { index, 0: mark } of body.matchAll(LINE_END)) {
    add(start, index);
    start = index + mark.length;
  }
  add(start, body.length);
  return lines;
}

/** As `trimmed`, without looking at the rest of the body. */
function trimmedLine(body: string, start: number, end: number): Span | null {
  const text = body.slice(start, end);
  const inside = text.trim();
  if (inside === '') return null;
  const from = start + text.indexOf(inside);
  return { start: from, end: from + inside.length };
}

/** Nobody wraps by hand wider than this; longer lines are whole paragraphs. */
const WIDEST_WRAP = 110;
const NARROWEST_WRAP = 40;

/** The width at which `lines` are wrapped by hand, or null where each is a paragraph. */
function wrapWidth(body: string, lines: readonly Line[]): number | null {
  const breaks = lines.filter((line, at) => at > 0 && !line.afterBlank).length;
  if (breaks < 2) return null;
  const width = lines.reduce((most, { span }) => Math.max(most, span.end - span.start), 0);
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return null;
  let full = 0;
  let midSentence = 0;
  eachBreak(lines, (line, next) => {
    if (isFull(body, line, next, width)) full += 1;
    if (runsOn(body, line, next)) midSentence += 1;
  });
  return full >= 0.6 * breaks && midSentence >= 0.4 * breaks ? width : null;
}

function eachBreak(lines: readonly Line[], visit: (line: Line, next: Line) => void): void {
  lines.forEach((line, at) => {
    const next = lines[at + 1];
    if (next !== undefined && !next.afterBlank) visit(line, next);
  });
}

/** True where the first word of `next` would not have fitted on `line`. */
function isFull(body: string, line: Line, next: Line, width: number): boolean {
  const word = /^\S+/.exec(body.slice(next.span.start, next.span.start + width))?.[0] ?? '';
  return line.span.end - line.span.start + 1 + word.length > width;
}

/** True where a sentence goes on over the break. */
function runsOn(body: string, line: Line, next: Line): boolean {
  const closed = /[.!?:…]["'”’)\]]*$/.test(body.slice(line.span.end - 4, line.span.end));
  return !closed || /\p{Ll}/u.test(body.charAt(next.span.start));
}

/** Typographic slack: a line this much under the width counts as full. */
const SLACK = 4;

function unwrapped(body: string, lines: readonly Line[], width: number): Line[] {
  const joined: Line[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const previous = joined.at(-1);
    const goesOn =
      previous !== undefined &&
      last !== undefined &&
      !line.afterBlank &&
      !LIST_ITEM.test(body.slice(line.span.start, line.span.start + 8)) &&
      (isFull(body, last, line, width - SLACK) || /^\p{Ll}/u.test(body.charAt(line.span.start)));
    if (goesOn && previous !== undefined) {
      const span = { start: previous.span.start, end: line.span.end };
      joined[joined.length - 1] = { span, afterBlank: previous.afterBlank };
    } else joined.push(line);
    last = line;
  }
  return joined;
}

/** A bullet, a number or a letter that opens an item of a list. */
export const LIST_ITEM = /^(?:[-–—*•·▪◦‣●■>+]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s/iu;
