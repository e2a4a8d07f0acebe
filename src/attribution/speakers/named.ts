import { fold } from '../../text/fold.ts';
import { overlaps } from '../../text/span.ts';
import { type Cast, nameParts, person } from './cast.ts';
import { contextCountry, localCountry, localPlace } from './context-country.ts';
import { type Named, standsFor } from './countries.ts';
import { phrase } from './country-words.ts';
import {
  type Moment,
  onlyOne,
  paragraphOf,
  type Resolution,
  resolved,
  turnsInParagraph,
} from './discourse.ts';
import { describe, type Figure, figure, groupName } from './figure.ts';
import { isFunctionWord } from './function-words.ts';
import { isGivenName } from './given-names.ts';
import { nameKey } from './name-key.ts';
import type { NameMention } from './names.ts';
import { isPlural } from './nouns.ts';
import { besideNoun, breaksBefore, countriesOf, type NounPhrase } from './phrase.ts';
import { bearers, credentials, groupsIn, introduce, learnSex } from './scene.ts';
import { isTitleWord, sexOfTitle } from './titles.ts';
import type { Word } from './words.ts';

/** "Smith and Jones": both, where both are resolved. Null where the phrase lists no two names. */
export function resolveTogether(moment: Moment, source: NounPhrase): Resolution | null {
  const and = source.words.findIndex((word) => word.lower === 'and');
  if (and < 1 || and > source.core.length || and === source.words.length - 1) return null;
  const [left, right] = [source.words.slice(0, and), source.words.slice(and + 1)];
  if (!isListed(left, right, source)) return null;
  const parts = [left, right].map((words) => moment.resolve(words).figure);
  const known = parts.filter((part) => part !== null);
  if (known.length < 2) return null;
  const more = { parts: known, plural: true, certain: true, first: moment.start };
  return resolved(figure('group', source.text, more));
}

/** Two names, or a name and something that begins with "the": not "the Ministry of Trade and Industry". */
function isListed(left: readonly Word[], right: readonly Word[], { names }: NounPhrase): boolean {
  const [start, end] = [right[0], left.at(-1)];
  if (!start || !end) return false;
  const ends = names.some((name) => name.end === end.end);
  const spans = names.some((name) => name.start <= end.start && name.end > start.start);
  const begins =
    start.lower === 'the' || names.some((name) => name.described.start === start.start);
  return ends && !spans && begins;
}

/** A source that is a country or a person's name. Null where it is neither. */
export function resolveNamed(moment: Moment, source: NounPhrase): Resolution | null {
  const whole = government(moment, source);
  if (whole) return whole;
  const name = principalName(source);
  if (!name || name.kind === 'organisation' || name.kind === 'country' || name.kind === 'place')
    return null;
  if (name.kind === 'single' && isThing(moment, source, name)) return null;
  return resolveName(moment, source, name);
}

/** "the Fed", "Xinhua, China's state news agency": one word that names nobody met, with an article or so described. */
const isThing = ({ scene }: Moment, source: NounPhrase, name: NameMention): boolean =>
  bearers(scene.cast, name).length === 0 &&
  (source.determiner === 'the' || besideNoun(source) !== null);

/**
 * The name the phrase is about: one that ends its core ("security official Andrii Kovalenko"), or one set beside a
 * common noun ("The president, Volodymyr Zelenskiy,"). Not one that only modifies ("the Trump campaign").
 */
function principalName({ names, core, words, determiner }: NounPhrase): NameMention | null {
  const end = core.at(-1)?.end ?? 0;
  const atHead = names.find((name) => name.described.start < end && name.end >= end);
  const head = core.at(-1);
  if (atHead) return isRole(atHead, determiner) ? null : atHead;
  if (!head || isPlural(head.lower)) return null;
  return names.find((name) => isBeside(words, name, head) || isAfterRole(words, name)) ?? null;
}

/** "The Ohio Democrat": an article and a role at the end are no name. */
const isRole = ({ names }: NameMention, determiner: NounPhrase['determiner']): boolean =>
  determiner === 'the' && isTitleWord(names.at(-1)?.text ?? '');

/** "The president, <Volodymyr Zelenskiy>", "the F.B.I. director, <James B. Comey>"; not "the man in Kent, <England>". */
function isBeside(words: readonly Word[], name: NameMention, head: Word): boolean {
  const at = words.findIndex((word) => word.start === name.described.start);
  if (
    !breaksBefore(words, at) ||
    name.kind === 'place' ||
    name.kind === 'country' ||
    name.kind === 'organisation'
  )
    return false;
  const plain = words
    .slice(0, at)
    .every((word, index) => !word.capital || (index === 0 && words[1]?.capital !== true));
  return (
    plain ||
    ((!head.capital || isTitleWord(head.text)) &&
      (name.kind === 'person' || isGivenName(name.names[0]?.text ?? '')))
  );
}

/** "chief of staff <Denis McDonough>", "master of ceremonies <Asab Al-Tabchi>". */
function isAfterRole(words: readonly Word[], name: NameMention): boolean {
  const at = words.findIndex((word) => word.start === name.start);
  const [of, noun] = [words[at - 2], words[at - 1]];
  return (
    of?.lower === 'of' &&
    noun?.gap === ' ' &&
    !noun.capital &&
    !isFunctionWord(noun.lower) &&
    !isTitleWord(noun.text)
  );
}

/** A country, its capital or its seat as a whole. */
function government(moment: Moment, source: NounPhrase): Resolution | null {
  const { cast } = moment.scene;
  const words = source.determiner === 'the' ? source.core.slice(1) : source.core;
  const text = phrase(words, 0, words.length);
  const named = words[0]?.capital ? standsFor(text) : null;
  if (!named || named.form === 'demonym') return null;
  if (isSurname(cast, text)) return null;
  const key = fold(text);
  const known = cast.byWording.get(key) ?? madeGovernment(moment, source, named);
  known.aliases.add(key);
  cast.byWording.set(key, known);
  return resolved(known);
}

/** "Jordan" in an article on Michael Jordan. */
const isSurname = (cast: Cast, text: string): boolean =>
  (cast.bySurname.get(nameKey(text)) ?? []).some(
    ({ certain, names }) => certain && names.length > 1,
  );

/** A seat is a body of its own country, not the government under its country's name. */
function madeGovernment(
  { start }: Moment,
  { text, span, core }: NounPhrase,
  { code, form }: Named,
): Figure {
  const type = form === 'seat' ? 'organisation' : 'government';
  const description = text.slice(0, (core.at(-1)?.end ?? 0) - span.start);
  const country = form === 'seat' ? null : code;
  const made = figure(type, description, { country, first: start, certain: true });
  made.memberOf.add(code);
  return made;
}

/** The bearer of `name`, with all that the source says of him or her. */
export function resolveName(moment: Moment, source: NounPhrase, name: NameMention): Resolution {
  const { cast } = moment.scene;
  const all = bearers(cast, name);
  const called = all.length > 1 ? lastToSpeak(moment, all) : all;
  if (called.length > 1) return onlyOne(called);
  const known = called[0] ?? person(cast, nameParts(name), name.start);
  known.certain = true;
  const [only] = nameParts(name);
  if (only && name.names.length === 1) known.aliases.add(fold(only));
  introduce(moment.scene, known, name);
  learnFrom(moment, known, source, name);
  return resolved(known);
}

/** Of namesakes, the only one whom the paragraph has named, if that one has spoken: "Anna Berg said … Berg added". */
function lastToSpeak(moment: Moment, called: readonly Figure[]): readonly Figure[] {
  const { scene, start, sentence } = moment;
  const here = paragraphOf(scene, sentence);
  const named = new Set<Figure>();
  for (let at = sentence; at >= 0 && paragraphOf(scene, at) === here; at--) {
    for (const one of scene.appearances[at] ?? []) if (one.start < start) named.add(one.figure);
  }
  const near = called.filter((one) => named.has(one));
  const spoke = turnsInParagraph(moment).some(({ figure: one }) => one === near[0]);
  return near.length === 1 && spoke ? near : called;
}

/** What the rest of the source says of the person: "…, a spokeswoman for the ministry". */
function learnFrom(moment: Moment, known: Figure, source: NounPhrase, name: NameMention): void {
  const words = source.words.filter((word) => !overlaps(word, name));
  const role = words.some((word) => isTitleWord(word.text));
  const text = withoutClauses(source);
  const full = (name.names.length > 1 ? 1000 : 0) + (role ? 600 : 0) + Math.min(200, text.length);
  describe(known, text, full);
  const description = words.map((word) => word.lower);
  const countries = role ? ruledBy(moment, source, words) : [];
  credentials(moment.scene.cast, known, { description, countries });
  for (const word of source.owner ? [] : description) learnSex(known, sexOfTitle(word), true);
  for (const group of groupsBeside(moment, source, description)) known.memberOf.add(group);
}

/** Bodies and regions for which the source says that the person speaks. */
function groupsBeside(
  moment: Moment,
  source: NounPhrase,
  description: readonly string[],
): string[] {
  const place = description.some((word) => LOCAL.test(word)) ? localPlace(moment) : null;
  const bodies = source.names.filter(({ kind }) => kind === 'organisation');
  return [
    ...(place ? [place] : []),
    ...groupsIn(source.core.filter((word) => !isFunctionWord(word.lower))),
    ...bodies.map(({ names }) => groupName(phrase(names, 0, names.length))),
  ];
}

/** Offices of a part of a country. */
const LOCAL = /^(?:governor|gov\.?|mayor|prefect)$/;

/** The countries of an office: named with it, or those of its surroundings. */
function ruledBy(moment: Moment, source: NounPhrase, words: readonly Word[]): readonly string[] {
  const named = countriesOf(words);
  if (named.length > 0) return named;
  const context = contextCountry(moment, source);
  const local = context.length === 0 && words.some(({ lower }) => LOCAL.test(lower));
  return local ? localCountry(moment) : context;
}

/** Without ", who …": a clause is no description. */
const withoutClauses = ({ text }: NounPhrase): string =>
  text.replace(/,? (?:and )?(?:who|whose|which|whom) .*$/su, '').replace(/[,\s]+$/, '');
