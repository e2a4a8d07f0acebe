import { callByNoun, enter, organisationsCalled } from './cast.ts';
import { type Moment, type Resolution, resolved } from './discourse.ts';
import { type Figure, figure, groupName } from './figure.ts';
import { isFunctionWord } from './function-words.ts';
import { resolveName } from './named.ts';
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
  const named = source.names.find((name) => name.kind !== 'country' && name.end === endOf(owned));
  const start = owned[0]?.start ?? 0;
  if (named && named.kind !== 'organisation' && named.start >= start) {
    return withEmployer(resolveName(moment, source, named), owner.figure);
  }
  const beside = source.names.find(
    (name) => name.start > start && (name.kind === 'name' || name.kind === 'person'),
  );
  if (
    beside &&
    breaksBefore(
      source.words,
      source.words.findIndex((word) => word.start === beside.described.start),
    )
  ) {
    return withEmployer(resolveName(moment, source, beside), owner.figure);
  }
  return owner.figure ? resolved(possession(moment, source, owned, owner.figure)) : owner;
}

const endOf = (owned: readonly Word[]): number => headOf(owned)?.end ?? 0;

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
  const description = `${nameOf(owner)}’s ${own}`;
  const lower = headOf(owned)?.lower ?? '';
  const known = organisationsCalled(cast, description).find(
    (one) => one.type !== 'person' && one.description === description,
  );
  if (known) return known;
  const made = figure(typeOf(lower), description, {
    first: moment.start,
    plural: isPlural(lower),
    certain: true,
    fullness: 100 + description.length,
  });
  callByNoun(cast, made, lower);
  if (
    isOfficial(
      lower,
      owned.map((word) => word.lower),
    )
  ) {
    for (const code of owner.country ? [owner.country] : owner.memberOf) made.memberOf.add(code);
  }
  if (owner.type === 'organisation') made.memberOf.add(groupName(nameOf(owner)));
  return enter(cast, description, made);
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
  for (const code of employer.country ? [employer.country] : employer.memberOf)
    found.figure.memberOf.add(code);
  return found;
}
