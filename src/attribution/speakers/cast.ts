import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import type { Speaker } from '../attribution.ts';
import { PARTICLES } from './function-words.ts';
import { givenNamesAgree, nameKey } from './name-key.ts';
import type { NameMention } from './names.ts';
import { initialisms, organisationKey } from './organisation-key.ts';

/** Somebody who may speak in an article: grows while the article is read, becomes a Speaker at the end. */
export interface Figure {
  readonly type: Speaker['type'];
  /** Name in parts, given name first; none for an organisation or an unnamed source. */
  names: readonly string[];
  /** The fullest description so far. */
  description: string;
  /** How full: compares descriptions of one figure only. */
  fullness: number;
  readonly aliases: Set<string>;
  /** Common nouns by which the text may come back to it, singular: "ministry", "governor". */
  readonly heads: Set<string>;
  readonly memberOf: Set<string>;
  sex: 'male' | 'female' | null;
  readonly plural: boolean;
  /** True where the text leaves no doubt that it names a person: a title, a known given name, words of its own. */
  certain: boolean;
  /** Set where the figure is a government as such. */
  readonly country: string | null;
  /** Offset where the body first names it. */
  first: number;
  readonly parts: readonly Figure[];
}

export function figure(
  type: Speaker['type'],
  description: string,
  more: Partial<Figure> = {},
): Figure {
  return {
    type,
    names: [],
    description,
    fullness: 0,
    aliases: new Set(),
    heads: new Set(),
    memberOf: new Set(),
    sex: null,
    plural: false,
    certain: false,
    country: null,
    first: 0,
    parts: [],
    ...more,
  };
}

/** All figures of an article, by what they may be called. */
export interface Cast {
  readonly bySurname: Map<string, Figure[]>;
  readonly byGivenName: Map<string, Figure[]>;
  /** Organisations by the words of organisationKey and by their initials; those of several countries in one list. */
  readonly byTitle: Map<string, Figure[]>;
  /** In the order of their first mention. */
  readonly all: Figure[];
}

export const emptyCast = (): Cast => ({
  bySurname: new Map(),
  byGivenName: new Map(),
  byTitle: new Map(),
  all: [],
});

const SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv)$/i;

/** Parts of a name that tell people apart: no "Jr.". */
export const nameParts = ({ names }: NameMention): string[] =>
  names.map((word) => word.text).filter((part) => !SUFFIX.test(part));

/** The person called `parts` in full, met before or new at `first`. */
export function person(cast: Cast, parts: readonly string[], first: number): Figure {
  const surname = nameKey(parts.at(-1) ?? '');
  const namesakes = cast.bySurname.get(surname) ?? [];
  const known = namesakes.find((other) => isSamePerson(other.names, parts));
  if (known) return withFullerName(known, parts, first);
  const found = figure('person', parts.join(' '), { names: parts, first });
  cast.all.push(found);
  cast.bySurname.set(surname, [...namesakes, found]);
  const given = nameKey(parts[0] ?? '');
  if (parts.length > 1) push(cast.byGivenName, given, found);
  addNameAliases(found);
  return found;
}

const isSamePerson = (own: readonly string[], other: readonly string[]): boolean =>
  own.length > 1 && other.length > 1 && givenNamesAgree(own[0] ?? '', other[0] ?? '');

function withFullerName(known: Figure, parts: readonly string[], first: number): Figure {
  known.first = Math.min(known.first, first);
  if (parts.length > known.names.length) known.names = parts;
  addNameAliases(known);
  return known;
}

function addNameAliases({ names, aliases }: Figure): void {
  const surname = surnameOf(names);
  for (const name of [names.join(' '), `${names[0]} ${surname}`, surname]) aliases.add(fold(name));
}

/** "von der Leyen" of "Ursula von der Leyen". */
function surnameOf(names: readonly string[]): string {
  const particle = names.findIndex((part, at) => at > 0 && PARTICLES.has(part));
  return particle > 0 ? names.slice(particle).join(' ') : (names.at(-1) ?? '');
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** All whom `name` alone may mean: by surname, else by given name. */
export function namesakes(cast: Cast, name: string): readonly Figure[] {
  const key = nameKey(name);
  return cast.bySurname.get(key) ?? cast.byGivenName.get(key) ?? [];
}

/** The organisations that `title` may mean: with a country named, those of that country. */
export function organisationsCalled(cast: Cast, title: string): readonly Figure[] {
  const { country, words } = organisationKey(title);
  const called = cast.byTitle.get(words) ?? [];
  return country === '' ? called : called.filter((known) => known.memberOf.has(country));
}

/** Keeps `found` under `title`, its abbreviations and its country. */
export function enter(cast: Cast, title: string, found: Figure): Figure {
  const { country, words } = organisationKey(title);
  if (country !== '') found.memberOf.add(country);
  for (const alias of [fold(title), ...initialisms(title)]) found.aliases.add(alias);
  if (!cast.all.includes(found)) cast.all.push(found);
  for (const key of [words, ...initialisms(title)]) {
    if (!cast.byTitle.get(key)?.includes(found)) push(cast.byTitle, key, found);
  }
  return found;
}

/** Takes `text` as the description where it is fuller than the one known. */
export function describe(known: Figure, text: string, fullness: number): void {
  if (fullness <= known.fullness) return;
  known.description = text;
  known.fullness = fullness;
}

/** What the rest of Quoth is shown of a figure. */
export function speakerOf(known: Figure): Speaker {
  return {
    name: known.description,
    type: known.type,
    aliases: [...known.aliases],
    memberOf: [...known.memberOf],
    ...(known.country === null ? {} : { country: known.country }),
    ...(known.parts.length === 0 ? {} : { parts: known.parts.map(speakerOf) }),
  };
}

/** Where figures are named, in the order of the body. */
export interface Appearance extends Span {
  readonly figure: Figure;
}
