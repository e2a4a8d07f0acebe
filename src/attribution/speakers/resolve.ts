import { fold } from '../../text/fold.ts';
import { overlaps } from '../../text/span.ts';
import {
  describe,
  enter,
  type Figure,
  figure,
  nameParts,
  organisationsCalled,
  person,
} from './cast.ts';
import { contextCountry } from './context-country.ts';
import { standsFor } from './countries.ts';
import {
  antecedent,
  enclosing,
  type Moment,
  NOBODY,
  onlyOne,
  type Resolution,
  resolved,
} from './discourse.ts';
import { isFunctionWord } from './function-words.ts';
import { countryLength, type NameMention, phrase } from './names.ts';
import {
  isArtifact,
  isOfficial,
  isOrganisationNoun,
  isPeopleNoun,
  isPlural,
  isUtterance,
  singular,
} from './nouns.ts';
import { countriesOf, type NounPhrase, nounPhrase } from './phrase.ts';
import { relativeAntecedent } from './relative.ts';
import { bearers, credentials, introduce } from './scene.ts';
import { isTitleWord, titleWord } from './titles.ts';
import type { Word } from './words.ts';

/** Who the noun phrase of a source is. */
export function resolve(moment: Moment, source: NounPhrase): Resolution {
  const [first] = source.words;
  if (!first) return NOBODY;
  if (source.words.length === 1 || isPronounAlone(source)) {
    const pronoun = resolvePronoun(moment, first.lower);
    if (pronoun) return pronoun;
  }
  if (POSSESSIVES.has(first.lower))
    return resolveOwned(moment, source, resolvePossessive(moment, first.lower), 1);
  return (
    resolveTogether(moment, source) ?? resolveNamed(moment, source) ?? resolveCommon(moment, source)
  );
}

const isPronounAlone = ({ words }: NounPhrase): boolean =>
  /^(?:he|she|they|it|who|which|i|we)$/.test(words[0]?.lower ?? '') &&
  words[1]?.capital !== true &&
  words.length < 4;

const POSSESSIVES = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'whose']);

const isMale = (one: Figure) => one.type === 'person' && one.certain && one.sex !== 'female';
const isFemale = (one: Figure) => one.type === 'person' && one.certain && one.sex !== 'male';
const isSeveral = (one: Figure) =>
  one.plural || one.type === 'organisation' || one.type === 'government' || one.parts.length > 1;
const isThing = (one: Figure) =>
  one.type === 'organisation' ||
  one.type === 'government' ||
  (one.type === 'unnamed' && !one.plural && !one.certain);

function resolvePronoun(moment: Moment, pronoun: string): Resolution | null {
  switch (pronoun) {
    case 'he':
    case 'him':
      return learnSex(antecedent(moment, isMale), 'male');
    case 'she':
      return learnSex(antecedent(moment, isFemale), 'female');
    case 'they':
    case 'them':
      return antecedent(moment, isSeveral);
    case 'it':
      return antecedent(moment, isThing);
    case 'his':
    case 'her':
    case 'their':
    case 'its':
    case 'my':
    case 'our':
      return resolvePossessive(moment, pronoun);
    case 'i':
    case 'we':
    case 'us':
    case 'me': {
      const speaker = enclosing(moment);
      return speaker ? resolved(speaker) : NOBODY;
    }
    case 'who':
    case 'which':
    case 'that':
    case 'whom':
      return relativeAntecedent(moment, (phrase) => resolve(moment, phrase));
    case 'you':
    case 'one':
    case 'there':
    case 'what':
      return NOBODY;
  }
  return null;
}

function resolvePossessive(moment: Moment, pronoun: string): Resolution {
  switch (pronoun) {
    case 'his':
      return learnSex(antecedent(moment, isMale), 'male');
    case 'her':
      return learnSex(antecedent(moment, isFemale), 'female');
    case 'their':
      return antecedent(moment, isSeveral);
    case 'its':
      return antecedent(moment, isThing);
    default: {
      const speaker = enclosing(moment);
      return speaker ? resolved(speaker) : NOBODY;
    }
  }
}

function learnSex(found: Resolution, sex: 'male' | 'female'): Resolution {
  if (found.figure) found.figure.sex ??= sex;
  return found;
}

/** "its military", "the ministry's statement", "Smith's lawyer": what is owned, by whom. */
function resolveOwned(
  moment: Moment,
  source: NounPhrase,
  owner: Resolution,
  from: number,
): Resolution {
  const owned = source.words.slice(from);
  const head = headOf(owned);
  if (!head || isArtifact(head.lower)) return owner;
  const named = source.names
    .filter((name) => name.kind === 'person' || name.kind === 'name')
    .at(-1);
  if (named && named.start >= (owned[0]?.start ?? 0))
    return withEmployer(resolveName(moment, source, named), owner.figure);
  const description = owner.figure
    ? `${owner.figure.description}’s ${source.text.slice((owned[0]?.start ?? 0) - source.span.start)}`
    : source.text;
  if (!owner.figure && POSSESSIVES.has(source.words[0]?.lower ?? '')) return owner;
  return resolved(ownedBy(moment, description, owned, owner.figure));
}

function ownedBy(
  moment: Moment,
  description: string,
  owned: readonly Word[],
  owner: Figure | null,
): Figure {
  const head = headOf(owned);
  const lower = head?.lower ?? '';
  const made = figure(typeOfHead(lower), description, {
    first: moment.start,
    plural: isPlural(lower),
    fullness: 100 + description.length,
    certain: true,
  });
  made.heads.add(singular(lower));
  if (
    owner &&
    isOfficial(
      lower,
      owned.map((word) => word.lower),
    )
  ) {
    for (const code of owner.country ? [owner.country] : owner.memberOf) made.memberOf.add(code);
  }
  if (owner?.type === 'organisation') made.memberOf.add(fold(owner.description));
  const known = organisationsCalled(moment.scene.cast, description).find(
    (one) => one.type === made.type,
  );
  return known ?? enter(moment.scene.cast, description, made);
}

function withEmployer(found: Resolution, employer: Figure | null): Resolution {
  if (found.figure && employer && employer.type !== 'person') {
    found.figure.memberOf.add(fold(employer.description));
    if (employer.country) found.figure.memberOf.add(employer.country);
  }
  return found;
}

/** The noun on which the others hang: the last before a preposition or a comma. */
const headOf = (words: readonly Word[]): Word | undefined => {
  const end = words.findIndex(
    (word, at) => at > 0 && (/[,;:(]/.test(words[at - 1]?.gap ?? '') || isFunctionWord(word.lower)),
  );
  return words[(end < 0 ? words.length : end) - 1];
};

function typeOfHead(lower: string): Figure['type'] {
  if (isOrganisationNoun(lower)) return 'organisation';
  return isPlural(lower) ? 'group' : 'unnamed';
}

/** "Smith and Jones": both, where both are resolved. */
function resolveTogether(moment: Moment, source: NounPhrase): Resolution | null {
  const and = source.words.findIndex((word) => word.lower === 'and');
  if (and < 1 || and > source.core.length || and === source.words.length - 1) return null;
  const [left, right] = [source.words.slice(0, and), source.words.slice(and + 1)];
  if (!isListed(left, right, source)) return null;
  const parts = [left, right].map((words) => resolve(moment, subPhrase(moment, words)).figure);
  const known = parts.filter((part) => part !== null);
  if (known.length < 2) return null;
  return resolved(
    figure('group', source.text, {
      parts: known,
      plural: true,
      certain: true,
      first: moment.start,
    }),
  );
}

/** Two names, or a name and something that begins with "the": not "the Ministry of Trade and Industry". */
function isListed(left: readonly Word[], right: readonly Word[], { names }: NounPhrase): boolean {
  const [start, end] = [right[0], left.at(-1)];
  if (!start || !end) return false;
  const ends = names.some((name) => name.end === end.end);
  const spans = names.some((name) => name.start <= end.start && name.end > start.start);
  return (
    ends &&
    !spans &&
    (start.lower === 'the' || names.some((name) => name.described.start === start.start))
  );
}

function subPhrase(moment: Moment, words: readonly Word[]): NounPhrase {
  const span = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
  const found = nounPhrase(moment.scene.body, [span]);
  if (!found) throw new RangeError(`Expected words between ${span.start} and ${span.end}`);
  return found;
}

/** A source that holds a name: of a person, an organisation, a country. */
function resolveNamed(moment: Moment, source: NounPhrase): Resolution | null {
  const whole = government(moment, source);
  if (whole) return whole;
  if (source.owner && source.owned.length > 0) {
    const owner = source.owner.map((word) => word);
    const country = countriesOf(owner);
    if (country.length === 0)
      return resolveOwned(moment, source, resolve(moment, subPhrase(moment, owner)), owner.length);
  }
  const name = principalName(source);
  if (!name) return null;
  if (name.kind === 'person' || name.kind === 'name' || name.kind === 'single')
    return resolveName(moment, source, name);
  return null;
}

/**
 * The name the phrase is about: one that ends its core ("security official Andrii Kovalenko"), or one set beside a
 * common noun ("The president, Volodymyr Zelenskiy,"). Not one that only modifies ("the Trump campaign").
 */
function principalName({ names, core, words }: NounPhrase): NameMention | null {
  const end = core.at(-1)?.end ?? 0;
  const atHead = names.find((name) => name.end === end || (name.start < end && name.end >= end));
  if (atHead) return atHead;
  const beside = names.find((name) =>
    words.some(
      (word, at) =>
        word.start === name.described.start &&
        /^, $/.test(words[at - 1]?.gap ?? '') &&
        at === core.length,
    ),
  );
  const head = core.at(-1)?.lower ?? '';
  return beside && !isPlural(head) ? beside : null;
}

/** A country, its capital or its seat as a whole; "the Ukrainian government". */
function government(moment: Moment, source: NounPhrase): Resolution | null {
  const { cast } = moment.scene;
  const words = source.determiner === 'the' ? source.core.slice(1) : source.core;
  const text = phrase(words, 0, words.length);
  const named = standsFor(text);
  if (!named) return null;
  if (named.form === 'demonym') return null;
  if (namedPersons(moment, text)) return null;
  const known = cast.all.find((one) => one.type === 'government' && one.aliases.has(fold(text)));
  if (known) return resolved(known);
  const isSeat = named.form === 'seat';
  const made = figure(isSeat ? 'organisation' : 'government', plain(source, source.core), {
    country: isSeat ? null : named.code,
    first: moment.start,
    certain: true,
  });
  made.aliases.add(fold(text));
  made.memberOf.add(named.code);
  cast.all.push(made);
  return resolved(made);
}

const namedPersons = (moment: Moment, text: string): boolean =>
  moment.scene.cast.all.some(
    (one) => one.type === 'person' && one.certain && one.aliases.has(fold(text)),
  );

/** The words of the body, without a possessive at the end. */
const plain = (source: NounPhrase, words: readonly Word[]): string =>
  source.text.slice(
    (words[0]?.start ?? 0) - source.span.start,
    (words.at(-1)?.end ?? 0) - source.span.start,
  );

function resolveName(moment: Moment, source: NounPhrase, name: NameMention): Resolution {
  const { cast, body } = moment.scene;
  const called = bearers(cast, name);
  if (called.length > 1) return onlyOne(called);
  const known = called[0] ?? person(cast, nameParts(name), name.start);
  if (name.kind === 'single' && called.length === 0 && source.determiner === 'the')
    return organisationNamed(moment, source);
  known.certain = true;
  introduce(known, body, name);
  learnFrom(moment, known, source, name);
  return resolved(known);
}

/** What the rest of the source says of the person: "…, a spokeswoman for the ministry". */
function learnFrom(moment: Moment, known: Figure, source: NounPhrase, name: NameMention): void {
  const words = source.words.filter((word) => !overlaps(word, name));
  const role = words.some((word) => isTitleWord(word.text));
  const text = withoutClauses(source);
  describe(
    known,
    text,
    (name.names.length > 1 ? 1000 : 0) + (role ? 600 : 0) + Math.min(200, text.length),
  );
  const countries = countriesOf(source.words);
  const ruled = countries.length > 0 || !role ? countries : contextCountry(moment, source);
  credentials(
    known,
    words.map((word) => word.lower),
    ruled,
  );
  for (const other of source.names)
    if (other.kind === 'organisation')
      known.memberOf.add(fold(phrase(other.names, 0, other.names.length)));
}

/** Without ", who …": a clause is no description. */
const withoutClauses = ({ text }: NounPhrase): string =>
  text.replace(/,? (?:who|whose|which) .*$/su, '').replace(/[,\s]+$/, '');

function organisationNamed(moment: Moment, source: NounPhrase): Resolution {
  return resolved(institution(moment, source));
}

/** No person's name: an organisation, a document, officials, "a senior US official". */
function resolveCommon(moment: Moment, source: NounPhrase): Resolution {
  const head = source.head.lower;
  if (isArtifact(head)) return resolveArtifact(moment, source);
  if (source.head.capital || isOrganisationNoun(singular(head))) {
    const known = calledSo(moment, source);
    return known ?? resolved(institution(moment, source));
  }
  if (source.determiner === 'the' && !isPlural(head)) {
    const back = comesBack(moment, source);
    if (back) return back;
  }
  return resolved(unnamed(moment, source));
}

/** An organisation met before under these words, or under their head alone: "the ministry". */
function calledSo(moment: Moment, source: NounPhrase): Resolution | null {
  const title = plain(source, source.core);
  const called = organisationsCalled(moment.scene.cast, title).filter(
    (one) => one.type !== 'person',
  );
  if (called.length > 0) {
    const one = onlyOne(called);
    if (one.figure) describe(one.figure, title, 100 + title.length);
    return one;
  }
  const bare = source.core.filter((word) => !isFunctionWord(word.lower));
  return bare.length === 1 && source.determiner === 'the' ? comesBack(moment, source) : null;
}

/** "The ministry", "the governor", "the senator": whoever was called so last, where that is one. */
function comesBack(moment: Moment, source: NounPhrase): Resolution | null {
  const head = singular(titleWord(source.head.lower));
  const countries = countriesOf(source.core);
  const modifiers = source.core.filter(
    (word) => !isFunctionWord(word.lower) && word !== source.head && !standsFor(word.text),
  );
  const called = moment.scene.cast.all.filter(
    (one) =>
      one.heads.has(head) &&
      one.first < moment.start &&
      countries.every((code) => one.memberOf.has(code)) &&
      modifiers.every((word) => fold(one.description).includes(word.lower)),
  );
  if (called.length < 2) return called[0] ? resolved(called[0]) : null;
  const near = moment.turns.filter(
    (turn) => called.includes(turn.figure) && turn.sentence >= moment.sentence - 2,
  );
  return onlyOne(near.length > 0 ? near.map((turn) => turn.figure) : called);
}

/** A statement is whoever's issued it; a study or a poll speaks for itself unless its makers were named. */
function resolveArtifact(moment: Moment, source: NounPhrase): Resolution {
  if (source.owner) {
    const owner = source.owner;
    return resolveOwned(moment, source, resolve(moment, subPhrase(moment, owner)), owner.length);
  }
  const alone = source.words.length <= 2 && source.determiner === 'the';
  if (alone && isUtterance(source.head.lower))
    return antecedent(moment, (one) => one.type !== 'unnamed' || one.certain);
  return resolved(unnamed(moment, source));
}

function institution(moment: Moment, source: NounPhrase): Figure {
  const { cast } = moment.scene;
  const title = plain(source, withOf(source));
  const countries = countriesOf(withOf(source));
  const head = source.core.find((_, at) => source.core[at + 1]?.lower === 'of') ?? source.head;
  const lower = head.lower;
  const isGovernment = lower === 'government' && countries.length === 1;
  const made = figure(isGovernment ? 'government' : 'organisation', title, {
    first: moment.start,
    plural: isPlural(lower),
    country: isGovernment ? (countries[0] ?? null) : null,
    fullness: 100 + title.length,
    certain: true,
  });
  made.heads.add(singular(lower));
  const office = isOfficial(
    lower,
    source.core.map((word) => word.lower),
  );
  const bound =
    countries.length > 0 || source.determiner !== 'the'
      ? countries
      : contextCountry(moment, source);
  if (office) for (const code of bound) made.memberOf.add(code);
  return enter(cast, title, made);
}

/** The core with an "of …" or "for …" that belongs to a name: "the Russian Ministry of Defense". */
function withOf({ words, core }: NounPhrase): readonly Word[] {
  if (!/^(?:of|for)$/.test(words[core.length]?.lower ?? '')) return core;
  const end = words.findIndex((word, at) => at >= core.length && /[,;:(]/.test(word.gap));
  return words.slice(0, end < 0 ? words.length : end + 1);
}

/** Officials, experts, "a senior US official, on condition of anonymity": as worded. */
function unnamed(moment: Moment, source: NounPhrase): Figure {
  const lower = source.head.lower;
  const several = isPlural(lower) || isPeopleNoun(`${lower}s`) === false ? isPlural(lower) : false;
  const made = figure(several ? 'group' : 'unnamed', source.text, {
    first: moment.start,
    plural: several,
    certain: true,
  });
  made.aliases.add(fold(source.text));
  made.heads.add(singular(titleWord(lower)));
  if (
    isOfficial(
      lower,
      source.core.map((word) => word.lower),
    )
  ) {
    for (const code of countriesOf(source.words)) made.memberOf.add(code);
    for (const code of whereabouts(moment, source)) made.memberOf.add(code);
  }
  for (const name of source.names)
    if (name.kind === 'organisation')
      made.memberOf.add(fold(phrase(name.names, 0, name.names.length)));
  moment.scene.cast.all.push(made);
  return made;
}

/** "Officials in Kyiv", "officials in the southwestern city of Kherson": where the text tells the country of the place. */
function whereabouts({ scene }: Moment, { words }: NounPhrase): string[] {
  const places = words.flatMap((word, at) => {
    const inside = words.slice(Math.max(0, at - 5), at).some((near) => near.lower === 'in');
    return inside && word.capital ? [at] : [];
  });
  const codes = places.map(
    (at) => countryAt(words, at) ?? scene.places.get(fold(words[at]?.text ?? '')),
  );
  return codes.filter((code) => code !== undefined);
}

function countryAt(words: readonly Word[], at: number): string | undefined {
  const count = countryLength(words, at, words.length);
  return count > 0 ? standsFor(phrase(words, at, at + count))?.code : undefined;
}
