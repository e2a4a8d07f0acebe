import { beginsContent, skipAdverbials } from './adverbials.ts';
import { clauseFrom } from './clause-end.ts';
import {
  ADVERBS,
  AUXILIARIES,
  BOUNDARIES,
  DETERMINERS,
  FINITE,
  isVerbLike,
  PREPOSITIONS,
  PRONOUNS,
} from './closed-words.ts';
import type { FrameKind } from './frame.ts';
import type { Verb } from './lexicon.ts';
import {
  isCapital,
  isComma,
  isWord,
  lowerAt,
  type Range,
  sentenceEnd,
  someIn,
  type Word,
  wordAt,
} from './words.ts';

export interface After {
  readonly kind: FrameKind;
  /** True where a preposition of the verb leads to it: "warned of". */
  readonly led?: boolean;
  readonly content: Range;
}

/** What `verb`, which ends before word `at`, says; null where that is not certain. */
export function contentAfter(words: readonly Word[], at: number, verb: Verb): After | null {
  const limit = sentenceEnd(words, at - 1);
  const heard = hearerEnd(words, [at, limit], verb);
  if (heard === null) return null;
  const start = pastAside(words, skipAdverbials(words, heard, limit), limit);
  if (start >= limit) return null;
  const found =
    clauseOrQuotation(words, start, verb) ??
    (start === at ? verbal(words, start, verb) : null) ??
    bareClause(words, [start, limit], verb);
  if (found) return { kind: found[0], content: clauseFrom(words, found[1]) };
  const thing = thingFrom(words, start, verb);
  if (thing === null) return null;
  return { kind: 'thing', led: thing > start, content: clauseFrom(words, thing) };
}

/** Longest aside between a verb and "that", in words. */
const LONGEST_ASIDE = 14;

/** Past ", without evidence," and ", while testifying in Amity," to the "that" behind it; `at` where none follows. */
function pastAside(words: readonly Word[], at: number, limit: number): number {
  if (!isComma(wordAt(words, at))) return at;
  for (let next = at + 2; next < Math.min(limit, at + LONGEST_ASIDE); next++) {
    if (wordAt(words, next).quote > 0) return at;
    if (isComma(wordAt(words, next)) && lowerAt(words, next + 1) === 'that') return next + 1;
  }
  return at;
}

type Found = readonly [kind: FrameKind, first: number];

function clauseOrQuotation(words: readonly Word[], start: number, verb: Verb): Found | null {
  const clausal = verb.takes.has('that');
  if (!clausal && !verb.takes.has('quotation')) return null;
  const word = wordAt(words, start);
  const next = wordAt(words, start + 1);
  const opens = next.mark === 'open' && next.sentence === word.sentence;
  if (clausal && word.lower === 'that' && beginsClause(next)) return ['that clause', start];
  if (word.mark === 'open') return ['quotation after', start];
  return opens && /^[,:]$/u.test(word.text) ? ['quotation after', start + 1] : null;
}

function bareClause(words: readonly Word[], range: Range, verb: Verb): Found | null {
  const told = verb.takes.has('that') && beginsPronounClause(words, range[0]);
  const said = verb.takes.has('bare') && beginsBareClause(words, range, verb);
  const heard = verb.lemma === 'tell' && beginsHeard(words, range[0]);
  return told || said || heard ? ['bare clause', range[0]] : null;
}

const beginsClause = (word: Word): boolean =>
  (isWord(word) || word.mark === 'open' || /^[$,]$/u.test(word.text)) && !FINITE.has(word.lower);

/** "to leave" and "leaving". */
function verbal(words: readonly Word[], start: number, verb: Verb): Found | null {
  const word = wordAt(words, start);
  const next = wordAt(words, start + 1);
  const base = isWord(next) && !DETERMINERS.has(next.lower) && !isCapital(next);
  if (word.lower === 'to' && verb.takes.has('to') && base) return ['infinitive', start];
  const gerund = verb.takes.has('ing') && /^\p{Ll}{2,}ing$/u.test(word.text);
  return gerund ? ['gerund', start] : null;
}

/** Within so many words of its subject a bare clause shows a finite verb. */
const REACH = 25;

/** "said no to", "said so", "said goodbye". */
const NO_SUBJECT =
  /^(?:no|nothing|so|yes|goodbye|hello|thanks|little|more|as|not|otherwise|something)$/u;

const isNamed = (word: Word): boolean => DETERMINERS.has(word.lower) || isCapital(word);

const canBegin = ({ lower }: Word): boolean =>
  !NO_SUBJECT.test(lower) &&
  (DETERMINERS.has(lower) ||
    ![PREPOSITIONS, BOUNDARIES, ADVERBS, FINITE].some((set) => set.has(lower)));

const isFiniteForm = (lower: string): boolean => FINITE.has(lower);

/** A subject and, soon, a finite verb: "he would leave", "Ukraine had fired". */
function beginsBareClause(words: readonly Word[], [start, limit]: Range, { lemma }: Verb): boolean {
  const word = wordAt(words, start);
  if (word.lower === 'who') return false;
  if (PRONOUNS.has(word.lower) || /^(?:there|nobody|everyone)$/u.test(word.lower)) return true;
  const begins = lemma === 'say' ? canBegin : isNamed;
  if (!isWord(word) || !begins(word)) return false;
  const shows = lemma === 'say' ? isVerbLike : isFiniteForm;
  const finite = ({ lower, quote }: Word) => quote === 0 && shows(lower);
  return someIn(words, [start + 1, Math.min(limit, start + REACH)], finite);
}

/** Longest phrase for whom something is told. */
const LONGEST_HEARER = 14;

/** Past whom it is told; null where nobody is: "the letter he told that …". */
function hearerEnd(words: readonly Word[], [at, limit]: Range, verb: Verb): number | null {
  if (!verb.takes.has('hearer')) return at;
  const end = pastHearer(words, at, limit);
  return verb.lemma === 'tell' && end === at ? null : end;
}

/** After "told reporters in Kyiv": where the clause or the quotation begins. */
function pastHearer(words: readonly Word[], at: number, limit: number): number | null {
  if (/^(?:of|against|about)$/u.test(lowerAt(words, at))) return at;
  for (let next = at; next < Math.min(limit, at + LONGEST_HEARER); next++) {
    if (beginsTold(words, at, next)) return next;
    const past = pastAside(words, next, limit);
    if (past > next) return past;
    if (endsHearer(wordAt(words, next))) return null;
  }
  return null;
}

const beginsTold = (words: readonly Word[], hearer: number, at: number): boolean =>
  beginsContent(words, at) ||
  (at > hearer && beginsPronounClause(words, at)) ||
  (at === hearer + 1 && beginsHeard(words, at));

/** Who hears, in one word: "told her the wall was old", but not "told her mother". */
const HEARER = /^(?:me|him|her|us|them|you|reporters|journalists)$/u;

/** "the wall was old", right behind who hears it. */
function beginsHeard(words: readonly Word[], at: number): boolean {
  if (!HEARER.test(lowerAt(words, at - 1)) || lowerAt(words, at) === 'that') return false;
  const limit = Math.min(sentenceEnd(words, at), at + REACH);
  const finite = ({ lower, quote }: Word) => quote === 0 && isFiniteForm(lower);
  return isNamed(wordAt(words, at)) && someIn(words, [at + 1, limit], finite);
}

/** May is a month. */
const endsHearer = ({ lower, text }: Word): boolean =>
  (FINITE.has(lower) && text !== 'May') || /^(?:,|to|about|how|what)$/u.test(lower);

/** "told me he had left": what is told begins at the pronoun. */
const beginsPronounClause = (words: readonly Word[], at: number): boolean =>
  /^(?:he|she|they|we|i)$/u.test(lowerAt(words, at)) && showsVerb(lowerAt(words, at + 1));

const showsVerb = (lower: string): boolean =>
  AUXILIARIES.has(lower) || isVerbLike(lower) || /^\p{Ll}{2,}s$/u.test(lower);

/** "cites experts", "threatened revenge", "counted 34". */
const BARE_THINGS = /^(?:cite|count|threaten|promise|vow|pledge)$/u;

/** Where "the attack", "of consequences", "for talks" begins. */
function thingFrom(words: readonly Word[], start: number, verb: Verb): number | null {
  const word = wordAt(words, start);
  const led = verb.thing.includes(word.lower);
  const first = led ? start + 1 : start;
  const begin = wordAt(words, first);
  if (!isWord(begin) || begin.sentence !== word.sentence) return null;
  if (led) return first;
  const named = isNamed(begin) || BARE_THINGS.test(verb.lemma);
  return named && verb.thing.includes('') ? first : null;
}
