import { fold } from '../../text/fold.ts';
import { COUNTRIES, type CountryData } from './country-data.ts';
import { MORE_NAMES, SEATS } from './seats.ts';

/*
 * Exports for the rest of Quoth:
 *   countryOf(text)       "Russia", "Russian", "the Russians", "Moscow", "the Kremlin", "U.S." -> "RU", "US"; else null
 *   standsFor(text)       the same, and by which kind of name: country, demonym, capital or seat
 *   countryName(code)     "RU" -> "Russia"
 *   demonym(code)         "RU" -> "Russian"
 */

/** By what a text names a country. */
type CountryForm = 'country' | 'demonym' | 'capital' | 'seat';

export interface Named {
  readonly code: string;
  readonly form: CountryForm;
}

/** Names of countries and capitals that are as often a person, a state of the US, a street or a plain word. */
const MISLEADING = new Set([
  'man',
  'mann',
  'mannin',
  'island',
  'mexicanos',
  'portuguesa',
  'republik singapura',
  'dominique',
  'viti',
  'victoria',
  'kingston',
  'georgetown',
  'san jose',
  'san marino city',
  'port louis',
  'guiana',
  'saint john',
  'lao',
  'timor',
  'ngwane',
]);

const LATIN = /^[\p{Script=Latin}\p{M}\s.,'’()-]+$/u;
const POLITY =
  /^(?:the )?(?:(?:islamic|federal|federative|democratic|socialist|bolivarian|plurinational|co-operative|hashemite|arab|people's|grand) )*(?:republic|kingdom|state|commonwealth|union|principality|duchy|sultanate|federation) of (?:the )?/;

const byName = new Map<string, Named>();

function learn(name: string, code: string, form: CountryForm): void {
  const key = fold(name);
  if (key.length > 3 && LATIN.test(name) && !MISLEADING.has(key) && !byName.has(key)) {
    byName.set(key, { code, form });
  }
}

function learnCountry({ code, common, official, alternatives }: CountryData): void {
  for (const form of [common, official, ...alternatives]) {
    learn(form, code, 'country');
    learn(fold(form).replace(POLITY, ''), code, 'country');
  }
}

function learnPeople({ code, demonyms }: CountryData): void {
  for (const form of demonyms.flatMap((one) => one.split(/, | or /))) learn(form, code, 'demonym');
}

function learnCapitals({ code, capitals, independent }: CountryData): void {
  if (!independent) return;
  for (const city of capitals) learn(city.replace(/ D\.C\.$/, ''), code, 'capital');
}

const formOf = (name: string): CountryForm =>
  /^(?:washington|brussels|kiev|peking|delhi|chisinau)$/.test(name) ? 'capital' : 'country';

// Sovereign states first: "French" is France's before it is French Polynesia's.
const sovereignFirst = [...COUNTRIES].sort((a, b) => Number(b.independent) - Number(a.independent));
for (const [name, code] of SEATS) byName.set(name, { code, form: 'seat' });
for (const [name, code] of MORE_NAMES) byName.set(name, { code, form: formOf(name) });
for (const country of sovereignFirst) learnCountry(country);
for (const country of sovereignFirst) learnPeople(country);
for (const country of sovereignFirst) learnCapitals(country);
for (const shared of ['congolese', 'dominican', 'guinean', 'korean']) byName.delete(shared);

const byCode = new Map(COUNTRIES.map((country) => [country.code, country]));

/** First word of a name, in lower case with accents and without → words of the longest name that begins so. */
const longestFrom = new Map<string, number>();
for (const name of byName.keys()) {
  const words = name.split(' ');
  for (const first of [words[0] ?? '', `${words[0]}s`]) {
    longestFrom.set(first, Math.max(longestFrom.get(first) ?? 0, words.length));
  }
}

/** How many words a country's name that begins with `word` has at most; 0 where none does: scanners look no further. */
export const longestNameFrom = (word: string): number =>
  longestFrom.get(word) ?? (/[^\0-\x7f]/.test(word) ? (longestFrom.get(fold(word)) ?? 0) : 0);

/**
 * The country that `text` names, by any of its names, and how; null where it names none. "The" and a possessive
 * "'s" are allowed, "US" needs its capitals.
 */
export function standsFor(text: string): Named | null {
  const bare = text.trim().replace(/^the\s+/i, '');
  if (bare === 'us' || bare === 'Us') return null;
  const key = fold(bare).replace(/'s?$/, '');
  return byName.get(key) ?? people(key);
}

/** "Russians", "Ukrainians", "Poles": a people as a group. */
function people(key: string): Named | null {
  if (!key.endsWith('s')) return null;
  const one = byName.get(key.slice(0, -1));
  return one?.form === 'demonym' || MORE_NAMES.has(key.slice(0, -1)) ? (one ?? null) : null;
}

/** ISO 3166-1 alpha-2 of the country that `text` names as a whole, or EU; null where it names none. */
export const countryOf = (text: string): string | null => standsFor(text)?.code ?? null;

/** "RU" → "Russia". The code itself where it is unknown. */
export const countryName = (code: string): string =>
  code === 'EU' ? 'European Union' : (byCode.get(code)?.common ?? code);

/** "RU" → "moscow", "kremlin": folded names of the capital and of seats of government. */
export function governmentNames(code: string): readonly string[] {
  const known = governments.get(code);
  if (known) return known;
  const names = [...byName].filter(
    ([, named]) => named.code === code && /^(?:capital|seat)$/.test(named.form),
  );
  const found = names.map(([name]) => name);
  governments.set(code, found);
  return found;
}

const governments = new Map<string, readonly string[]>();

/** "RU" → "Russian"; null where the language has no single word. */
export const demonym = (code: string): string | null =>
  code === 'EU' ? 'European' : byCode.get(code)?.demonyms[0] || null;
