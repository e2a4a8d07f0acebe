import { editDistance } from '../text/edit-distance.ts';

/** Words this short have too many neighbours. */
const SHORTEST = 4;
const TWO_EDITS_FROM = 9;

/** Which of 32 letter classes a word holds: words few edits apart differ in few of them, two an edit at most. */
export function lettersOf(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) & 31);
  return mask;
}

/** How many bits are set: in pairs, in fours, in eights, then all eights together. */
function bits(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Words that may be meant. */
export interface Vocabulary {
  /** For each word, `lettersOf` it. */
  readonly letters: Int32Array;
  wordAt(position: number): string;
}

export const vocabularyOf = (words: readonly string[]): Vocabulary => ({
  letters: Int32Array.from(words, lettersOf),
  wordAt: (position) => words[position] ?? '',
});

/**
 * Finds the words of `vocabulary` that a typing slip may have turned into another: nearest first, then those that
 * more articles hold.
 */
export function similarWords(
  { letters, wordAt }: Vocabulary,
  articlesWith: (stem: string) => number,
): (word: string) => { stem: string; edits: number }[] {
  return (word) => {
    if (word.length < SHORTEST || /\d/.test(word)) return [];
    const limit = word.length >= TWO_EDITS_FROM ? 2 : 1;
    return nearIn(letters, word, limit)
      .map((at) => {
        const stem = wordAt(at);
        return { stem, edits: editDistance(word, stem, limit) };
      })
      .filter(({ edits }) => edits <= limit)
      .sort(
        (a, b) =>
          a.edits - b.edits ||
          articlesWith(b.stem) - articlesWith(a.stem) ||
          (a.stem < b.stem ? -1 : 1),
      );
  };
}

/** Positions of the words that `edits` edits may lead to, by their letters alone. */
export function nearIn(letters: Int32Array, word: string, edits: number): number[] {
  const own = lettersOf(word);
  const found: number[] = [];
  for (let at = 0; at < letters.length; at++) {
    if (bits(own ^ (letters[at] ?? 0)) <= 2 * edits) found.push(at);
  }
  return found;
}
