import { endsSentence } from './sentence-end.ts';
import { type Span, trimmed } from './span.ts';

/**
 * The sentences of `paragraph`, in order, trimmed; every character but white space lies in exactly one. A closing
 * quotation mark or bracket belongs to the sentence it closes; a quotation of several sentences is several.
 */
export function sentences(body: string, paragraph: Span): Span[] {
  const found: Span[] = [];
  let start = paragraph.start;
  for (let at = start; at < paragraph.end; at += 1) {
    if (!MAY_END.has(body.charCodeAt(at))) continue;
    const end = endsSentence(body, at, { start, end: paragraph.end });
    if (end === null) continue;
    add(found, trimmed(body, { start, end }));
    start = end;
    at = end - 1;
  }
  add(found, trimmed(body, { start, end: paragraph.end }));
  return found;
}

function add(found: Span[], span: Span): void {
  if (span.end > span.start) found.push(span);
}

/** Full stop, exclamation and question mark, ellipsis, line feed. */
const MAY_END: ReadonlySet<number> = new Set([...'.!?…\n'].map((mark) => mark.charCodeAt(0)));
