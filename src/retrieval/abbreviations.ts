import { fold } from '../text/fold.ts';

/** "(UAVs)" */
const IN_BRACKETS = /\((\p{Lu}[\p{L}\p{N}.]{1,9})\)/gu;
/** Characters before the bracket in which the explained words stand. */
const REACH = 120;
const SMALL_WORDS: ReadonlySet<string> = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'on',
  'to',
  'a',
]);

/** Folded abbreviations with what `text` says they stand for, by initials (after Schwartz and Hearst, 2003). */
export function abbreviationsIn(text: string): [abbreviation: string, expansion: string][] {
  return [...text.matchAll(IN_BRACKETS)].flatMap(({ index, 1: short = '' }) => {
    const before = text.slice(Math.max(0, index - REACH), index);
    const words =
      fold(before)
        .match(/[\p{L}\p{N}'-]+/gu)
        ?.slice(-8) ?? [];
    const abbreviation = fold(short.replace(/(?<=\p{Lu})s$/u, '').replaceAll('.', ''));
    const expansion = expansionOf(abbreviation, words);
    return expansion === null ? [] : [[abbreviation, expansion] as [string, string]];
  });
}

/** The shortest tail of `words` whose initials spell `abbreviation`; small words may be passed over. */
function expansionOf(abbreviation: string, words: readonly string[]): string | null {
  for (let from = words.length - 2; from >= 0; from--) {
    const tail = words.slice(from);
    if (SMALL_WORDS.has(tail[0] ?? '')) continue;
    const all = tail.flatMap((word) => word.split('-')).map(([initial = '']) => initial);
    const large = tail.filter((word) => !SMALL_WORDS.has(word)).map(([initial = '']) => initial);
    if (all.join('') === abbreviation || large.join('') === abbreviation) return tail.join(' ');
  }
  return null;
}
