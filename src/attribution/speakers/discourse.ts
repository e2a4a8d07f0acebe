import { contains, type Span } from '../../text/span.ts';
import type { AttributionSpans } from '../attribution.ts';
import type { Appearance, Figure } from './cast.ts';
import type { Scene } from './scene.ts';

/** Somebody has spoken: an attribution whose source is resolved. */
export interface Turn {
  readonly figure: Figure;
  readonly start: number;
  readonly sentence: number;
  readonly spans: AttributionSpans;
}

/** The scene as far as it has been read, at one source. */
export interface Moment {
  readonly scene: Scene;
  readonly turns: readonly Turn[];
  readonly all: readonly AttributionSpans[];
  readonly own: AttributionSpans;
  /** Where the source stands. */
  readonly start: number;
  readonly sentence: number;
}

/** Who a source is: one figure, or those who might be. None at all where the text does not say. */
export type Resolution =
  | { readonly figure: Figure; readonly candidates: readonly [] }
  | { readonly figure: null; readonly candidates: readonly Figure[] };

export const NOBODY: Resolution = { figure: null, candidates: [] };

export const resolved = (figure: Figure): Resolution => ({ figure, candidates: [] });

/** One who fits is chosen; of several, none. */
export function onlyOne(figures: readonly Figure[]): Resolution {
  const different = distinct(figures);
  const [first] = different;
  return first && different.length === 1
    ? resolved(first)
    : { figure: null, candidates: different };
}

/** Without repetition; "Moscow" and "Russia" are one. */
export const distinct = (figures: readonly Figure[]): Figure[] =>
  figures.filter((one, at) => figures.findIndex((other) => isSame(other, one)) === at);

export const isSame = (one: Figure, other: Figure): boolean =>
  one === other || (one.country !== null && one.country === other.country);

/** News comes back to a speaker within a few sentences; beyond them a pronoun is somebody else's. */
const REACH = 6;

/** "He added", "she went on": goes on with whoever spoke last. */
const CONTINUES =
  /\b(?:add(?:s|ed|ing)?|continu(?:ed|es|ing)|went on|goes on|also|further|conclud(?:ed|es))\b/i;

/**
 * The last speaker that `fits`, or the subject of a sentence since: nearest sentence first. Where a sentence has two,
 * or somebody else who fits has been named since the last speaker, all of them are candidates.
 */
export function antecedent(moment: Moment, fits: (figure: Figure) => boolean): Resolution {
  const passedBy: Figure[] = [];
  for (let at = moment.sentence; at >= Math.max(0, moment.sentence - REACH); at--) {
    const speakers = speakersIn(moment, at).filter(fits);
    const others = namedIn(moment, at).filter(({ figure }) => fits(figure));
    const subjects = others
      .filter(({ start }) => isSubject(moment, at, start))
      .map(({ figure }) => figure);
    const found = distinct([...speakers, ...subjects]);
    if (found.length > 0) return settle(moment, found, passedBy);
    passedBy.push(...others.map(({ figure }) => figure));
  }
  return onlyOne(passedBy);
}

function settle(moment: Moment, found: readonly Figure[], passedBy: readonly Figure[]): Resolution {
  const continues = moment.own.cue.some((cue) =>
    CONTINUES.test(moment.scene.body.slice(cue.start, cue.end)),
  );
  return onlyOne(continues ? found : [...found, ...passedBy]);
}

/** Who has spoken in sentence `at`, before the source. */
const speakersIn = ({ turns, start }: Moment, at: number): Figure[] =>
  turns.filter((turn) => turn.sentence === at && turn.start < start).map((turn) => turn.figure);

/** Who is named in sentence `at` before the source, but not in the words that are attributed to it or to others. */
const namedIn = (moment: Moment, at: number): readonly Appearance[] =>
  (moment.scene.appearances[at] ?? []).filter(
    (one) => one.start < moment.start && !isReported(moment, one, at === moment.sentence),
  );

/** Within its own content nobody is the speaker. Others' contents count only where the source stands in them too. */
function isReported({ own, all, start }: Moment, place: Span, here: boolean): boolean {
  if (own.content.some((content) => contains(content, place))) return true;
  return all.some(({ content }) =>
    content.some(
      (span) => contains(span, place) && !(here && span.start <= start && start < span.end),
    ),
  );
}

/** The first words of a sentence are its subject. */
function isSubject({ scene }: Moment, at: number, start: number): boolean {
  const before = scene.body.slice(scene.sentences[at]?.start ?? 0, start);
  return /^["“'‘`\s]*(?:(?:the|but|and|yet|so|still|meanwhile|later),?\s+)*$/i.test(before);
}

/** The innermost attribution whose content holds the source: "I" is its speaker. */
export function enclosing({ turns, own, start }: Moment): Figure | null {
  const around = turns.filter(
    ({ spans }) =>
      spans !== own && spans.content.some((span) => span.start <= start && start < span.end),
  );
  const size = ({ spans }: Turn) => Math.min(...spans.content.map((span) => span.end - span.start));
  return around.sort((a, b) => size(a) - size(b))[0]?.figure ?? null;
}
