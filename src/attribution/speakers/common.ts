import { fold } from '../../text/fold.ts';
import { besideIt } from './beside.ts';
import { callByNoun, enter, organisationsCalled } from './cast.ts';
import { contextCountry } from './context-country.ts';
import { standsFor } from './countries.ts';
import { countryLength, phrase } from './country-words.ts';
import {
  antecedent,
  type Moment,
  onlyOne,
  type Resolution,
  resolved,
  type Turn,
  turnsSince,
} from './discourse.ts';
import { describe, type Figure, figure, groupName } from './figure.ts';
import { isFunctionWord } from './function-words.ts';
import { isAcronym } from './name-runs.ts';
import {
  isArtifact,
  isOfficial,
  isOrganisationNoun,
  isPeopleNoun,
  isPlural,
  isUtterance,
  singular,
} from './nouns.ts';
import { besideNoun, countriesOf, type NounPhrase } from './phrase.ts';
import { wordsIn } from './scene.ts';
import { isTitleWord, titleWord } from './titles.ts';
import type { Word } from './words.ts';

/** No person's name: an organisation, a document, officials, "a senior US official". */
export function resolveCommon(moment: Moment, source: NounPhrase): Resolution {
  const { head } = source;
  if (isArtifact(head.lower) && !head.capital) return resolveArtifact(moment, source);
  if (isBody(source)) return calledSo(moment, source) ?? resolved(institution(moment, source));
  const called = source.determiner === 'the' ? besideIt(moment, source) : null;
  if (called) return called;
  const definite = source.determiner === 'the' || source.owner !== null;
  const back = definite && !isPlural(head.lower) ? comesBack(moment, source) : null;
  return back ?? resolved(unnamed(moment, source));
}

/** Something that speaks as one: a name, or "the ministry"; not "many colleges". */
const isBody = ({ head, determiner, core }: NounPhrase): boolean =>
  isNameWord(head) ||
  (isOrganisationNoun(head.lower) &&
    (determiner !== null || core.some((word) => word.capital)) &&
    (!isPlural(head.lower) || head.lower === singular(head.lower) || determiner === 'the'));

const isNameWord = ({ capital, lower, text }: Word): boolean =>
  capital && (isAcronym(text) || (!isFunctionWord(lower) && !isTitleWord(text)));

/** An organisation met before under these words, or under their head alone: "the ministry". */
function calledSo(moment: Moment, source: NounPhrase): Resolution | null {
  const words = withOf(source);
  const title = textOf(source, words);
  const called = organisationsCalled(moment.scene.cast, title).filter(
    ({ type }) => type !== 'person' && type !== 'unnamed',
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
  const called = (moment.scene.cast.byHead.get(head) ?? []).filter(
    (one) =>
      one.first < moment.start &&
      countries.every((code) => one.memberOf.has(code) || one.countries.has(code)) &&
      modifiers.every((word) => fold(one.description).includes(word.lower)),
  );
  if (called.length < 2) return called[0] ? resolved(called[0]) : null;
  const near = turnsSince(moment, moment.sentence - 2)
    .map((turn) => turn.figure)
    .filter((one) => called.includes(one));
  return onlyOne(near.length > 0 ? near : called);
}

/** A statement is its issuer's word; a study or a poll speaks for itself unless its makers are named. */
function resolveArtifact(moment: Moment, source: NounPhrase): Resolution {
  const { lower } = source.head;
  const alone = source.words.length <= 2 && source.determiner === 'the';
  if (!alone) return resolved(unnamed(moment, source));
  const since = turnsSince(moment, moment.sentence - ISSUED_WITHIN);
  const issuer = since.findLast((turn) => issued(moment, turn, lower));
  if (issuer) return resolved(issuer.figure);
  if (!isUtterance(lower)) return resolved(unnamed(moment, source));
  return antecedent(moment, (one) => (one.type !== 'unnamed' || one.certain ? 'maybe' : 'no'));
}

/** How far back "the report" may have been called somebody's. */
const ISSUED_WITHIN = 4;

/** "The ministry's statement condemned …", "said in a report": the words that name the thing are this speaker's. */
function issued({ scene }: Moment, { spans }: Turn, noun: string): boolean {
  const words = [...spans.source, ...spans.cue].flatMap((span) => wordsIn(scene, span));
  return words.some(
    ({ lower }, index) =>
      lower === noun &&
      (index > 0 || words.length === 1) &&
      !/^(?:the|this|that)$/.test(words[index - 1]?.lower ?? ''),
  );
}

function institution(moment: Moment, source: NounPhrase): Figure {
  const { cast } = moment.scene;
  const beside = besideNoun(source);
  const words = withOf(source);
  const title = textOf(source, words);
  const made = newBody(moment, source, beside ? source.words : words);
  describe(made, title, 100 + title.length);
  if (beside || isPlaced(source))
    describe(made, source.text.replace(/[,\s]+$/, ''), 200 + source.text.length);
  for (const noun of [headOf(source).lower, beside]) if (noun) callByNoun(cast, made, noun);
  for (const { kind, names } of source.names) {
    const isHead = kind === 'organisation' && names.at(-1) === source.head;
    if (isHead) enter(cast, phrase(names, 0, names.length), made);
  }
  return enter(cast, title, made);
}

/** "Ministry" of "the Ministry of Defense"; else the last word of the core. */
const headOf = (source: NounPhrase): Word =>
  withOf(source).find((_, at, words) => words[at + 1]?.lower === 'of') ?? source.head;

function newBody(moment: Moment, source: NounPhrase, words: readonly Word[]): Figure {
  const { lower } = headOf(source);
  const named = countriesOf(words);
  const isGovernment = lower === 'government' && named.length === 1;
  const made = figure(isGovernment ? 'government' : bodyType(lower), '', {
    first: moment.start,
    plural: isPlural(lower),
    country: isGovernment ? (named[0] ?? null) : null,
    certain: true,
  });
  const bound = named.length > 0 ? named : countriesAround(moment, source);
  if (speaksForCountry(words)) for (const code of bound) made.memberOf.add(code);
  return made;
}

/** Of a body whose name tells no country: that of its place, else that of those who spoke before. */
function countriesAround(moment: Moment, source: NounPhrase): readonly string[] {
  const placed = isPlaced(source) ? whereabouts(moment, source) : [];
  return placed.length > 0 ? placed : contextCountry(moment, source);
}

/** "State media in Norland": where it stands is what tells it from others. */
const isPlaced = ({ head, words, core }: NounPhrase): boolean =>
  !head.capital && words[core.length]?.lower === 'in';

/** An office among the words: "Russian ministry", "Chinese state broadcaster CCTV". */
function speaksForCountry(words: readonly Word[]): boolean {
  const lower = words.map((word) => word.lower);
  return lower.some((word) => isOfficial(word, lower));
}

/** "Republicans" are many, "the Republican Party" is one. */
const bodyType = (lower: string): 'group' | 'organisation' =>
  isPlural(lower) && isPeopleNoun(lower) ? 'group' : 'organisation';

/** The words of the body, without a possessive at the end. */
const textOf = ({ text, span }: NounPhrase, words: readonly Word[]): string =>
  text.slice((words[0]?.start ?? 0) - span.start, (words.at(-1)?.end ?? 0) - span.start);

/** The core with an "of …" or "for …" that belongs to a name: "the Russian Ministry of Defense". */
function withOf({ words, core }: NounPhrase): readonly Word[] {
  if (!/^(?:of|for)$/.test(words[core.length]?.lower ?? '')) return core;
  const end = words.findIndex((word, at) => at >= core.length && /[,;:(]/.test(word.gap));
  return words.slice(0, end < 0 ? words.length : end + 1);
}

/** Officials, experts, "a senior US official, on condition of anonymity": as worded. */
function unnamed(moment: Moment, source: NounPhrase): Figure {
  const { lower } = source.head;
  const several = isPlural(lower);
  const worded = fold(source.text);
  const known = moment.scene.cast.byWording.get(worded);
  if (known) return known;
  const made = figure(several ? 'group' : 'unnamed', source.text, {
    first: moment.start,
    plural: several,
    certain: several || isHuman(source),
  });
  made.aliases.add(worded);
  callByNoun(moment.scene.cast, made, lower);
  if (
    isOfficial(
      lower,
      source.core.map((word) => word.lower),
    )
  ) {
    for (const code of [...countriesOf(source.words), ...whereabouts(moment, source)])
      made.memberOf.add(code);
  }
  for (const name of source.names) {
    if (name.kind === 'organisation')
      made.memberOf.add(groupName(phrase(name.names, 0, name.names.length)));
  }
  moment.scene.cast.byWording.set(worded, made);
  return made;
}

/** Somebody whom "he" or "she" may come back to: "a senior official", "the suspect, who …". */
const isHuman = ({ head, words }: NounPhrase): boolean =>
  isTitleWord(head.lower) ||
  /^(?:man|woman|person|resident|neighbou?r|friend|source|expert|suspect|victim|voter|supporter|critic|student|worker|mother|father|wife|husband|son|daughter|brother|sister|passenger|customer|driver)$/.test(
    head.lower,
  ) ||
  words.some(({ lower }) => lower === 'who');

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
