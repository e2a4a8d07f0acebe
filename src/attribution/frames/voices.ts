import { contains, type Span, slice } from '../../text/span.ts';
import type { AttributionSpans } from '../attribution.ts';

/** What stands before the next verb of one speaker: "…[, ]saying", "…[ but ]denied", "…[, and later ]called". */
const JOIN =
  /(?:,|(?<=,(?:[”"]|''))|,?\s(?:and|but))\s+(?:(?:also|then|later|has|have|had|is|was|even|\p{L}+ly)\s+)*$/u;

/**
 * `found` without what other verbs of the same speaker say ("vowed to go on[, saying it was right]"), and without the
 * sentences in which others speak.
 */
export const apart = (
  body: string,
  sentences: readonly Span[],
  found: readonly AttributionSpans[],
): readonly AttributionSpans[] =>
  found.map((whole) => {
    const one = withoutShared(body, whole, found);
    const last = one.content.at(-1);
    if (!last || found.length < 2) return one;
    const ends = found.map((other) =>
      other === whole ? null : endBefore(body, { one, last, other, sentences }),
    );
    const end = Math.min(last.end, ...ends.filter((at) => at !== null));
    const content = [...one.content.slice(0, -1), { start: last.start, end }];
    return end === last.end ? one : { ...one, content };
  });

/** `one` without the quotations right behind another verb: `“It fell,” he said, adding, [“We left.”]` */
function withoutShared(
  body: string,
  one: AttributionSpans,
  found: readonly AttributionSpans[],
): AttributionSpans {
  const [verb] = one.cue;
  if (!verb || one.content.length < 2) return one;
  const leads = ({ cue: [cue] }: AttributionSpans, span: Span) =>
    cue !== undefined && cue.start > verb.start && LEADS.test(body.slice(cue.end, span.start));
  const content = one.content.filter((span) => !found.some((other) => leads(other, span)));
  return content.length === 0 || content.length === one.content.length ? one : { ...one, content };
}

const LEADS = /^[,:]?\s$/u;

interface Pair {
  readonly one: AttributionSpans;
  readonly last: Span;
  readonly other: AttributionSpans;
  readonly sentences: readonly Span[];
}

/** Where the content of `one` ends because `other` speaks; null where it may go on. */
function endBefore(body: string, { one, last, other, sentences }: Pair): number | null {
  const [cue] = other.cue;
  const [verb] = one.cue;
  if (!cue || !verb || !contains(last, cue) || verb.start > last.start) return null;
  if (isSame(one.source, other.source)) return beforeJoin(body, last.start, cue);
  const [source] = other.source;
  const next = sentences.find((sentence) => contains(sentence, cue));
  if (!source || !next || next.start <= last.start || source.start < next.start) return null;
  const before = body.slice(last.start, next.start);
  return isOpen(before) || slice(body, verb) === ':' ? null : last.start + before.trimEnd().length;
}

const isSame = ([one]: readonly Span[], [other]: readonly Span[]): boolean =>
  one !== undefined && one.start === other?.start && one.end === other.end;

/** The end of what stands from `start` up to the comma, "and" or "but" before `cue`; null where none does. */
function beforeJoin(body: string, start: number, cue: Span): number | null {
  const before = body.slice(start, cue.start);
  const join = JOIN.exec(before);
  const listed = /ing$/u.test(slice(body, cue)) && /^,?\s*(?:and|but)/u.test(join?.[0] ?? '');
  return !join || join.index === 0 || listed || isOpen(before) ? null : start + join.index;
}

/** True where a quotation is open at the end of `text`. */
const isOpen = (text: string): boolean =>
  text.lastIndexOf('“') > text.lastIndexOf('”') ||
  text.lastIndexOf('``') > text.lastIndexOf("''") ||
  (text.split('"').length - 1) % 2 === 1;
