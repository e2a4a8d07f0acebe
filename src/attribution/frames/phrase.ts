import { pastTime, startsAdverbial } from './adverbials.ts';
import { isApposition, isAside } from './apposition.ts';
import {
  ADVERBS,
  BOUNDARIES,
  DETERMINERS,
  FINITE,
  isVerbLike,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
} from './closed-words.ts';
import { VERBS } from './lexicon.ts';
import {
  commaIn,
  isCapital,
  isHyphen,
  isWord,
  lowerAt,
  type Range,
  sentenceEnd,
  someIn,
  type Word,
  wordAt,
} from './words.ts';

/** How far into a phrase: adverbials may be of what is added after a comma, and are of a relative clause. */
type Depth = 'head' | 'addition' | 'relative';

/** The noun phrase that begins at `start`, up to an adverbial of the saying, a clause or a mark; null for none. */
export function phraseFrom(words: readonly Word[], start: number): Range | null {
  if (!mayBegin(wordAt(words, start))) return null;
  const { sentence } = wordAt(words, start);
  let end = start;
  let depth: Depth = 'head';
  while (wordAt(words, end).sentence === sentence && goesOn(words, end, depth)) {
    depth = deeper(depth, wordAt(words, end).lower);
    end++;
  }
  return end > start ? [start, end] : null;
}

function deeper(depth: Depth, lower: string): Depth {
  if (depth === 'relative' || RELATIVES.has(lower) || lower === 'that') return 'relative';
  return lower === ',' ? 'addition' : depth;
}

function mayBegin(word: Word): boolean {
  if (word.quote > 0 || !isWord(word) || word.lower === 'nobody') return false;
  if (DETERMINERS.has(word.lower)) return true;
  const closed = [BOUNDARIES, PREPOSITIONS, FINITE, ADVERBS, PRONOUNS];
  if (closed.some((set) => set.has(word.lower))) return false;
  return isCapital(word) || word.text.length > 2;
}

/** True where word `at` still belongs to the phrase. */
function goesOn(words: readonly Word[], at: number, depth: Depth): boolean {
  const word = wordAt(words, at);
  const next = wordAt(words, at + 1);
  if (word.quote > 0) return false;
  if (MARK.test(word.text)) return next.sentence === word.sentence && goesOnAfterMark(words, at);
  if (word.text === ')')
    return someIn(words, [Math.max(0, at - 8), at], ({ text }) => text === '(');
  const verb = VERBS.get(word.lower);
  if (verb?.form === 'ing' && !verb.takes.has('quotation')) return false;
  if (depth === 'relative') return true;
  return !(depth === 'addition' ? startsDay(words, at) : startsAdverbial(words, at));
}

/** "Monday" and "on Friday", but not "in 2012". */
const startsDay = (words: readonly Word[], at: number): boolean =>
  pastTime(words, at) > at && lowerAt(words, at) !== 'in';

const MARK = /^(?:[;:!?…,.]|[-–—]+)$/u;

function goesOnAfterMark(words: readonly Word[], at: number): boolean {
  const { text } = wordAt(words, at);
  const next = wordAt(words, at + 1);
  if (text === ',') return goesOnAfterComma(words, at + 1);
  if (text === '.') return isWord(next) || /^[),-]$/u.test(next.text);
  return /^[-–—]/u.test(text) && isHyphen(words, at);
}

const goesOnAfterComma = (words: readonly Word[], at: number): boolean =>
  !isAside(words, at) && (isApposition(words, at) || /^(?:of|from)$/u.test(lowerAt(words, at)));

/** The source of "According to X, …": to the comma, or past an apposition to the next. */
export function phraseToComma(words: readonly Word[], start: number): Range | null {
  const end = sentenceEnd(words, start);
  const comma = commaIn(words, [start, end]);
  if (comma === null || comma === start || !mayBegin(wordAt(words, start))) return null;
  if (someIn(words, [start, comma], ({ text, quote }) => quote > 0 || /^[;:—–]$/u.test(text))) {
    return null;
  }
  const second = commaIn(words, [comma + 1, end]);
  const wide = second !== null && isParenthesis(words, [comma + 1, second]);
  return [start, wide ? second : comma];
}

/** ", a lawyer in Springfield," and ", which met on Monday,". */
function isParenthesis(words: readonly Word[], range: Range): boolean {
  const opening = lowerAt(words, range[0]);
  if (RELATIVES.has(opening)) return true;
  if (!/^(?:a|an|the)$/u.test(opening)) return false;
  return !someIn(
    words,
    range,
    ({ lower }, at) => isVerbLike(lower) && !RELATIVES.has(lowerAt(words, at - 1)),
  );
}
