import { ANYBODY, AUXILIARIES, DETERMINERS, PREPOSITIONS, WH_WORDS } from '../frame-words.ts';
import { speechNoun } from '../speech-verbs.ts';
import type { Word } from '../words.ts';
import type { WordRange } from './frame.ts';

const IN_NAMES: ReadonlySet<string> = new Set(['of', 'in', 'for', 'at', 'from', 'and', 'to']);
/** The word of asking at a place, folded; empty where a name stands or nothing. */
export const foldedAt = (words: readonly Word[], at: number): string => {
  const word = words[at];
  return word === undefined || word.inName ? '' : word.folded;
};
export const isAuxiliary = (word: string): boolean => AUXILIARIES.has(word);

/** Ends a name: a word that cannot stand inside one. */
export function breaksName(words: readonly Word[], at: number): boolean {
  const word = foldedAt(words, at);
  return (PREPOSITIONS.has(word) && !IN_NAMES.has(word)) || isAuxiliary(word) || WH_WORDS.has(word);
}

/** The speaker's words without determiners, adverbs and "the ministry's [statement]"; null where nobody is named. */
export function speakerRange(words: readonly Word[], from: number, to: number): WordRange | null {
  let first = from + anyoneIn(words, from);
  let last = to;
  while (first < last && DETERMINERS.has(foldedAt(words, first))) first += 1;
  while (last > first && isAdverb(foldedAt(words, last - 1))) last -= 1;
  const owned = words[last - 2]?.possessive && speechNoun(foldedAt(words, last - 1));
  if (owned && last - 1 > first) last -= 1;
  const named = words.slice(first, last);
  if (named.length === 0 || named.every(({ folded }) => ANYBODY.has(folded))) return null;
  return { from: first, to: last };
}

/** "anyone in Kyiv" is whoever speaks for Kyiv: how many words lead up to the name. */
function anyoneIn(words: readonly Word[], from: number): number {
  const led =
    /^any(?:one|body)$/.test(foldedAt(words, from)) &&
    /^(?:in|from|at|of)$/.test(foldedAt(words, from + 1));
  return led ? 2 : 0;
}

const ADVERBS =
  /^(?:ever|also|not|never|yet|just|already|really|again|still|once|first|then|now|else|all|both|so far|together|later|before|since|even|only|have|to|then)$/;
export const isAdverb = (word: string): boolean =>
  ADVERBS.test(word) || /^(?!italy$|july$|family$|.*(?:[eo]ll|eil|ill)y$).{3,}ly$/.test(word);

export const indexes = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/** Where a name that starts at `start` ends: at punctuation, a verb of speaking or a word that no name holds. */
export function nameEnd(words: readonly Word[], start: number): number {
  for (let at = start; at < words.length; at += 1) {
    if (at > start && endsName(words, at)) return at;
    if (words[at]?.closes) return at + 1;
  }
  return words.length;
}

const endsName = (words: readonly Word[], at: number): boolean =>
  breaksName(words, at) ||
  (/^(?:to|and|for)$/.test(foldedAt(words, at)) && !isForWithin(words, at));

/** "the Office for National Statistics": a name on either side is one name. */
const isForWithin = (words: readonly Word[], at: number): boolean =>
  foldedAt(words, at) === 'for' && [at - 1, at + 1].every((one) => isCapitalised(words[one]));

/** "Karl Rove", whether or not the corpus knows anybody of that name. */
export const looksLikeName = (words: readonly Word[]): boolean =>
  words.length > 1 && words.length < 5 && words.every(isCapitalised);

const isCapitalised = (word: Word | undefined): boolean => /^\p{Lu}/u.test(word?.text ?? '');
