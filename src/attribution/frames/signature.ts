import { PREPOSITIONS } from './closed-words.ts';
import type { Frame } from './frame.ts';
import { commaIn, isCapital, lowerAt, type Range, someIn, type Word, wordAt } from './words.ts';

/** Longest name, and longest addition to it ("Jane Roe, mayor of Springfield"), in words. */
const LONGEST_NAME = 6;
const LONGEST_ADDITION = 12;

/** What stands in names beside capitals: "Ana de la Cruz", "Dr. Roe". */
const PARTICLES = /^(?:de|la|del|da|dos|van|von|der|den|al|bin|ibn|el|\.)$/u;

/** A paragraph that is a quotation and, after the dash at `at`, the name of whom it is by: "“…” — Jane Roe". */
export function signatureFrame(words: readonly Word[], at: number): Frame | null {
  const quoted: Range = [0, at];
  const whole = wordAt(words, 0).mark === 'open' && wordAt(words, at - 1).mark === 'close';
  if (!whole || someIn(words, quoted, ({ quote }) => quote === 0)) return null;
  const end = lowerAt(words, words.length - 1) === '.' ? words.length - 1 : words.length;
  const source: Range = [at + 1, commaIn(words, [at + 1, end]) ?? end];
  if (!isName(words, source) || end - source[1] > LONGEST_ADDITION) return null;
  return { kind: 'signature', source, cue: [at, at + 1], content: [quoted], closed: true };
}

function isName(words: readonly Word[], [first, end]: Range): boolean {
  if (end <= first || end - first > LONGEST_NAME || PREPOSITIONS.has(lowerAt(words, first))) {
    return false;
  }
  const named = (word: Word) => word.quote === 0 && (isCapital(word) || PARTICLES.test(word.lower));
  return isCapital(wordAt(words, first)) && !someIn(words, [first, end], (word) => !named(word));
}
