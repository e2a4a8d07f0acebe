import { fold } from '../../text/fold.ts';
import { remembered } from '../../text/remembered.ts';
import { countryOf, longestNameFrom } from './countries.ts';

/** An organisation's name without what news style varies: order, "the", "of", possessives, British spelling. */
interface OrganisationKey {
  /** ISO alpha-2 of the country named in it, "" for none. */
  readonly country: string;
  /** Sorted, joined by spaces: "defense ministry" for "Ministry of Defence". */
  readonly words: string;
}

const FILLERS = new Set([
  'the',
  'a',
  'an',
  'of',
  'for',
  'and',
  '&',
  'in',
  'on',
  'to',
  's',
  'its',
  'at',
]);

const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['defence', 'defense'],
  ['labour', 'labor'],
  ['centre', 'center'],
  ['programme', 'program'],
  ['organisation', 'organization'],
  ['organisations', 'organization'],
  ['affairs', 'affair'],
  ['airforce', 'air force'],
]);

/** Names that are compared with others: those of one question with thousands of speakers. */
const NAMES_KEPT = 20_000;

/** Folded words without punctuation; "u.s." stays whole, possessives lose their "'s". */
export const plainWords = remembered(readPlainWords, NAMES_KEPT);

function readPlainWords(text: string): readonly string[] {
  return fold(text)
    .replace(/'s?(?=[\s,.;]|$)/g, '')
    .split(/[^\p{L}\p{N}.&'-]+/u)
    .map((word) => (/^(?:\p{L}\.)+$/u.test(word) ? word : word.replace(/^[.'-]+|[.'-]+$/g, '')))
    .filter((word) => word !== '');
}

/** The first country named within `words`, and the words without it. */
export function splitCountry(words: readonly string[]): { code: string | null; rest: string[] } {
  for (let start = 0; start < words.length; start++) {
    const count = countryAtStart(words.slice(start));
    if (count === 0) continue;
    const code = countryCode(words.slice(start, start + count).join(' '));
    return { code, rest: [...words.slice(0, start), ...words.slice(start + count)] };
  }
  return { code: null, rest: [...words] };
}

/** How many of the first of `words` are a country's name; 0 for none. */
export function countryAtStart(words: readonly string[]): number {
  const longest = longestNameFrom(words[0] ?? '');
  for (let count = Math.min(longest, words.length); count > 0; count--) {
    if (countryCode(words.slice(0, count).join(' '))) return count;
  }
  return 0;
}

// Folded text has lost the capitals that tell the US from "us": here it is a country.
const countryCode = (name: string): string | null => (name === 'us' ? 'US' : countryOf(name));

/** The key of a name; words are "" where nothing but a country is left. */
export const organisationKey = remembered(keyOf, NAMES_KEPT);

function keyOf(text: string): OrganisationKey {
  const { code, rest } = splitCountry(plainWords(text));
  const words = rest
    .filter((word) => !FILLERS.has(word))
    .map((word) => SPELLINGS.get(word) ?? word);
  return { country: code ?? '', words: words.sort().join(' ') };
}

/**
 * Abbreviations that the press makes of an organisation's name: "Federal Reserve Board" → "frb", "Ministry of Defence"
 * and "defense ministry" → "mod", "md". None where the words are not those of a name.
 */
export const abbreviations = remembered(abbreviationsOf, NAMES_KEPT);

function abbreviationsOf(title: string): readonly string[] {
  const office = officeName(title);
  const names = office ? [office] : isName(title) ? [title] : [];
  return [...new Set(names.flatMap(initialisms))];
}

/** Capitals throughout: "the Trump campaign" is not abbreviated. */
function isName(title: string): boolean {
  const words = title.replace(/^the /i, '').split(/[\s’']+/);
  const content = words.filter((word) => word !== 's' && !FILLERS.has(word));
  return content.length > 1 && content.length < 8 && content.every((word) => /^\p{Lu}/u.test(word));
}

/** "the Russian defense ministry" → "ministry of defense": the form that is abbreviated. */
function officeName(title: string): string | null {
  const words = splitCountry(plainWords(title)).rest.filter((word) => word !== 'the');
  const office = /^(?:ministry|department)$/;
  if (office.test(words[0] ?? '')) return words.join(' ');
  const last = words.at(-1) ?? '';
  return words.length > 1 && office.test(last)
    ? `${last} of ${words.slice(0, -1).join(' ')}`
    : null;
}

/** The first letters of the words of `name`, its country left out: with "of" and without. None for a single word. */
export function initialisms(name: string): string[] {
  const words = splitCountry(plainWords(name)).rest.filter((word) => word !== 'the');
  const initials = (chosen: readonly string[]) => chosen.map((word) => word.charAt(0)).join('');
  const content = words.filter((word) => !FILLERS.has(word));
  return [initials(words), initials(content)].filter((short) => short.length > 1);
}
