import type { Speaker } from '../attribution.ts';
import { standsFor } from './countries.ts';
import { sexOfName } from './given-names.ts';
import { givenNamesAgree, nameKey } from './name-key.ts';
import {
  abbreviations,
  countryAtStart,
  organisationKey,
  plainWords,
  splitCountry,
} from './organisation-key.ts';
import { isRegion } from './places.ts';
import { isTitleWord, sexOfTitles } from './titles.ts';

/** Whom a question names: a structural part of AskedSpeaker (question/question.ts). */
interface Asked {
  /** Folded forms that may name the speaker. */
  readonly aliases: readonly string[];
  /** ISO alpha-2; not looked at here, since the forms tell more: "Kremlin" is less than Russia. */
  readonly country?: string;
}

/**
 * `same`: `speaker` is the one asked for. `member`: speaks for it (Putin for Russia, the Kremlin's spokesman for the
 * Kremlin). Null: neither.
 *
 * A country asked by name, demonym or capital is its government ("Russia", "Moscow": same) and reaches all who speak
 * for it. A seat is narrower: "Kremlin" reaches the Kremlin, those the article calls the Kremlin's ("Kremlin
 * spokesman"), and the government under the country's name, but not the ministries, the president or state media.
 * A person reaches that person alone.
 */
export function speaks(speaker: Speaker, asked: Asked): 'same' | 'member' | null {
  const parts = speaker.parts ?? [];
  if (parts.some((part) => speaks(part, asked))) return 'same';
  if (asked.aliases.some((alias) => isNamedBy(speaker, alias))) return 'same';
  return asked.aliases.some((alias) => isMember(speaker, alias))
    ? 'member'
    : countrywide(speaker, asked);
}

/** Asked for a country or its government, not for what says less of it ("Kremlin", "Russian Defence Ministry"). */
function countrywide(speaker: Speaker, { aliases }: Asked): 'same' | 'member' | null {
  const codes = aliases.map(asksGovernment).filter((code) => code !== null);
  if (codes.some((code) => speaker.country === code)) return 'same';
  return codes.some((code) => speaker.memberOf.includes(code)) ? 'member' : null;
}

const GOVERNMENT_WORDS = new Set([
  'government',
  'official',
  'officials',
  'authorities',
  'side',
  'leaders',
  'leadership',
  'state',
]);

/** "Russia", "Moscow", "Russian officials" → "RU"; null for a seat, an organisation, a person. */
function asksGovernment(alias: string): string | null {
  const { code, rest } = splitCountry(plainWords(alias));
  if (!code || standsFor(alias)?.form === 'seat') return null;
  return rest.every((word) => word === 'the' || word === 'of' || GOVERNMENT_WORDS.has(word))
    ? code
    : null;
}

function isNamedBy(speaker: Speaker, alias: string): boolean {
  if (speaker.type === 'person') return isPersonNamedBy(speaker, alias);
  return speaker.aliases.some((own) => own === alias) || isOrganisationNamedBy(speaker, alias);
}

/** The names in `alias`, without what leads up to them: "russian president vladimir putin" → ["vladimir", "putin"]. */
function bareName(alias: string): string[] {
  let words = plainWords(alias).filter((word) => !/^(?:jr\.?|sr\.?|ii|iii|iv)$/.test(word));
  for (let lead = leadOf(words); lead > 0 && lead < words.length; lead = leadOf(words)) {
    words = words.slice(lead);
  }
  return words;
}

/** How many of the first words are a country, a title or "the"; 0 for none. */
function leadOf(words: readonly string[]): number {
  const [first = ''] = words;
  return countryAtStart(words) || (first === 'the' || isTitleWord(first) ? 1 : 0);
}

function isPersonNamedBy(speaker: Speaker, alias: string): boolean {
  if (/'s?\s/.test(alias)) return false;
  if (described(speaker, alias)) return true;
  const asked = bareName(alias);
  if (asked.length === 0) return speaker.aliases.includes(alias);
  const names = speaker.aliases.map(plainWords);
  const full = names.filter((words) => words.length > 1);
  if (asked.length > 1 && full.length > 0)
    return full.some((words) => fullNamesAgree(words, asked));
  if (asked.length > 1 && isOfOtherSex(speaker, asked[0] ?? '')) return false;
  const key = nameKey(asked.at(-1) ?? '');
  return names.some((words) => words.length === 1 && nameKey(words[0] ?? '') === key);
}

/** "Mrs. Obama" is not Barack Obama, though nothing but the surname tells who she is. */
function isOfOtherSex({ name }: Speaker, given: string): boolean {
  const titled = sexOfTitles(name.split(' '));
  const asked = sexOfName(given);
  return titled !== null && asked !== null && titled !== asked;
}

/** Surnames equal, given names compatible: middle names and initials may come and go. */
function fullNamesAgree(own: readonly string[], asked: readonly string[]): boolean {
  if (nameKey(own.join('')) === nameKey(asked.join(''))) return true;
  const same = nameKey(own.at(-1) ?? '') === nameKey(asked.at(-1) ?? '');
  return same && givenNamesAgree(own[0] ?? '', asked[0] ?? '');
}

/** Asked by role: every word of "governor of the leningrad region" describes the speaker. */
function described(speaker: Speaker, alias: string): boolean {
  const { code, rest } = splitCountry(plainWords(alias));
  const words = rest.filter((word) => word.length > 3 && !isRegion(word));
  if (words.length === 0 || !words.some(isTitleWord)) return false;
  const own = new Set([speaker.name, ...speaker.memberOf].flatMap(plainWords));
  return words.every((word) => own.has(word)) && (!code || speaker.memberOf.includes(code));
}

function isOrganisationNamedBy(speaker: Speaker, alias: string): boolean {
  const asked = organisationKey(alias);
  if (asked.words === '') return false;
  return speaker.aliases.some((own) => {
    const key = organisationKey(own);
    if (!sameOrganisation(key.words, own, asked.words)) return false;
    return (
      asked.country === '' ||
      key.country === asked.country ||
      speaker.memberOf.includes(asked.country)
    );
  });
}

/** Equal words, or one the initials of the other ("mod"). */
const sameOrganisation = (words: string, own: string, asked: string): boolean =>
  words !== '' && (words === asked || abbreviations(own).includes(asked));

/** Membership by a name that is not a country: the Kremlin, a party, a bank; "Ukraine's Air Force" is no other's. */
function isMember(speaker: Speaker, alias: string): boolean {
  const { words, country } = organisationKey(alias);
  const seat = standsFor(alias);
  if (seat?.form === 'seat' && speaker.country === seat.code) return true;
  const asked = seat?.form === 'seat' ? alias.replace(/^the /, '') : words;
  if (asked === '' || (country !== '' && !speaker.memberOf.includes(country))) return false;
  return (
    speaker.memberOf.some((group) => group === asked || organisationKey(group).words === asked) ||
    (speaker.type !== 'person' && isPartOf(speaker, asked))
  );
}

/** "Air Force Command" is part of the air force: the name with one word more that names an office. */
function isPartOf(speaker: Speaker, asked: string): boolean {
  const whole = new Set(asked.split(' '));
  return speaker.aliases.some((own) => {
    const words = organisationKey(own).words.split(' ');
    const more = words.filter((word) => !whole.has(word));
    const [office = ''] = more;
    return more.length === 1 && words.length === whole.size + 1 && OFFICES.has(office);
  });
}

const OFFICES = new Set([
  'command',
  'headquarters',
  'office',
  'staff',
  'service',
  'press',
  'agency',
]);
