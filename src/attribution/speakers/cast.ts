import { fold } from '../../text/fold.ts';
import { type Figure, figure } from './figure.ts';
import { PARTICLES } from './function-words.ts';
import { givenNamesAgree, nameKey } from './name-key.ts';
import type { NameMention } from './names.ts';
import { singular } from './nouns.ts';
import { abbreviations, organisationKey, plainWords, splitCountry } from './organisation-key.ts';
import { titleWord } from './titles.ts';

/** All figures of an article, by what they may be called. */
export interface Cast {
  readonly bySurname: Map<string, Figure[]>;
  readonly byGivenName: Map<string, Figure[]>;
  /** Organisations by the words of organisationKey and by their initials; those of several countries in one list. */
  readonly byTitle: Map<string, Figure[]>;
  /** By the common nouns that the text may come back with, singular. */
  readonly byHead: Map<string, Figure[]>;
  /** Governments and unnamed sources, by their words folded. */
  readonly byWording: Map<string, Figure>;
}

export const emptyCast = (): Cast => ({
  bySurname: new Map(),
  byGivenName: new Map(),
  byTitle: new Map(),
  byHead: new Map(),
  byWording: new Map(),
});

const SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv)$/i;

/** Parts of a name that tell people apart: no "Jr.". */
export const nameParts = ({ names }: NameMention): string[] =>
  names.map((word) => word.text).filter((part) => !SUFFIX.test(part));

/** The person called `parts`, met before or new at `first`. */
export function person(cast: Cast, parts: readonly string[], first: number): Figure {
  const surname = nameKey(parts.at(-1) ?? '');
  const known = cast.bySurname.get(surname)?.find((other) => isSamePerson(other.names, parts));
  if (known) return withFullerName(known, parts, first);
  const fullness = parts.length > 1 ? 1000 : 0;
  const found = figure('person', parts.join(' '), { names: parts, first, fullness });
  push(cast.bySurname, surname, found);
  if (parts.length > 1) push(cast.byGivenName, nameKey(parts[0] ?? ''), found);
  addNameAliases(found);
  return found;
}

function isSamePerson(own: readonly string[], other: readonly string[]): boolean {
  if (own.length === 1 || other.length === 1) return own.length === other.length;
  return givenNamesAgree(own[0] ?? '', other[0] ?? '');
}

function withFullerName(known: Figure, parts: readonly string[], first: number): Figure {
  known.first = Math.min(known.first, first);
  if (parts.length > known.names.length) known.names = parts;
  addNameAliases(known);
  return known;
}

function addNameAliases({ names, aliases }: Figure): void {
  const surname = surnameOf(names);
  aliases.add(fold(names.join(' ')));
  aliases.add(fold(surname));
  if (names.length > 2) aliases.add(fold(`${names[0]} ${surname}`));
}

/** "von der Leyen" of "Ursula von der Leyen"; "Ban" of "Ban Ki-moon". */
function surnameOf(names: readonly string[]): string {
  const particle = names.findIndex((part, at) => at > 0 && PARTICLES.has(part));
  if (particle > 0) return names.slice(particle).join(' ');
  const last = names.at(-1) ?? '';
  return names.length === 2 && /^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(last) ? (names[0] ?? '') : last;
}

/** Adds `value` to the list under `key`. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** All whom `name` alone may mean: by surname, else by given name. Doubtful names give way to those of people. */
export function namesakes(cast: Cast, name: string): readonly Figure[] {
  const key = nameKey(name);
  const bySurname = preferred(cast.bySurname.get(key) ?? [], ({ names }) => names.length > 1);
  const called =
    bySurname.length > 0 ? bySurname : (cast.byGivenName.get(key) ?? []).filter(isCertain);
  return preferred(called, isCertain);
}

const isCertain = ({ certain }: Figure): boolean => certain;

const preferred = (figures: readonly Figure[], by: (one: Figure) => boolean): readonly Figure[] =>
  figures.some(by) ? figures.filter(by) : figures;

/** Lets the text come back to `known` with `noun`: "the ministry", "the governor". */
export function callByNoun(cast: Cast, known: Figure, noun: string): void {
  const head = singular(titleWord(noun));
  if (!cast.byHead.get(head)?.includes(known)) push(cast.byHead, head, known);
}

/** The organisations that `title` may mean: with a country named, those of that country. */
export function organisationsCalled(cast: Cast, title: string): readonly Figure[] {
  const { country, words } = organisationKey(title);
  const called = cast.byTitle.get(words) ?? [];
  if (country === '') return called;
  return called.filter((known) => known.countries.has(country) || known.memberOf.has(country));
}

/** Keeps `found` under `title`, its abbreviations and its country. */
export function enter(cast: Cast, title: string, found: Figure): Figure {
  const { country, words } = organisationKey(title);
  if (country !== '') found.countries.add(country);
  const short = abbreviations(title);
  found.aliases.add(fold(title).replace(/^the /, ''));
  const bare = splitCountry(plainWords(title)).rest.filter((word) => word !== 'the');
  if (country !== '' && bare.length > 1) found.aliases.add(bare.join(' '));
  for (const alias of short) found.aliases.add(alias);
  for (const key of [words, ...short]) {
    if (!cast.byTitle.get(key)?.includes(found)) push(cast.byTitle, key, found);
  }
  return found;
}
