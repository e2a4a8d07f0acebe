import { editDistance } from '../text/edit-distance.ts';
import { AUXILIARIES, PREPOSITIONS, WH_WORDS } from './frame-words.ts';
import { SPEECH_WORDS } from './speech-verbs.ts';

/** Shorter words are too near each other. */
const SHORTEST = 5;
const ROLES =
  'official officials ministry minister president governor government spokesman spokeswoman spokesperson military authorities statement';

const ASKING_WORDS: readonly string[] = [
  ...AUXILIARIES,
  ...PREPOSITIONS,
  ...WH_WORDS,
  ...SPEECH_WORDS,
  ...ROLES.split(' '),
].filter((word) => word.length >= SHORTEST);

/**
 * The word of asking ("about", "blamed", "officials") that the folded `word` was meant to be, where a finger slipped:
 * two letters swapped, or a double letter typed once; else null. Other slips may be other words ("deport").
 */
export function slipOf(word: string): string | null {
  if (/^(?:teh|hte|tje)$/.test(word)) return 'the';
  if (word.length < SHORTEST - 1) return null;
  return ASKING_WORDS.find((meant) => isSwapped(word, meant) || isUndoubled(word, meant)) ?? null;
}

const isSwapped = (word: string, meant: string): boolean =>
  word !== meant &&
  word.length === meant.length &&
  [...word].sort().join('') === [...meant].sort().join('') &&
  editDistance(word, meant, 1) === 1;

const isUndoubled = (word: string, meant: string): boolean =>
  word !== meant && undoubled(word) === undoubled(meant);

const undoubled = (word: string): string => word.replace(/(.)\1/gu, '$1');
