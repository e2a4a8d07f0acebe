import type { Span } from '../../text/span.ts';
import { LONGEST_COUNTRY_NAME, standsFor } from './countries.ts';
import { isFunctionWord, isPastVerb, PARTICLES } from './function-words.ts';
import { isOrganisationNoun } from './nouns.ts';
import { isQualifier, isTitleWord, sexOfTitle } from './titles.ts';
import type { Word } from './words.ts';

/** A name met in the text, with what the words around it say of its bearer. */
export interface NameMention extends Span {
  /** Without titles: ["Vladimir", "Putin"]. */
  readonly names: readonly Word[];
  /** `name`: two or more capitalised words of which nothing else is known, a person or not; `single`: one. */
  readonly kind: 'person' | 'organisation' | 'country' | 'name' | 'single';
  /** From its first title to its last "of …": "Governor Aleksandr Drozdenko of the Leningrad region". */
  readonly described: Span;
  /** The words between `described.start` and the name. */
  readonly lead: readonly Word[];
  readonly sex: 'male' | 'female' | null;
}

/** Indexes into the words of a paragraph, half-open. */
interface Run {
  readonly from: number;
  readonly to: number;
}

const SUFFIX = /^(?:Jr\.?|Sr\.?|I{2,3}|IV)$/;
const ACRONYM = /^(?:\p{Lu}[\p{Lu}\d&]{1,6}|(?:\p{Lu}\.){2,})$/u;

const joins = (word: Word | undefined): boolean => word?.gap === ' ' && !word.possessive;

/** Where the run of capitals that begins at `from` ends. */
function runEnd(words: readonly Word[], from: number): number {
  let to = from + 1;
  while (to < words.length && joins(words[to - 1])) {
    const next = words[to];
    if (next?.capital && !isFunctionWord(next.lower)) to++;
    else if (bridges(words, to)) to += 2;
    else break;
  }
  return to;
}

/** A particle or, in the name of an organisation, "of" before another capital. */
function bridges(words: readonly Word[], at: number): boolean {
  const [before, here, after] = [words[at - 1], words[at], words[at + 1]];
  if (!before || !here || !after?.capital || !joins(here)) return false;
  if (PARTICLES.has(here.lower)) return true;
  return (here.lower === 'of' || here.lower === 'for') && isOrganisationNoun(before.lower);
}

/** Runs of capitalised words; a sentence's first word only where the article does not also write it small. */
export function nameRuns(words: readonly Word[], isOrdinary: (at: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word?.capital || isFunctionWord(word.lower) || isOrdinary(at)) continue;
    const to = runEnd(words, at);
    runs.push({ from: at, to });
    at = to - 1;
  }
  return runs;
}

/** Length of the longest country name that begins at `from`, 0 for none. */
export function countryLength(words: readonly Word[], from: number, to: number): number {
  for (let count = Math.min(LONGEST_COUNTRY_NAME, to - from); count > 0; count--) {
    const last = words[from + count - 1];
    if (last && standsFor(phrase(words, from, from + count))) return count;
  }
  return 0;
}

export const phrase = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');

/** Where the name proper begins: after the last title or demonym that something still follows. */
function nameStart(words: readonly Word[], { from, to }: Run): number {
  let start = from;
  const last = SUFFIX.test(words[to - 1]?.text ?? '') ? to - 2 : to - 1;
  for (let at = from; at < last; at++) {
    const country = countryLength(words, at, last);
    if (country > 0 && !isGivenName(words, at, last)) at = at + country - 1;
    else if (!isTitleWord(words[at]?.text ?? '')) continue;
    start = at + 1;
  }
  return start;
}

/** "Israel Katz", "Chad Bown", "Jordan Peele": a country's name, not its demonym, and one word more. */
const isGivenName = (words: readonly Word[], at: number, last: number): boolean =>
  at + 1 === last &&
  standsFor(words[at]?.text ?? '')?.form !== 'demonym' &&
  !(words[at]?.text ?? '').includes('.');

function kindOf(words: readonly Word[], { from, to }: Run, titled: boolean): NameMention['kind'] {
  const chosen = words.slice(from, to);
  if (countryLength(words, from, to) === to - from) return titled ? 'person' : 'country';
  if (titled) return 'person';
  if (chosen.some((word, at) => isOrganisationWord(word, chosen[at + 1], at === chosen.length - 1)))
    return 'organisation';
  if (chosen.length === 1) return ACRONYM.test(chosen[0]?.text ?? '') ? 'organisation' : 'single';
  return 'name';
}

const isOrganisationWord = (word: Word, next: Word | undefined, last: boolean): boolean =>
  isOrganisationNoun(word.lower) && (last || next?.lower === 'of' || next?.lower === 'for');

/** Lower-case titles before the name, and the modifiers before them: "Ukrainian security official Andrii …". */
function leadStart(words: readonly Word[], from: number): number {
  let title = from;
  while (joins(words[title - 1]) && isTitleWord(words[title - 1]?.text ?? '')) title--;
  const titled = title < from || isTitleWord(words[from]?.text ?? '');
  return titled ? modifierStart(words, title) : from;
}

function modifierStart(words: readonly Word[], title: number): number {
  let start = title;
  for (let at = title - 1; at >= Math.max(0, title - 4) && isModifier(words[at]); at--) {
    if (words[at]?.capital || isQualifier(words[at]?.text ?? '')) start = at;
  }
  return start;
}

const isModifier = (word: Word | undefined): boolean =>
  word !== undefined &&
  word.gap === ' ' &&
  !isFunctionWord(word.lower) &&
  (word.capital || !isPastVerb(word.lower));

/** "of the Leningrad region" after a titled name. */
function trailEnd(words: readonly Word[], to: number): number {
  if (!joins(words[to - 1]) || words[to]?.lower !== 'of') return to;
  const from = words[to + 1]?.lower === 'the' ? to + 2 : to + 1;
  if (!words[from]?.capital || !joins(words[from - 1])) return to;
  const end = runEnd(words, from);
  return joins(words[end - 1]) && PLACES.test(words[end]?.lower ?? '') ? end + 1 : end;
}

const PLACES =
  /^(?:region|state|province|county|district|city|oblast|republic|prefecture|party|university|committee|council)$/;

/** The name in `run`, with its titles; null where the run is nothing but titles ("President"). */
export function nameMention(words: readonly Word[], run: Run): NameMention | null {
  const organisation = kindOf(words, run, false) === 'organisation';
  const from = organisation ? run.from : nameStart(words, run);
  const lead = organisation ? run.from : leadStart(words, run.from);
  const titles = words.slice(lead, from).filter((word) => isTitleWord(word.text));
  const titled = titles.length > 0;
  const [first, last] = [words[from], words[run.to - 1]];
  if (!first || !last || (!titled && run.to - from === 1 && isTitleWord(first.text))) return null;
  const end = titled ? trailEnd(words, run.to) : run.to;
  return {
    start: first.start,
    end: last.end,
    names: words.slice(from, run.to),
    kind: kindOf(words, { from, to: run.to }, titled),
    described: { start: words[lead]?.start ?? first.start, end: words[end - 1]?.end ?? last.end },
    lead: words.slice(lead, from),
    sex: titles.map((title) => sexOfTitle(title.text)).find((sex) => sex !== null) ?? null,
  };
}
