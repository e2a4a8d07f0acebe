import type { Attribution, Speaker } from '../attribution/attribution.ts';
import { hull, overlaps, type Span } from '../text/span.ts';
import type { Passage } from './retrieve.ts';
import type { SpeakerMatch } from './speaker-index.ts';

/** A part of a passage that may be quoted: whole sentences, and whose words they carry. */
export interface Unit {
  readonly span: Span;
  readonly attribution: Attribution | null;
  readonly match: SpeakerMatch | null;
  /** What is said, in the body: contents of every attribution that the span carries, in order. */
  readonly contents: readonly Span[];
}

/** All that belongs to an attribution. */
export function extentOf({ source, cue, content }: Attribution): Span | null {
  return hull([...source, ...cue, ...content]);
}

/** The sentences of `passage` that `span` touches, as one span; null where it touches none. */
function wholeSentences(passage: Passage, span: Span): Span | null {
  return hull(passage.paragraph.sentences.filter((sentence) => overlaps(sentence, span)));
}

/** One unit for each run of adjacent sentences in which one speaker, chosen by `matchOf`, speaks. */
export function statementUnits(
  passage: Passage,
  matchOf: (speaker: Speaker) => SpeakerMatch | null,
): Unit[] {
  const units: Unit[] = [];
  for (const attribution of passage.attributions) {
    const unit = statementUnit(passage, attribution, matchOf);
    const last = units.at(-1);
    if (unit === null) continue;
    if (last === undefined || !continues(passage, last, unit)) units.push(unit);
    else units[units.length - 1] = joined(last, unit);
  }
  return units;
}

const joined = (one: Unit, next: Unit): Unit => ({
  ...one,
  span: hull([one.span, next.span]) ?? one.span,
  contents: [...one.contents, ...next.contents],
});

function statementUnit(
  passage: Passage,
  attribution: Attribution,
  matchOf: (speaker: Speaker) => SpeakerMatch | null,
): Unit | null {
  const match = attribution.speaker === null ? null : matchOf(attribution.speaker);
  const extent = extentOf(attribution);
  const span = extent === null ? null : wholeSentences(passage, extent);
  if (match === null || span === null) return null;
  return { span, attribution, match, contents: attribution.content };
}

/** Words that one speaker goes on to say, with no sentence of somebody else between. */
function continues({ paragraph }: Passage, before: Unit, after: Unit): boolean {
  if (before.attribution?.speaker?.name !== after.attribution?.speaker?.name) return false;
  const gap = { start: before.span.end, end: after.span.start };
  return !paragraph.sentences.some((sentence) => gap.start < gap.end && overlaps(sentence, gap));
}
