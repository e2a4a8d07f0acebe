import { hull, overlaps, type Span, slice } from '../../text/span.ts';
import type { AttributionSpans } from '../attribution.ts';
import { beginsAside } from './apposition.ts';
import type { FrameKind } from './frame.ts';
import { TRUST } from './trust.ts';

/** A frame as spans of the body. */
export interface FramedSpans extends AttributionSpans {
  readonly kind: FrameKind;
  /** The speech verb itself, by which a find is known to be of this frame. */
  readonly verb: Span;
  readonly closed: boolean;
  /** The verbs of the other frames in the paragraph. */
  readonly others: readonly Span[];
  readonly sentence: Span;
}

/** `found` with what `frame` knows better; the cue stays. */
export const repaired = (
  body: string,
  found: AttributionSpans,
  frame: FramedSpans,
): AttributionSpans => ({
  source: sourceOf(body, found, frame),
  cue: found.cue,
  content: contentOf(body, found, frame),
});

function sourceOf(body: string, { source }: AttributionSpans, frame: FramedSpans): readonly Span[] {
  if (source.length === 0 || touch(source, frame.content)) return frame.source;
  if (isElsewhere(body, source, frame)) return frame.source;
  if (TRUST[frame.kind].source === 'fill' || !touch(source, frame.source)) return source;
  return isAsGood(body, source, frame) || isFuller(body, source, frame) ? source : frame.source;
}

/** Where the subject right before the verb speaks, or that of the sentence rather than the object before ", saying". */
function isElsewhere(body: string, source: readonly Span[], frame: FramedSpans): boolean {
  const [found, framed] = [source.at(-1), frame.source[0]];
  if (!found || !framed || touch(source, frame.source)) return false;
  if (/^\p{Ll}+ing\b/u.test(slice(body, framed))) return false;
  if (BESIDE.has(frame.kind)) return true;
  const between = body.slice(found.end, frame.verb.start);
  return frame.kind === 'participle' && framed.end < found.start && /^,\s+$/u.test(between);
}

const BESIDE: ReadonlySet<FrameKind> = new Set([
  'that clause',
  'bare clause',
  'clause around',
  'quotation before',
  'quotation before, inverted',
]);

/** True for "more than four in ten", "the families, teachers and aides", of which the frame has but the end. */
function isFuller(
  body: string,
  [found, ...more]: readonly Span[],
  { source }: FramedSpans,
): boolean {
  const [framed] = source;
  if (!found || !framed || more.length > 0 || found.end !== framed.end) return false;
  return (
    found.start < framed.start && /(?:,|\bthan)\s$/u.test(body.slice(found.start, framed.start))
  );
}

/** True where both begin alike and one leaves out what the other has after a comma, unless that is an aside. */
function isAsGood(body: string, [found, ...more]: readonly Span[], frame: FramedSpans): boolean {
  const [source] = frame.source;
  if (!found || !source || more.length > 0 || found.start !== source.start) return false;
  const end = Math.min(found.end, source.end);
  return /^(?:,|\s[-–—]+\s)/u.test(body.slice(end)) && !beginsAside(body.slice(end, found.end));
}

const touch = (some: readonly Span[], others: readonly Span[]): boolean =>
  some.some((one) => others.some((other) => overlaps(one, other)));

function contentOf(body: string, found: AttributionSpans, frame: FramedSpans): readonly Span[] {
  const { apart, content } = TRUST[frame.kind];
  if (apart && touch(found.content, [...frame.source, frame.verb])) return frame.content;
  if (content === 'quotations') return quotations(body, found.content, frame);
  const said = found.content.filter(({ start }) => start >= frame.verb.start);
  if (content === 'bounds' && said.length > 0 && said.length < found.content.length) return said;
  return isBetter(body, found, frame) ? frame.content : found.content;
}

function isBetter(body: string, found: AttributionSpans, frame: FramedSpans): boolean {
  const { content } = TRUST[frame.kind];
  if (isBeside(body, found.content, frame)) return true;
  if (frame.closed && runsOver(found.content, frame.content)) return true;
  if (content === 'wider' || content === 'bounds') return DIFFERS[content](found, frame);
  return content === 'whole';
}

/** True for what is no clause that is said: whom it is said to, "the wall[, while old, stood]". */
function isBeside(body: string, found: readonly Span[], { kind, content }: FramedSpans): boolean {
  const [only] = found;
  const [whole] = content;
  if (!CLAUSES.has(kind)) return false;
  if (!only || !whole || found.length > 1 || !overlaps(only, whole)) return !touch(found, content);
  const short = only.start === whole.start && only.end < whole.end && body[only.end] === ',';
  return short && LEADS.test(slice(body, only));
}

const LEADS =
  /^(?:that )?(?:while|if|unless|when|although|though|because|despite|given)\b[^,]*$|^the \S+(?: \S+)?$/iu;

/** What a verb of saying is followed by: not whom it is said to. */
const CLAUSES: ReadonlySet<FrameKind> = new Set(['that clause', 'bare clause', 'quotation after']);

const BEGINS_QUOTED = /^(?:[“"”‘']|``|(?:and|but|or|that|because|so)\b)/iu;
const QUOTATION_MARK = /["“”]|``|''/u;

/** The contents of both that are quoted, without those that hold another cue: `adding, "…"`. */
function quotations(body: string, found: readonly Span[], frame: FramedSpans): Span[] {
  const quoted = found
    .map((span) => withoutQuestion(body, span, frame))
    .filter(({ start, end }) => QUOTATION_MARK.test(body.slice(start, end)))
    .filter((span) => !isRemark(body, span, frame))
    .filter((span) => !(frame.closed && span.start > frame.verb.start))
    .filter((span) => !touch([span], frame.others));
  const more = frame.content.filter((span) => !touch(quoted, [span]));
  return [...quoted, ...more].sort((a, b) => a.start - b.start);
}

/** `“Is it safe?” “It is,” said Roe` and `Roe was blunt: “It is,” she said`: whoever answers said no more. */
function withoutQuestion(body: string, span: Span, { content }: FramedSpans): Span {
  const answer = content.find((one) => one.start > span.start && one.end === span.end);
  return answer && /(?:[?](?:[”"]|'')\s+|:\s*)$/u.test(body.slice(span.start, answer.start))
    ? answer
    : span;
}

/** True for what the article adds after the verb, with words quoted in it: `Roe said, calling it “old.”` */
function isRemark(body: string, span: Span, { verb, sentence, content }: FramedSpans): boolean {
  const after = span.start > verb.start && !BEGINS_QUOTED.test(slice(body, span));
  return after && (span.start < sentence.end || touch([span], content));
}

/** True for a content that begins as the other does and ends after it. */
const runsOver = (found: readonly Span[], framed: readonly Span[]): boolean =>
  hull(found)?.start === hull(framed)?.start && (hull(found)?.end ?? 0) > (hull(framed)?.end ?? 0);

type Differs = (found: AttributionSpans, frame: FramedSpans) => boolean;

/** Where the frame's content is the better one. */
const DIFFERS: Readonly<Record<'wider' | 'bounds', Differs>> = {
  wider: (found, frame) => {
    const [theirs, ours] = [hull(found.content), hull(frame.content)];
    if (!theirs || !ours) return false;
    const runsOn = theirs.end > ours.end && theirs.end <= frame.sentence.end;
    const plain = frame.kind === 'clause before' && theirs.start === ours.start;
    return theirs.start > ours.start || (plain && runsOn);
  },
  bounds: (found, frame) => {
    const [theirs, ours] = [hull(found.content), hull(frame.content)];
    if (!theirs || !ours) return false;
    const beyond = theirs.end > frame.sentence.end && ours.end <= frame.sentence.end;
    return beyond || (theirs.start !== ours.start && theirs.end === ours.end);
  },
};
