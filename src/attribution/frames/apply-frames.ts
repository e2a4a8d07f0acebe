import { hull, type Span } from '../../text/span.ts';
import type { AttributionSpans } from '../attribution.ts';
import { findFrames } from './find-frames.ts';
import type { Frame } from './frame.ts';
import { pastInterruptions } from './interrupted.ts';
import { merge, startOf } from './merge.ts';
import { intoNextParagraphs } from './next-paragraphs.ts';
import { closedQuotations } from './open-quotation.ts';
import { agentsOfPassives } from './passive.ts';
import type { FramedSpans } from './repair.ts';
import { runOn } from './run-on.ts';
import { transcribed } from './transcript.ts';
import { apart } from './voices.ts';
import { type Range, spanOf, type Word, wordAt, wordsOf } from './words.ts';

/**
 * `found` corrected by what is certain without a model: "X said that …", "…," said X, "according to X" and their like
 * get their speaker, their cue and their content, or are added. In the order of the cues.
 */
export function applyFrames(
  body: string,
  paragraphs: readonly (readonly Span[])[],
  found: readonly AttributionSpans[],
): AttributionSpans[] {
  const rest = found.toSorted((a, b) => startOf(a) - startOf(b)).reverse();
  const corrected = paragraphs.map((sentences) => {
    const before = takenUntil(rest, sentences[0]?.start ?? 0);
    const inside = takenUntil(rest, sentences.at(-1)?.end ?? 0);
    const merged = merge(body, inside, framesOf(body, sentences));
    const heard = agentsOfPassives(body, sentences, pastInterruptions(body, sentences, merged));
    const ended = runOn(body, sentences, apart(body, sentences, heard));
    const paragraph = hull(sentences);
    return [...before, ...(paragraph ? closedQuotations(body, paragraph, ended) : ended)];
  });
  const heard = transcribed(body, paragraphs, corrected);
  const whole = intoNextParagraphs({ body, paragraphs, found: heard });
  return [...whole.flat(), ...rest.reverse()];
}

/** Takes from the end of `rest` those whose cue begins before `end`. */
function takenUntil(rest: AttributionSpans[], end: number): AttributionSpans[] {
  const taken: AttributionSpans[] = [];
  for (let next = rest.at(-1); next && startOf(next) < end; next = rest.at(-1)) {
    taken.push(next);
    rest.pop();
  }
  return taken;
}

/** A paragraph with more frames than this is no prose. */
const MOST = 200;

function framesOf(body: string, sentences: readonly Span[]): FramedSpans[] {
  const words = wordsOf(body, sentences);
  const frames = findFrames(words);
  if (frames.length > MOST) return [];
  const framed = frames.map((frame) => spansOf(words, frame));
  const verbs = framed.map(({ verb }) => verb);
  return framed.map((frame) => ({ ...frame, others: verbs.filter((verb) => verb !== frame.verb) }));
}

function spansOf(words: readonly Word[], frame: Frame): FramedSpans {
  const span = (range: Range): Span => spanOf(words, range);
  const [first, end] = frame.cue;
  const at = frame.verb ?? end - 1;
  const verb = span([at, at + 1]);
  return {
    kind: frame.kind,
    others: [],
    closed: frame.closed ?? false,
    verb,
    sentence: wordAt(words, first).sentence.span,
    source: frame.source ? [span(frame.source)] : [],
    cue: [span(frame.cue)],
    content: frame.content.map(span),
  };
}
