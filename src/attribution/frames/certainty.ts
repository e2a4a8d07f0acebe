import { DETERMINERS, PRONOUNS } from './closed-words.ts';
import type { Frame } from './frame.ts';
import { isNounToo, type Verb } from './lexicon.ts';
import { isCapital, lowerAt, type Range, someIn, type Word, wordAt } from './words.ts';

const PLURAL =
  /^(?:i|we|you|they|who|people|police|women|men|percent|some|many|others|most|several|few|both|half|and)$|[^s']s$/u;

/** Who can threaten and promise; a storm and a debate do so without speaking. */
const AGENT =
  /^(?:he|she|they|we|i|who)$|(?:ials|ers|ors|ists|ants|ents|ians|government|ministry|president|minister|military)$/u;

/** True where source and verb go together: "officials say", "he claims", "Russia threatened". */
export function isCertain(words: readonly Word[], frame: Frame, verb: Verb): boolean {
  const { source, cue, kind } = frame;
  if (!source) return true;
  const last = wordAt(words, source[1] - 1);
  const single = cue[1] - cue[0] === 1;
  if (single && isNounToo(verb) && !isNameOrPronoun(words, source)) return false;
  const promises = kind === 'infinitive' && /^(?:threaten|promise)$/u.test(verb.lemma);
  if (promises && !isCapital(last) && !AGENT.test(last.lower)) return false;
  if (verb.form !== 'base' || !single || kind.endsWith('inverted')) return true;
  return someIn(words, source, ({ lower }) => PLURAL.test(lower));
}

function isNameOrPronoun(words: readonly Word[], source: Range): boolean {
  const last = wordAt(words, source[1] - 1);
  if (PRONOUNS.has(last.lower)) return true;
  const named = isCapital(last) && last.lower !== 'united';
  return named && !DETERMINERS.has(lowerAt(words, source[0]));
}
