import { contains, overlaps, type Span, slice } from '../../text/span.ts';
import type { AttributionSpans } from '../attribution.ts';
import { type FramedSpans, repaired } from './repair.ts';
import { tidied } from './tidy.ts';

/** `found` with each frame's attribution repaired or added, in the order of the cues. */
export function merge(
  body: string,
  found: readonly AttributionSpans[],
  frames: readonly FramedSpans[],
): AttributionSpans[] {
  let merged = tidied(body, found).filter((one) => !isImplausible(body, one));
  for (const framed of frames) {
    const frame = framed.kind === 'participle' ? shared(body, framed, merged) : framed;
    if (frame.source.length === 0) continue;
    const at = merged.findIndex(({ cue }) => cue.some((span) => overlaps(span, frame.verb)));
    const same = merged[at];
    if (same) merged[at] = repaired(body, same, frame);
    else merged = [...merged.filter((one) => !crosses(one, frame)), spansOf(frame)];
  }
  return merged.sort((a, b) => startOf(a) - startOf(b));
}

const spansOf = ({ source, cue, content }: FramedSpans): AttributionSpans => ({
  source,
  cue,
  content,
});

export const startOf = ({ cue }: AttributionSpans): number => cue[0]?.start ?? 0;

/** A participle with the source of the last attribution before it in its sentence: "Roe said …, adding …". */
function shared(body: string, frame: FramedSpans, found: readonly AttributionSpans[]): FramedSpans {
  const before = found
    .filter((one) => startOf(one) >= frame.sentence.start && startOf(one) < frame.verb.start)
    .filter((one) => mayGoOn(body, one))
    .sort((a, b) => startOf(a) - startOf(b))
    .at(-1);
  return before ? { ...frame, source: before.source } : frame;
}

/** True for one whose speaker may be that of the next participle: not ", according to Roe,", "its attacks" or "who". */
function mayGoOn(body: string, { source: [source], cue: [cue] }: AttributionSpans): boolean {
  if (!source || !cue) return false;
  const beside = /^(?:who|which|that|whose|his|her|its|their|our|my)$/iu.test(slice(body, source));
  return !beside && !/^(?:according to|\p{L}+ing)\b/iu.test(slice(body, cue));
}

/** True for a find with a cue in what the frame says, and content that takes in the frame's verb. */
function crosses({ cue, content }: AttributionSpans, frame: FramedSpans): boolean {
  const within = (span: Span) => frame.content.some((whole) => contains(whole, span));
  return cue.every(within) && content.some((span) => overlaps(span, frame.verb));
}

const POINTER = /^(?:that|this|these|those|who|his)$/iu;
const PASSIVE = /^(?:is|are|was|were|(?:has|have|had) been)\b/iu;

/** "The deal marked a turning point": what a thing amounts to, in the article's own words. */
const AMOUNTS = /^(?:marks|marked|represents|represented)$/iu;

/** A pointing word alone is no content, "which is supported by" says nothing of it, and "In response to" is no cue. */
function isImplausible(body: string, { source, cue, content }: AttributionSpans): boolean {
  const text = (spans: readonly Span[]) =>
    spans.map(({ start, end }) => body.slice(start, end)).join(' ');
  const reacts = source.length === 0 && /^in response to$/iu.test(text(cue));
  const told = /^which$/iu.test(text(content)) && PASSIVE.test(text(cue));
  const amounts = AMOUNTS.test(text(cue)) && /^an? /iu.test(text(content));
  return reacts || told || amounts || POINTER.test(text(content));
}
