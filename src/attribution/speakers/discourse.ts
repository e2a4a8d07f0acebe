import { contains, type Span, slice } from '../../text/span.ts';
import type { AttributionSpans } from '../attribution.ts';
import type { Figure } from './figure.ts';
import type { Appearance, Scene } from './scene.ts';
import type { Word } from './words.ts';

/** Somebody has spoken: an attribution whose source is resolved. */
export interface Turn {
  readonly figure: Figure;
  readonly start: number;
  readonly sentence: number;
  readonly spans: AttributionSpans;
}

/** Turns by their sentence, and what there is to read by its paragraph: far ones are never looked at. */
export interface Log {
  readonly bySentence: Map<number, Turn[]>;
  readonly byParagraph: Map<number, Turn[]>;
  readonly spans: ReadonlyMap<number, readonly AttributionSpans[]>;
}

/** The scene as far as it has been read, at one source. */
export interface Moment {
  readonly scene: Scene;
  readonly log: Log;
  readonly own: AttributionSpans;
  /** Where the source stands. */
  readonly start: number;
  readonly sentence: number;
  /** Who other words would be, were they the source. */
  readonly resolve: (words: readonly Word[]) => Resolution;
}

/** A moment before anybody is resolved. */
export type Reading = Omit<Moment, 'resolve'>;

export const turnsIn = ({ log }: Reading, sentence: number): readonly Turn[] =>
  log.bySentence.get(sentence) ?? [];

export const turnsInParagraph = ({ log, scene, sentence }: Reading): readonly Turn[] =>
  log.byParagraph.get(paragraphOf(scene, sentence)) ?? [];

/** From sentence `first` to the source's own. */
export function turnsSince(reading: Reading, first: number): Turn[] {
  const found: Turn[] = [];
  for (let at = Math.max(0, first); at <= reading.sentence; at++)
    found.push(...turnsIn(reading, at));
  return found;
}

/** Index of the paragraph of sentence `at`. */
export const paragraphOf = ({ sentences }: Scene, at: number): number =>
  sentences[at]?.paragraph ?? 0;

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
const distinct = (figures: readonly Figure[]): Figure[] =>
  figures.filter((one, at) => figures.findIndex((other) => isSame(other, one)) === at);

export const isSame = (one: Figure, other: Figure): boolean =>
  one === other || (one.country !== null && one.country === other.country);

/** How well a figure suits a pronoun. `hardly`: only the given name is against it, which may mislead. */
export type Fit = 'surely' | 'maybe' | 'hardly' | 'no';

/** News comes back to a speaker within a few sentences; beyond them a pronoun is somebody else's. */
const REACH = 6;

/** "He added", "she went on": goes on with whoever spoke last. */
const CONTINUES =
  /\b(?:add(?:s|ed|ing)?|continu(?:ed|es|ing)|went on|goes on|also|further|conclud(?:ed|es))\b/i;

/**
 * The last speaker whom `suits` allows, or the subject of a sentence since: nearest sentence first. Where a sentence has
 * two, or somebody else who fits has been named since the last speaker, all of them are candidates.
 */
export function antecedent(moment: Moment, suits: (figure: Figure) => Fit): Resolution {
  const may = (one: Figure) => suits(one) === 'surely' || suits(one) === 'maybe';
  const passedBy: Figure[] = [];
  const unlikely: Figure[] = [];
  for (let at = moment.sentence; at >= Math.max(0, moment.sentence - REACH); at--) {
    const { speakers, subjects, others, mentioned } = peopleIn(moment, at);
    const found = [...speakers, ...subjects].filter(may);
    if (found.length > 0) {
      const sure = found.every((one) => suits(one) === 'surely');
      const rivals = speakers.some(may) ? [] : others.filter(may);
      const surer = sure
        ? []
        : [...unlikely, ...mentioned.filter((one) => suits(one) === 'surely')];
      return settle(moment, [...found, ...rivals, ...surer], passedBy);
    }
    passedBy.push(...others.filter(may));
    unlikely.push(...speakers.filter((one) => suits(one) === 'hardly'));
  }
  return onlyOne([...passedBy, ...unlikely]);
}

function settle(moment: Moment, found: readonly Figure[], passedBy: readonly Figure[]): Resolution {
  const continues = moment.own.cue.some((cue) => CONTINUES.test(slice(moment.scene.body, cue)));
  return onlyOne(continues ? found : [...found, ...passedBy]);
}

interface People {
  readonly speakers: readonly Figure[];
  /** Named first in the sentence. */
  readonly subjects: readonly Figure[];
  readonly others: readonly Figure[];
  /** Everybody named, within what others say too. */
  readonly mentioned: readonly Figure[];
}

/** Who speaks and who is named in sentence `at`, before the source. */
function peopleIn(moment: Moment, at: number): People {
  const before = turnsIn(moment, at).filter((turn) => turn.start < moment.start);
  const speakers = before
    .filter((turn) => at === moment.sentence || !before.some((outer) => isWithin(outer, turn)))
    .map((turn) => turn.figure);
  const named = namedIn(moment, at);
  const isFirst = ({ start, modifies }: Appearance) => !modifies && isSubject(moment, at, start);
  return {
    speakers,
    subjects: named.filter(isFirst).map(({ figure }) => figure),
    others: named.filter((one) => !isFirst(one)).map(({ figure }) => figure),
    mentioned: namedBefore(moment, at).map(({ figure }) => figure),
  };
}

/** Speaks in what another says: the next sentence goes on with the other. */
const isWithin = (outer: Turn, { spans, start }: Turn): boolean =>
  outer.spans !== spans &&
  outer.spans.content.some((content) => content.start <= start && start < content.end);

/** Who is named in sentence `at` before the source, but not in what it says: nobody names himself there. */
const namedBefore = ({ scene, start, own }: Moment, at: number): readonly Appearance[] =>
  (scene.appearances[at] ?? []).filter(
    (one) => one.start < start && !own.content.some((content) => contains(content, one)),
  );

/** The same, without the words that are attributed to others. */
const namedIn = (moment: Moment, at: number): readonly Appearance[] =>
  namedBefore(moment, at).filter((one) => !isReported(moment, one, at));

/** Others' words; they count where the source stands in them too ("Smith said Jones lied when he …"). */
function isReported({ log, scene, start, sentence }: Moment, place: Span, at: number): boolean {
  const around = log.spans.get(paragraphOf(scene, at)) ?? [];
  const holdsSource = (span: Span) => at === sentence && span.start <= start && start < span.end;
  return around.some(({ content }) =>
    content.some((span) => contains(span, place) && !holdsSource(span)),
  );
}

/** The first words of a sentence are its subject. */
function isSubject({ scene }: Moment, at: number, start: number): boolean {
  const before = scene.body.slice(scene.sentences[at]?.start ?? 0, start);
  return (
    before.length < 30 &&
    /^["“'‘`\s]*(?:(?:the|but|and|yet|so|still|meanwhile|later),?\s+)*$/i.test(before)
  );
}

/** The innermost attribution whose content holds the source: "I" is its speaker. */
export function enclosing(moment: Moment): Figure | null {
  const { own, start } = moment;
  const around = turnsInParagraph(moment).filter(
    ({ spans }) =>
      spans !== own && spans.content.some((span) => span.start <= start && start < span.end),
  );
  const size = ({ spans }: Turn) => Math.min(...spans.content.map((span) => span.end - span.start));
  return around.sort((a, b) => size(a) - size(b))[0]?.figure ?? null;
}
