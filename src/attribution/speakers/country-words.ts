import { longestNameFrom, standsFor } from './countries.ts';
import { joins } from './name-runs.ts';
import type { Word } from './words.ts';

/** Length of the longest country name that begins at `from`, 0 for none: "New Jersey" and "New Mexico" are none. */
export function countryLength(words: readonly Word[], from: number, to: number): number {
  const isNewWorld = words[from - 1]?.text === 'New' && joins(words[from - 1]);
  const longest = isNewWorld ? 0 : longestNameFrom(words[from]?.lower ?? '');
  for (let count = Math.min(longest, to - from); count > 0; count--) {
    if (standsFor(phrase(words, from, from + count))) return count;
  }
  return 0;
}

export const phrase = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');
