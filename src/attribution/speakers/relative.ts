import { type Moment, NOBODY, type Resolution } from './discourse.ts';
import { isFunctionWord, isPastVerb } from './function-words.ts';
import type { Word } from './words.ts';

/** How far back the antecedent of "who" may begin: longer phrases are rare in news. */
const LONGEST = 14;

/** Who stands before "who" or "which": "the head of the BRICS group of emerging economies, who says". */
export function relativeAntecedent(moment: Moment): Resolution {
  const words = (moment.scene.sentences[moment.sentence]?.words ?? []).filter(
    (word) => word.end <= moment.start,
  );
  const pied = LINKS.has(words.at(-1)?.lower ?? '');
  const before = pied ? words.slice(0, -1) : words;
  const start = phraseStart(before);
  const unsure = before.length === 0 || (pied && mayAddTo(before, start));
  return unsure ? NOBODY : moment.resolve(before.slice(start));
}

/** "the head of the club, a body of nine, in whose view": the view may be that of either. */
const mayAddTo = (words: readonly Word[], start: number): boolean => {
  const [before, first] = [words[start - 1], words[start]];
  return (
    before !== undefined && first !== undefined && before.gap.includes(',') && isDeterminer(first)
  );
};

/** "…, say officials in Norland, who also …" */
const SAYS = /^(?:says?|tells?|adds?|claims?)$/;

const LINKS = new Set(['of', 'for', 'in', 'at', 'from', 'with']);

/** Back from the pronoun to where its noun phrase begins. */
function phraseStart(words: readonly Word[]): number {
  let at = words.length - 1;
  while (at > 0 && words.length - at < LONGEST && continues(words, at)) at--;
  return at;
}

/** True where the word before `at` belongs to the same phrase. */
function continues(words: readonly Word[], at: number): boolean {
  const [before, here] = [words[at - 1], words[at]];
  if (!before || !here || /[,;:—–“”"()]/.test(before.gap)) return false;
  if (isDeterminer(here)) return LINKS.has(before.lower);
  if (isDeterminer(before) || LINKS.has(before.lower)) return true;
  return !isFunctionWord(before.lower) && !isPastVerb(before.lower) && !SAYS.test(before.lower);
}

const isDeterminer = ({ lower }: Word): boolean =>
  /^(?:the|a|an|this|that|his|her|its|their|some|many|several|one|two|three)$/.test(lower);
