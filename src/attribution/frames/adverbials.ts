import { DAYS, FINITE, MONTHS, OCCASIONS, PERIODS, PREPOSITIONS } from './closed-words.ts';
import { isComma, isWord, lowerAt, type Word, wordAt } from './words.ts';

const NEAR = /^(?:last|this|earlier|late|next)$/u;
const OF_THE_SAYING =
  /^(?:when|after|before|while|during|because|if|although|though|without|recently|later|afterwards?|shortly|following|via|through)$/u;
const LEADS = /^(?:in|on|at|to|during|by|from)$/u;
/** Longest occasion, in words. */
const LONGEST = 16;
const SINGLE =
  /^(?:again|later|recently|repeatedly|earlier|too|also|then|separately|publicly|instead)$/u;

type Fits = (lower: string) => boolean;

const day: Fits = (lower) => DAYS.has(lower);
const month: Fits = (lower) => MONTHS.has(lower);
const period: Fits = (lower) => PERIODS.has(lower);
const near: Fits = (lower) => NEAR.test(lower);
const on: Fits = (lower) => lower === 'on';
const within: Fits = (lower) => lower === 'in';
const number: Fits = (lower) => /^\d+$/u.test(lower);
const count: Fits = (lower) => /^(?:\d+|two|three|four|five|six|seven|several|many)$/u.test(lower);
const article: Fits = (lower) => lower === 'a';
const few: Fits = (lower) => lower === 'few';
const past: Fits = (lower) => /^(?:ago|earlier|later|before)$/u.test(lower);
const year: Fits = (lower) => /^(?:19|20)\d\d$/u.test(lower);

/** "on Monday night", "on May 4", "Friday", "last week", "in 2015"; longest first. */
const TIMES: readonly (readonly Fits[])[] = [
  [on, day, period],
  [on, month, number],
  [count, period, past],
  [article, few, period, past],
  [on, day],
  [day, period],
  [day],
  [near, period],
  [near, day],
  [near, month],
  [within, month],
  [within, year],
];

/** The end of a time that begins at `at`; `at` where none does. */
export function pastTime(words: readonly Word[], at: number): number {
  const found = TIMES.find((time) => time.every((fits, index) => fits(lowerAt(words, at + index))));
  return at + (found?.length ?? 0);
}

/** True at "on Friday", "last week", "in a statement", "after …": said of the saying, not of the sayer. */
export function startsAdverbial(words: readonly Word[], at: number): boolean {
  const word = lowerAt(words, at);
  if (word === 'as' || word === 'with') return /^(?:he|she|they|it)$/u.test(lowerAt(words, at + 1));
  if (pastTime(words, at) > at || OF_THE_SAYING.test(word)) return true;
  if (NEAR.test(word) && lowerAt(words, at + 1) === 'this') return true;
  return /^(?:in|on|at|to|by)$/u.test(word) && occasionAfter(words, at) !== null;
}

/** The word of an occasion within five words, before any mark or preposition; null for none. */
function occasionAfter(words: readonly Word[], at: number): number | null {
  for (let next = at + 1; next < at + 6; next++) {
    const word = wordAt(words, next);
    if (OCCASIONS.has(word.lower)) return next;
    if (!isWord(word) || PREPOSITIONS.has(word.lower)) return null;
  }
  return null;
}

/** Past "on Friday", "in a statement", "in an interview with the Post" to what is said. */
export function skipAdverbials(words: readonly Word[], from: number, limit: number): number {
  for (let at = from; at < limit; ) {
    const next = skipAdverbial(words, at, limit);
    if (next === at) return at;
    at = next;
  }
  return from;
}

function skipAdverbial(words: readonly Word[], at: number, limit: number): number {
  const word = lowerAt(words, at);
  if (SINGLE.test(word)) return at + 1;
  const time = pastTime(words, at);
  return time > at || !LEADS.test(word) ? time : pastPlace(words, at, limit);
}

const pastPlace = (words: readonly Word[], at: number, limit: number): number =>
  startsAdverbial(words, at) || lowerAt(words, at + 1) === 'reporters'
    ? pastOccasion(words, at, limit)
    : at;

/** The end of "in an interview with the Post on Friday": the next "that" or quotation, else the occasion itself. */
function pastOccasion(words: readonly Word[], at: number, limit: number): number {
  for (let next = at + 1; next < Math.min(limit, at + LONGEST); next++) {
    if (beginsContent(words, next)) return next;
    const word = wordAt(words, next);
    if (isComma(word) || FINITE.has(word.lower)) return at;
  }
  const occasion = occasionAfter(words, at);
  return occasion === null ? at : occasion + 1;
}

/** True at a quotation, the comma before it, "that", or a colon. */
export function beginsContent(words: readonly Word[], at: number): boolean {
  const { mark, lower } = wordAt(words, at);
  if (lower === ',') return wordAt(words, at + 1).mark === 'open';
  return mark === 'open' || lower === 'that' || lower === ':';
}
