import type { Span } from '../../text/span.ts';
import { standsFor } from './countries.ts';
import { countryLength } from './country-words.ts';
import { isFunctionWord, isPastVerb } from './function-words.ts';
import { isGivenName } from './given-names.ts';
import { isLeague, joins, type Run, runEnd } from './name-runs.ts';
import { isOrganisationNoun, isPeopleNoun, isThing } from './nouns.ts';
import { isQualifier, isTitleWord, sexOfTitles } from './titles.ts';
import type { Word } from './words.ts';

/** A name met in the text, with what the words around it say of its bearer. */
export interface NameMention extends Span {
  /** Without titles: ["Vladimir", "Putin"]. */
  readonly names: readonly Word[];
  /** `name`: two or more capitalised words of which nothing else is known, a person or not; `single`: one. */
  readonly kind: 'person' | 'organisation' | 'country' | 'place' | 'name' | 'single';
  /** From its first title to its last "of …": "Governor Aleksandr Drozdenko of the Leningrad region". */
  readonly described: Span;
  /** The words between `described.start` and the name. */
  readonly lead: readonly Word[];
  /** Only says whose or which: "Smith's lawyer", "the former <New Mexico> governor", "<Pentagon> officials". */
  readonly modifies: boolean;
  readonly sex: 'male' | 'female' | null;
}

const SUFFIX = /^(?:Jr\.?|Sr\.?|I{2,3}|IV)$/;
const ACRONYM =
  /^(?:\p{Lu}[\p{Lu}\d&]{1,6}|(?:\p{Lu}\.){2,}|\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+\p{Lu}\S*|\S+\.(?:com|org|net|co|io|uk|ru|tv))$/u;

/** Where the name proper begins: after the last title or demonym that something still follows; null for no name. */
function nameStart(words: readonly Word[], { from, to }: Run): number | null {
  const last = SUFFIX.test(words[to - 1]?.text ?? '') ? to - 2 : to - 1;
  const office = words.slice(from, to).findIndex(({ lower }) => /^(?:of|for|on)$/.test(lower));
  if (office >= 0) return afterOffice(words, from + office, last);
  const start = afterTitles(words, from, last);
  return start + beforeGivenName(words.slice(start, last));
}

function afterTitles(words: readonly Word[], from: number, last: number): number {
  let start = from;
  for (let at = from; at < last; at++) {
    const country = countryLength(words, at, last);
    if (country > 0 && !mayBeGiven(words, at, last)) at = at + country - 1;
    else if (!isTitleWord(words[at]?.text ?? '') && !isShortBody(words, at)) continue;
    start = at + 1;
  }
  return start;
}

/** "FBI" before a name that is not in capitals throughout. */
const isShortBody = (words: readonly Word[], at: number): boolean =>
  /^\p{Lu}{2,5}$/u.test(words[at]?.text ?? '') && /\p{Ll}/u.test(words[at + 1]?.text ?? '');

/** "Crooked <Hillary> Clinton", "Texas-based <Matt> Mackowiak": how many words are no part of the name. */
function beforeGivenName(words: readonly Word[]): number {
  if (/^\p{Lu}\.$/u.test(words[0]?.text ?? '')) return 0;
  const given = words.findIndex(({ text }) => isGivenName(text));
  const afterUnknown =
    given === 1 && words[1]?.gap === ' ' && /^\p{Lu}\.$/u.test(words[2]?.text ?? '');
  return given > 0 && !afterUnknown ? given : 0;
}

/** "Secretary of State <John F. Kerry>": names are told from the office by their first. */
function afterOffice(words: readonly Word[], of: number, last: number): number | null {
  const found = words
    .slice(of + 2, last)
    .findIndex((word) => isGivenName(word.text) && word.capital);
  return found < 0 ? null : of + 2 + found;
}

/** "Israel Katz", "Chad Bown", "Jordan Peele": a country's name, not its demonym, and one word more. */
const mayBeGiven = (words: readonly Word[], at: number, last: number): boolean =>
  at + 1 === last &&
  standsFor(words[at]?.text ?? '')?.form !== 'demonym' &&
  !(words[at]?.text ?? '').includes('.');

function kindOf(words: readonly Word[], { from, to }: Run, titled: boolean): NameMention['kind'] {
  if (countryLength(words, from, to) === to - from) return titled ? 'person' : 'country';
  if (titled) return 'person';
  const chosen = words.slice(from, to);
  if (isOrganisation(chosen)) return 'organisation';
  if (chosen.length === 1) return 'single';
  return isPlace(words, from, to) ? 'place' : 'name';
}

const isOrganisation = (chosen: readonly Word[]): boolean =>
  chosen.slice(0, -1).some(({ gap }) => gap === ' & ') ||
  chosen.some((word, at) => isOrganisationWord(word, chosen[at + 1], at === chosen.length - 1)) ||
  (chosen.length === 1 && ACRONYM.test(chosen[0]?.text ?? ''));

/** "in San Bernardino", "Washington D.C.", "Baker Street": not somebody. */
const isPlace = (words: readonly Word[], from: number, to: number): boolean =>
  /^(?:in|near|outside|across|throughout|into|around|via)$/.test(words[from - 1]?.lower ?? '') ||
  isThing(words[to - 1]?.lower ?? '') ||
  /^(?:\p{Lu}\.){2,}$/u.test(words[to - 1]?.text ?? '');

const isOrganisationWord = (word: Word, next: Word | undefined, last: boolean): boolean =>
  isLeague(word, next) ||
  (isOrganisationNoun(word.lower) && (last || /^(?:of|for|on)$/.test(next?.lower ?? '')));

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
  if (kindOf(words, run, false) === 'organisation') {
    const from = ownerStart(words, run.from);
    return mentionOf(words, run, { lead: from, from });
  }
  const from = nameStart(words, run);
  return from === null ? null : mentionOf(words, run, { lead: leadStart(words, run.from), from });
}

function isModifierOf(words: readonly Word[], to: number): boolean {
  const next = words[to];
  if (!next || next.capital || !joins(words[to - 1])) return false;
  return isTitleWord(next.text) || isOrganisationNoun(next.lower) || isPeopleNoun(next.lower);
}

/** "<Russia's> Ministry of Defense": an organisation's country is part of its name. */
function ownerStart(words: readonly Word[], from: number): number {
  if (words[from - 1]?.possessive !== true || words[from - 1]?.gap !== ' ') return from;
  const counts = [3, 2, 1].filter((count) => countryLength(words, from - count, from) === count);
  return from - (counts[0] ?? 0);
}

interface Beginning {
  /** Index of the first title. */
  readonly lead: number;
  /** Index of the first word of the name. */
  readonly from: number;
}

function mentionOf(
  words: readonly Word[],
  { to }: Run,
  { lead: outer, from }: Beginning,
): NameMention | null {
  const modifies = isModifierOf(words, to);
  const lead = modifies ? from : outer;
  const titles = words.slice(lead, from).filter((word) => isTitleWord(word.text));
  const titled = titles.length > 0;
  const [first, last] = [words[from], words[to - 1]];
  if (!first || !last || (!titled && to - from === 1 && isTitleWord(first.text))) return null;
  const end = titled ? trailEnd(words, to) : to;
  return {
    start: first.start,
    end: last.end,
    names: words.slice(from, to),
    kind: kindOf(words, { from, to }, titled),
    described: { start: words[lead]?.start ?? first.start, end: words[end - 1]?.end ?? last.end },
    lead: words.slice(lead, from),
    modifies: modifies || last.possessive,
    sex: sexOfTitles(titles.map(({ text }) => text)),
  };
}
