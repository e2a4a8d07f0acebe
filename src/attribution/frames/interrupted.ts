import { contains, type Span, slice } from '../../text/span.ts';
import type { AttributionSpans } from '../attribution.ts';

/** A subject, then a relative clause between commas: "Officials in Arnholt, where a blast damaged a depot, have …". */
const INTERRUPTED =
  /^(?<lead>(?:But|And|However,|Meanwhile,|Still,)\s+)?(?<head>[^,;:“”"]{3,120}), (?:(?:in|of|to|from|at) )?(?:where|which|whose|who|when)\b[^,;:“”"]*,(?=\s)/u;

interface Interruption {
  readonly subject: Span;
  readonly clause: Span;
}

/**
 * `found` with the subject of the sentence as source where one was taken out of a relative clause that only
 * interrupts it: what speaks after the clause is what stood before it.
 */
export function pastInterruptions(
  body: string,
  sentences: readonly Span[],
  found: readonly AttributionSpans[],
): AttributionSpans[] {
  const interruptions = sentences.flatMap((sentence) => interruptionIn(body, sentence));
  return found.map((one) => {
    const [source, ...more] = one.source;
    if (!source || more.length > 0) return one;
    const met = interruptions.find(({ clause }) => contains(clause, source));
    const speaksAfter = met && one.cue.every(({ start }) => start >= met.clause.end);
    return speaksAfter ? { ...one, source: [met.subject] } : one;
  });
}

function interruptionIn(body: string, sentence: Span): Interruption[] {
  const match = INTERRUPTED.exec(slice(body, sentence));
  const { lead = '', head } = match?.groups ?? {};
  if (!match || !head) return [];
  const start = sentence.start + lead.length;
  const subject = { start, end: start + head.length };
  return [{ subject, clause: { start: subject.end, end: sentence.start + match[0].length } }];
}
