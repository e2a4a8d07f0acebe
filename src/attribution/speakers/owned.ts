import { besideIt } from './beside.ts';
import { callByNoun, enter, organisationsCalled } from './cast.ts';
import { type Moment, type Resolution, resolved } from './discourse.ts';
import { type Figure, figure, groupName } from './figure.ts';
import { isFunctionWord } from './function-words.ts';
import { resolveName } from './named.ts';
import type { NameMention } from './names.ts';
import { isArtifact, isOfficial, isOrganisationNoun, isPlural } from './nouns.ts';
import { breaksBefore, type NounPhrase } from './phrase.ts';
import type { Word } from './words.ts';

/**
 * "its military", "the ministry's statement", "Smith's lawyer", "Fox News' Jane Doe": what is owned, by `owner`. A
 * statement is its owner's word. `from` is where the owned words begin.
 */
export function resolveOwned(
  moment: Moment,
  source: NounPhrase,
  owner: Resolution,
  from: number,
): Resolution {
  const owned = source.words.slice(from);
  const head = headOf(owned);
  if (!head || isArtifact(head.lower)) return owner;
  const name = personIn(source, owned, head);
  if (name) return withEmployer(resolveName(moment, source, name), owner.figure);
  const body = besideIt(moment, source);
  if (body || !owner.figure) return body ?? owner;
  return resolved(possession(moment, source, owned, owner.figure));
}

/** "Fox News' <Jane Doe>", "its spokesman, <John Roe>". */
function personIn(source: NounPhrase, owned: readonly Word[], head: Word): NameMention | null {
  const start = owned[0]?.start ?? 0;
  const isPerson = ({ kind }: NameMention) => kind === 'person' || kind === 'name';
  const isBeside = (name: NameMention) =>
    isPerson(name) &&
    breaksBefore(
      source.words,
      source.words.findIndex((word) => word.start === name.described.start),
    );
  const within = source.names.filter((name) => name.start >= start);
  const atHead = within.find(
    ({ end, kind }) => end === head.end && kind !== 'country' && kind !== 'organisation',
  );
  return atHead ?? within.find(isBeside) ?? null;
}

/** The noun on which the others hang: the last before a preposition or a comma. */
function headOf(words: readonly Word[]): Word | undefined {
  const end = words.findIndex(
    (word, at) => at > 0 && (breaksBefore(words, at) || isFunctionWord(word.lower)),
  );
  return words[(end < 0 ? words.length : end) - 1];
}

/** Speaks for the owner where it is an office of its own: "Russia's military", "the bank's board". */
function possession(
  moment: Moment,
  source: NounPhrase,
  owned: readonly Word[],
  owner: Figure,
): Figure {
  const { cast } = moment.scene;
  const own = source.text.slice((owned[0]?.start ?? 0) - source.span.start);
  const description = `${possessive(owner)} ${own}`;
  const lower = headOf(owned)?.lower ?? '';
  const called = organisationsCalled(cast, description);
  const known = called.find((one) => one.type !== 'person' && one.description === description);
  if (known) return known;
  const made = figure(typeOf(lower), description, {
    first: moment.start,
    plural: isPlural(lower),
    certain: true,
    fullness: 100 + description.length,
  });
  callByNoun(cast, made, lower);
  const words = owned.map((word) => word.lower);
  const ruled = isOfficial(lower, words) ? countriesFor(owner) : [];
  for (const code of ruled) made.memberOf.add(code);
  if (owner.type === 'organisation') made.memberOf.add(groupName(nameOf(owner)));
  return enter(cast, description, made);
}

/** For what an owner's office speaks: the owner's country, and for whom the owner does. */
const countriesFor = ({ country, memberOf }: Figure): Iterable<string> =>
  country ? [country] : memberOf;

/** "Pilots’", "Anna Berg’s". */
function possessive(owner: Figure): string {
  const name = nameOf(owner);
  return owner.plural && name.endsWith('s') ? `${name}’` : `${name}’s`;
}

/** Short: "Kyle Marsh’s lawyer", not "Senator Kyle Marsh of Ohio, a critic’s lawyer". */
const nameOf = ({ names, description }: Figure): string =>
  names.length > 0 ? names.join(' ') : description.replace(/[’'](?:s)?$/, '');

function typeOf(lower: string): Figure['type'] {
  if (isOrganisationNoun(lower)) return 'organisation';
  return isPlural(lower) ? 'group' : 'unnamed';
}

function withEmployer(found: Resolution, employer: Figure | null): Resolution {
  if (!found.figure || !employer || employer.type === 'person') return found;
  found.figure.memberOf.add(groupName(employer.description));
  for (const code of countriesFor(employer)) found.figure.memberOf.add(code);
  return found;
}
