import { pastTime, startsAdverbial } from './adverbials.ts';
import { isApposition, isAside } from './apposition.ts';
import {
  ADVERBS,
  AUXILIARIES,
  BOUNDARIES,
  CLAUSE_OPENERS,
  CONNECTORS,
  DAYS,
  DETERMINERS,
  FINITE,
  isVerbLike,
  MONTHS,
  OCCASIONS,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
} from './closed-words.ts';
import { holdsVerb } from './content-before.ts';
import { VERBS } from './lexicon.ts';
import { groupStart } from './verb-group.ts';
import {
  commaIn,
  isCapital,
  isComma,
  isDash,
  isHyphen,
  isWord,
  lowerAt,
  type Range,
  sentenceStart,
  someIn,
  type Word,
  wordAt,
} from './words.ts';

/** Longest subject, in words, that is trusted. */
const LONGEST = 40;

/** The subject that ends right before word `end`, with its apposition; null where it is not certain. */
export function subjectBefore(words: readonly Word[], end: number): Range | null {
  const before = wordAt(words, end - 1);
  if (end <= 0 || before.sentence !== wordAt(words, end).sentence || before.quote > 0) return null;
  if (isComma(before)) return withApposition(words, end);
  return isDash(before.text) && !isHyphen(words, end - 1)
    ? beforeDashes(words, end - 1)
    : plain(words, end);
}

/** "Jane Roe" in "Jane Roe — who leads the office —", which ends with the dash at `close`. */
function beforeDashes(words: readonly Word[], close: number): Range | null {
  const floor = sentenceStart(words, close);
  for (let at = close - 1; at > floor; at--) {
    if (!isDash(wordAt(words, at).text) || isHyphen(words, at)) continue;
    const head = plain(words, at);
    return head && opensClause(words, head[0]) ? head : null;
  }
  return null;
}

/** "officials in Kyiv", "the ministry", "he": a subject without commas. */
function plain(words: readonly Word[], end: number): Range | null {
  const floor = sentenceStart(words, Math.max(0, end - 1));
  let first = end;
  while (first > Math.max(floor, end - LONGEST) && carriesOn(words, first - 1)) first--;
  if (first === end) return isRelative(wordAt(words, end - 1)) ? [end - 1, end] : null;
  const start = pastOpening(words, first, end);
  const subject: Range = [start, beforeTime(words, [start, end])];
  if (!isNounPhrase(words, subject)) return null;
  return start > first || first === floor ? subject : afterWord(words, subject);
}

/** Without "on Monday" and "in a statement" at its end. */
function beforeTime(words: readonly Word[], [start, end]: Range): number {
  for (let at = Math.max(start + 1, end - 6); at < end - 1; at++) {
    if (pastTime(words, at) === end) return at;
    if (startsAdverbial(words, at) && OCCASIONS.has(lowerAt(words, end - 1))) return at;
  }
  return end;
}

const isRelative = ({ lower, quote }: Word): boolean => lower === 'who' && quote === 0;

/** The subject in the middle of a sentence, by the word before it. */
function afterWord(words: readonly Word[], subject: Range): Range | null {
  const before = wordAt(words, subject[0] - 1);
  if (before.text === 'That') return [subject[0] - 1, subject[1]];
  if (isComma(before)) return withTown(words, subject) ?? (mayPrecede(before) ? subject : null);
  if (before.lower === 'and') return coordinated(words, subject) ?? second(words, subject);
  return mayPrecede(before) ? subject : null;
}

/** "Jane Roe of Amity, Ohio": all of it, where a name and a town begin the sentence; null elsewhere. */
function withTown(words: readonly Word[], [first, end]: Range): Range | null {
  const start = sentenceStart(words, first);
  const capital = (at: number) => isCapital(wordAt(words, at)) && !MONTHS.has(lowerAt(words, at));
  let of = start;
  while (capital(of)) of++;
  let town = of + 1;
  while (capital(town)) town++;
  const named = of - start > 1 && /^(?:of|in|from|near)$/u.test(lowerAt(words, of));
  const placed = town > of + 1 && town === first - 1;
  const state = !someIn(words, [first, end], (word) => !isCapital(word));
  return named && placed && state ? [start, end] : null;
}

function carriesOn(words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at);
  if (word.quote > 0 || BOUNDARIES.has(word.lower) || FINITE.has(word.lower)) return false;
  return isWord(word) || /^(?:['’]s?|&|[.()])$/u.test(word.text) || isHyphen(words, at);
}

/** A mark, the end of a quotation, a word that opens a clause, or a verb of saying: "he said Russia claimed". */
const mayPrecede = (word: Word): boolean =>
  word.quote > 0 || !isWord(word) || CLAUSE_OPENERS.has(word.lower) || VERBS.has(word.lower);

/** Leaves out "But", "On Friday", "Last week" before the subject. */
function pastOpening(words: readonly Word[], first: number, end: number): number {
  let start = first;
  while (start < end && CONNECTORS.has(lowerAt(words, start))) start++;
  return pastTime(words, start);
}

/** Longest first part of "Roe and the ministry". */
const LONGEST_FIRST = 6;

/** "Roe and the ministry": both, where the first opens the clause. */
function coordinated(words: readonly Word[], [start, end]: Range): Range | null {
  const first = plain(words, start - 1);
  if (!first || !opensClause(words, first[0]) || first[1] - first[0] > LONGEST_FIRST) return null;
  return someIn(words, first, ({ lower }) => VERBS.has(lower)) ? null : [first[0], end];
}

/** The subject of a second clause: "they left and officials said". */
const second = (words: readonly Word[], subject: Range): Range | null =>
  holdsVerb(words, [sentenceStart(words, subject[0]), subject[0] - 1]) ? subject : null;

function mayBegin(word: Word): boolean {
  if (!isWord(word) || PREPOSITIONS.has(word.lower)) return false;
  if (VERBS.has(word.lower)) return isCapital(word);
  if (/^(?:having|being|nothing|everything)$/u.test(word.lower)) return false;
  return DETERMINERS.has(word.lower) || !ADVERBS.has(word.lower);
}

/** "all" and "some" can stand alone, "the" cannot. */
const mayEnd = (word: Word): boolean =>
  (isWord(word) || word.text === ')') &&
  !PREPOSITIONS.has(word.lower) &&
  !/^(?:the|a|an|its|his|her|their|our|my|your|no)$/u.test(word.lower);

/** True where words read as one noun phrase: no clause, no lone preposition, no pronoun but alone. */
function isNounPhrase(words: readonly Word[], [start, end]: Range): boolean {
  if (start >= end) return false;
  if (PRONOUNS.has(lowerAt(words, start))) return end - start === 1;
  const [first, last] = [wordAt(words, start), wordAt(words, end - 1)];
  if (!mayBegin(first) || !mayEnd(last) || (start < end - 1 && DETERMINERS.has(last.lower))) {
    return false;
  }
  const clausal = ({ lower }: Word) =>
    PRONOUNS.has(lower) || (AUXILIARIES.has(lower) && lower !== "'s");
  return !someIn(words, [start + 1, end], clausal);
}

/** "The president, Volodymyr Zelenskiy," and "Jane Roe, who leads the office,"; asides are left out. */
function withApposition(words: readonly Word[], end: number): Range | null {
  const floor = Math.max(sentenceStart(words, end - 1), end - LONGEST);
  for (let at = end - 3; at > floor; at--) {
    const word = wordAt(words, at);
    if (word.quote > 0 || /^[;:—–-]+$/u.test(word.text)) return null;
    const head = word.text === ',' ? plain(words, at) : null;
    if (head && opensClause(words, head[0])) return withRest(words, head, end);
  }
  return null;
}

/** `head` with what follows its comma, up to `end`, where that is about it; alone where it is about the saying. */
function withRest(words: readonly Word[], head: Range, end: number): Range | null {
  if (isAside(words, head[1] + 1)) return head;
  if (!isApposition(words, head[1] + 1)) return null;
  for (let at = end - 2; at > head[1]; at--) {
    if (isComma(wordAt(words, at))) return [head[0], isAside(words, at + 1) ? at : end];
  }
  return [head[0], end];
}

/** True where nothing but a connector, a clause mark or an opening phrase stands before the subject. */
function opensClause(words: readonly Word[], first: number): boolean {
  const start = sentenceStart(words, first);
  if (first === start) return true;
  const before = wordAt(words, first - 1);
  const known = [CONNECTORS, BOUNDARIES, DAYS].some((set) => set.has(before.lower));
  if (!isComma(before)) return before.quote > 0 || known;
  const opening = lowerAt(words, start);
  const leads = [PREPOSITIONS, BOUNDARIES, CONNECTORS].some((set) => set.has(opening));
  return leads && commaIn(words, [start, first]) === first - 1;
}

/** The subject of the first finite verb between words `start` and `end` of one sentence. */
export function mainSubject(words: readonly Word[], [first, end]: Range): Range | null {
  const comma = SUBORDINATORS.has(lowerAt(words, first)) ? commaIn(words, [first, end]) : null;
  const start = comma === null ? first : comma + 1;
  const source = firstSubject(words, [start + 1, end]);
  return source && isMain(words, source, start) ? source : null;
}

function firstSubject(words: readonly Word[], [start, end]: Range): Range | null {
  for (let at = start; at < end; at++) {
    const { lower, quote } = wordAt(words, at);
    if (quote > 0) return null;
    const source = showsVerb(lower) ? subjectBefore(words, groupStart(words, at)) : null;
    if (source) return source;
  }
  return null;
}

const showsVerb = (lower: string): boolean => isVerbLike(lower) || VERBS.has(lower);

/** True for a subject that stands first, or soon, or after a comma, and can speak. */
function isMain(words: readonly Word[], [first, end]: Range, start: number): boolean {
  if (/^(?:who|there|it)$/u.test(lowerAt(words, first)) || DAYS.has(lowerAt(words, end - 1))) {
    return false;
  }
  return first - start < 4 || isComma(wordAt(words, first - 1));
}
