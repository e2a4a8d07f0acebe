import {
  countryName,
  demonym,
  governmentNames,
  standsFor,
} from '../attribution/speakers/countries.ts';
import { fold } from '../text/fold.ts';
import { stem } from '../text/terms.ts';
import { NEWSROOM_ABBREVIATIONS } from './abbreviations.ts';
import type { Lexicon } from './lexicon.ts';

const LONGEST_EXPANSION = 5;

/** Other ways to write each run of adjacent `terms`: those the corpus explains, then those that newsrooms share. */
export function variantsOf(
  terms: readonly string[],
  lexicon: Lexicon,
): Record<string, readonly string[]> {
  const variants: Record<string, readonly string[]> = {};
  for (let from = 0; from < terms.length; from += 1) {
    const longest = Math.min(terms.length, from + LONGEST_EXPANSION);
    for (let to = from + 1; to <= longest; to += 1) {
      const run = terms.slice(from, to).join(' ');
      const others = otherWays(run, lexicon);
      if (others.length > 0) variants[run] = others;
    }
  }
  return variants;
}

function otherWays(run: string, lexicon: Lexicon): string[] {
  const keys = [...new Set([run, run.replace(/s$/, '')])];
  const learnt = keys.flatMap((key) => lexicon.expansions.get(key) ?? []);
  const shared = keys.flatMap((key) => sharedWays(key));
  const hyphened = HYPHENLESS.test(run) ? [run.replace(HYPHENLESS, '$1-$2')] : [];
  const own = stems(run);
  const ways = [
    ...learnt,
    ...shared,
    ...countryWays(run),
    ...regionWays(run, lexicon),
    ...hyphened,
  ];
  return [...new Set(ways)].filter((other) => stems(other) !== own);
}

/** A country by its name, its people and its government: "the US" is "American", and "Washington" in the news. */
function countryWays(run: string): string[] {
  const named = standsFor(run === 'us' ? 'U.S.' : run);
  if (!named || named.form === 'capital' || named.form === 'seat') return [];
  const { code } = named;
  return [countryName(code), demonym(code) ?? '', ...governmentNames(code)]
    .map(fold)
    .filter((name) => name !== '');
}

/** "Crimean" for Crimea and back, of places that no list of countries has: as far as the corpus writes the other. */
function regionWays(run: string, lexicon: Lexicon): string[] {
  const other = run.endsWith('an') ? run.slice(0, -1) : `${run}n`;
  return /^\p{L}{3,}an?$/u.test(run) && lexicon.articlesWith(other) > 0 ? [other] : [];
}

/** "S200" as articles write it, "S-200". */
const HYPHENLESS = /^(\p{L}{1,4})(\d{1,4})$/u;

/** "defence ministry" finds "defense ministry": the table is compared by stems. */
const byStems = new Map([...NEWSROOM_ABBREVIATIONS].map(([form, others]) => [stems(form), others]));
const sharedWays = (run: string): readonly string[] => byStems.get(stems(run)) ?? [];

function stems(phrase: string): string {
  return phrase
    .split(' ')
    .map((word) => stem(word))
    .filter((part) => part !== '')
    .join(' ');
}
