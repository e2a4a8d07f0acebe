import { phraseKey } from './learn-names.ts';
import type { Lexicon } from './lexicon.ts';
import type { Word } from './words.ts';

/** Words of asking that are names too: Will, May, and Kelly or Connolly, which end like adverbs. */
const ALSO_NAMES = /^(?:will|may|can|.{2,}ly)$/;
const LONGEST_NAME = 4;

/**
 * `words` with those marked that belong to a name, and so ask for nothing: "did Theresa May say", "George Will on …".
 * A name is a phrase by which a speaker of the corpus goes, or capitals side by side.
 */
export function withNamesMarked(words: readonly Word[], lexicon: Lexicon): Word[] {
  const marked = words.map(() => false);
  words.forEach(({ folded }, at) => {
    if (!ALSO_NAMES.test(folded)) return;
    const known = knownAround(words, at, lexicon);
    for (const index of known) marked[index] = true;
    if (known.length === 0 && isCapitalised(words, at)) marked[at] = true;
  });
  return words.map((word, at) => (marked[at] ? { ...word, inName: true } : word));
}

/** Places of the longest phrase around `at` that names a speaker; none where there is no such phrase. */
function knownAround(words: readonly Word[], at: number, { names }: Lexicon): number[] {
  for (let length = LONGEST_NAME; length > 1; length--) {
    for (let from = Math.max(0, at - length + 1); from <= at; from++) {
      const phrase = words.slice(from, from + length);
      const isKnown =
        phrase.length === length &&
        names.hasPhrase(phraseKey(phrase.map(({ folded }) => folded).join(' ')));
      if (isKnown) return phrase.map((_, index) => from + index);
    }
  }
  return [];
}

const CAPITAL = /^\p{Lu}\p{Ll}/u;

/** "George Will", "Will Rogers": where a question is not in capitals throughout, and no day of May is meant. */
function isCapitalised(words: readonly Word[], at: number): boolean {
  const isCapital = (index: number) => CAPITAL.test(words[index]?.text ?? '');
  const isNumber = (index: number) => /^\d/.test(words[index]?.text ?? '');
  if (at === 0 || !isCapital(at) || isNumber(at - 1) || isNumber(at + 1)) return false;
  const isInTitleCase = words.every((_, index) => isCapital(index) || isNumber(index));
  const follows = isCapital(at - 1) && !(words[at - 1]?.closes ?? false) && at > 1;
  const leads = words[at]?.folded !== 'may' && isCapital(at + 1) && !(words[at]?.closes ?? false);
  return !isInTitleCase && (follows || leads);
}
