import { BOUNDARIES, CONNECTORS, DAYS } from './closed-words.ts';
import { isCapital, type Word, wordAt } from './words.ts';

const OPENS =
  /^(?:who|whose|which|where|whom|a|an|the|one|his|her|their|its|former|now|then|\d\d)$/u;
const OFFICE =
  /(?:man|woman|or|er|ist|ent|ant|chief|head|aide|person|officials?|analyst|secretary|governor)$/u;
const ADVERBIAL =
  /^(?:..+ing|however|meanwhile|for|in|too|though|on|at|speaking|by|through|citing|like|as|during|after|meantime|instead|also|himself|herself|itself|themselves)$/u;

/** True where word `at`, after a comma, goes on about the name before it: ", a lawyer", ", who leads", ", 44". */
export function isApposition(words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at);
  if (OPENS.test(word.lower)) return true;
  if (isCapital(word)) return !DAYS.has(word.lower);
  const free = !(BOUNDARIES.has(word.lower) || CONNECTORS.has(word.lower));
  return free && OFFICE.test(word.lower) && !/^(?:for|under|over|after)$/u.test(word.lower);
}

/** True for text after a name that begins as an aside does: ", at a rally". */
export const beginsAside = (text: string): boolean =>
  ADVERBIAL.test(/^,\s*([\p{L}]+)/u.exec(text)?.[1]?.toLowerCase() ?? '') || /^, via /u.test(text);

/** True where word `at`, after a comma, is of the saying: ", however", ", in an interview". */
export const isAside = (words: readonly Word[], at: number): boolean =>
  ADVERBIAL.test(wordAt(words, at).lower);
