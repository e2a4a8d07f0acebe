import { editDistance } from '../text/edit-distance.ts';

/** Words this short have too many neighbours. */
const SHORTEST = 4;
const TWO_EDITS_FROM = 9;

/** Which of 32 letter classes a word holds: words few edits apart differ in few of them. */
function letters(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) & 31);
  return mask;
}

function bits(mask: number): number {
  let rest = mask;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * Finds the words of `vocabulary` that a typing slip may have turned into another: nearest first, then those that
 * more articles hold.
 */
export function similarWords(
  vocabulary: readonly string[],
  articlesWith: (stem: string) => number,
): (word: string) => { stem: string; edits: number }[] {
  const masks = Int32Array.from(vocabulary, letters);
  return (word) => {
    if (word.length < SHORTEST || /\d/.test(word)) return [];
    const limit = word.length >= TWO_EDITS_FROM ? 2 : 1;
    return neighbours(masks, letters(word), 2 * limit)
      .map((at) => {
        const stem = vocabulary[at] ?? '';
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

/** Positions of the masks that differ from `own` in `most` bits at most. */
function neighbours(masks: Int32Array, own: number, most: number): number[] {
  const found: number[] = [];
  for (let at = 0; at < masks.length; at++) {
    if (bits(own ^ (masks[at] ?? 0)) <= most) found.push(at);
  }
  return found;
}
