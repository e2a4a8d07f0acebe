import {
  BEFORE_NAMES,
  BEFORE_NUMBERS,
  EITHER_WAY,
  EXCLAIMED_NAMES,
  NEVER_LAST,
  OPENERS,
  SPEECH_VERBS,
} from './abbreviations.ts';
import type { Span } from './span.ts';

/** A run of closing marks and what stands around it, within the sentence that may end there. */
interface Stop {
  readonly body: string;
  /** From the first character of the sentence to the end of the paragraph. */
  readonly within: Span;
  /** Where the marks begin and end. */
  readonly at: number;
  readonly marksEnd: number;
  /** Where the closing quotation marks and brackets after them end. */
  readonly closed: number;
  /** The next character that is not white space. */
  readonly next: number;
  /** The first character of the next word, after opening quotation marks and brackets. */
  readonly word: number;
}

/**
 * Where the sentence that begins at `within.start` ends, if the mark at `at` (full stop, ! or ?, ellipsis, line feed)
 * ends it, closing quotation marks and brackets included; null where the sentence goes on, or where the text ends.
 */
export function endsSentence(body: string, at: number, within: Span): number | null {
  if (body[at] === '\n') return endsLine(body, at, within.end) ? at + 1 : null;
  if (isJudged(body, at, within.start)) return null;
  const stop = stopAt(body, at, within);
  if (stop.next >= within.end) return null;
  if (stop.next === stop.closed) return endWithoutSpace(stop);
  return isEnd(stop) ? stop.closed : null;
}

/** A run of marks is judged once, at its first: "?!", ". . .". */
function isJudged(body: string, at: number, start: number): boolean {
  const [earlier = '', before = ''] = body.slice(Math.max(start, at - 2), at).padStart(2, '-');
  if (MARK.test(before)) return true;
  return /[.…]/u.test(body.charAt(at)) && /\s/u.test(before) && MARK.test(earlier);
}

const MARK = /[.!?…]/u;

/** A blank line ends any sentence, and so does a line end before the item of a list. */
function endsLine(body: string, at: number, end: number): boolean {
  const rest = matchAt(/[^\S\n]*(?:\n|(?:[-–—*•·▪◦‣●■]|\(?\d{1,3}[.)])\s)/uy, body, at + 1);
  return rest > at + 1 && rest <= end;
}

const MARKS = /(?:[.!?…]|\s(?:\.(?=\s|[.?!"”’)\]])|…(?=[\s”’)\]])))+/uy;
const CLOSERS = /(?:["'”’)\]»›]|\s[”»](?=\s|$))*/uy;
const WHITE = /\s*/uy;
const BEFORE_WORD = /(?:["'“‘([«‹¿¡]|``?|[-–—•*]\s?)*/uy;

function stopAt(body: string, at: number, within: Span): Stop {
  const bounded = (index: number) => Math.min(index, within.end);
  const marksEnd = bounded(matchAt(MARKS, body, at));
  const closed = bounded(matchAt(CLOSERS, body, marksEnd));
  const next = bounded(matchAt(WHITE, body, closed));
  const word = bounded(matchAt(BEFORE_WORD, body, next));
  return { body, within, at, marksEnd, closed, next, word };
}

/** The end of what the sticky `pattern` matches at `index`; `index` where it matches nothing. */
function matchAt(pattern: RegExp, body: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.test(body) ? pattern.lastIndex : index;
}

function isEnd(stop: Stop): boolean {
  const { body, word, at, marksEnd } = stop;
  if (/\p{Ll}/u.test(body.charAt(word)) || saysNothing(stop)) return false;
  const marks = body.slice(at, marksEnd);
  if (/[!?]/u.test(marks)) return isExclaimedEnd(stop);
  return marks === '.' ? isFullStop(stop) : isEllipsisEnd(stop);
}

/** True where no word stands before the marks: an ellipsis that leads a sentence in. */
const saysNothing = ({ body, at, within }: Stop): boolean =>
  at - within.start < FEW && /^[\s"“‘'([`.…]*$/u.test(body.slice(within.start, at));

/** What can stand before the first word, or make up a token, is shorter than this: no text takes quadratic time. */
const FEW = 40;

/** Words of the next sentence, as far as the paragraph goes. */
function nextWord({ body, word, within }: Stop): string {
  const end = matchAt(/[\p{L}\p{M}]+(?:['’]\p{L}+)*(?![\p{L}-])/uy, body, word);
  return body.slice(word, Math.min(end, within.end));
}

const opensQuotation = ({ body, next, word }: Stop): boolean =>
  /["“‘'`«]/u.test(body.slice(next, word));

const hasClosingQuote = ({ body, marksEnd, closed }: Stop): boolean =>
  /["'”’»]/u.test(body.slice(marksEnd, closed));

/** “Why?” Smith asked: the question is part of the reporting sentence. */
const REPORTED = /(?:\p{Lu}[\p{L}.’'-]*\s+){1,4}(\p{Ll}+)/uy;

function isExclaimedEnd(stop: Stop): boolean {
  const { body, at, marksEnd, closed, word } = stop;
  if (hasClosingQuote(stop)) {
    REPORTED.lastIndex = word;
    const verb = REPORTED.exec(body)?.[1] ?? '';
    return OPENERS.has(nextWord(stop)) || !SPEECH_VERBS.has(verb);
  }
  if (body[at - 1] === '(') return false;
  if (/[)\]]/u.test(body.slice(marksEnd, closed)) && !isParenthetical(stop)) {
    return OPENERS.has(nextWord(stop));
  }
  return !EXCLAIMED_NAMES.has(tokenBefore(stop));
}

/** True where the sentence is one bracket: "(Did he?) She did." */
const isParenthetical = ({ body, within }: Stop): boolean =>
  /^\s*[([]/u.test(body.slice(within.start, within.start + 8));

/** After an ellipsis a sentence goes on as often as not: a new one must show itself. */
function isEllipsisEnd(stop: Stop): boolean {
  const { body, at, marksEnd } = stop;
  if (/^\.{4,}$/u.test(body.slice(at, marksEnd)) || hasClosingQuote(stop)) return true;
  return opensQuotation(stop) || OPENERS.has(nextWord(stop));
}

/** The characters before the stop back to white space, an opening mark, a dash or a slash: "U.S", "Fla" of "R-Fla". */
function tokenBefore({ body, at, within }: Stop): string {
  let start = at;
  const first = Math.max(within.start, at - FEW);
  while (start > first && !/[\s"“‘'([`/–—-]/u.test(body.charAt(start - 1))) start -= 1;
  return body.slice(start, at);
}

const ACRONYM = /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u;

function isFullStop(stop: Stop): boolean {
  const token = tokenBefore(stop);
  if (NEVER_LAST.has(token) || isItemNumber(stop, token)) return false;
  if (BEFORE_NAMES.has(token)) return opensAfterTitle(nextWord(stop));
  const next = stop.body.charAt(stop.word);
  const open = ACRONYM.test(token) || EITHER_WAY.has(token) || isInitial(stop, token);
  if (/\d/u.test(next) && BEFORE_NUMBERS.has(token)) return false;
  return !open || (!/\d/u.test(next) && opensAfterAbbreviation(stop, token));
}

/** "1. First", "b) Second", "iv. Fourth": the number belongs to the sentence it counts. */
const isItemNumber = ({ body, at, within }: Stop, token: string): boolean =>
  /^(?:\d{1,3}|\p{L}|[ivx]{1,4})$/iu.test(token) && body.slice(within.start, at).trim() === token;

/** "in the U.S. He said", "Cowen Inc. “We …"; not a dateline's "Fla. - Two days". */
function opensAfterAbbreviation(stop: Stop, token: string): boolean {
  if (/[-–—]/u.test(stop.body.charAt(stop.next))) return false;
  return OPENERS.has(nextWord(stop)) || (opensQuotation(stop) && token.length > 1);
}

/** Surnames that look like the first word of a sentence. */
const SURNAMES = /^(?:May|Will|Few|Best|Much|More|Day|Well|Case|Once|Near|Further)$/u;

const opensAfterTitle = (word: string): boolean => OPENERS.has(word) && !SURNAMES.test(word);

/** A single capital after a name, as in "George W."; the pronoun I is a word. */
function isInitial({ body, at, within }: Stop, token: string): boolean {
  if (!/^\p{Lu}$/u.test(token)) return false;
  const before = body.slice(Math.max(within.start, at - 40), at - 1);
  return token !== 'I' || /\p{Lu}[\p{L}.’'-]*\s$/u.test(before);
}

/** A writer's slip ("the rules.But they"): told by a whole word in front and a capitalised one behind. */
function endWithoutSpace(stop: Stop): number | null {
  const { body, at, marksEnd, closed } = stop;
  const token = tokenBefore(stop);
  const isWord = /^[\p{L}’']*\p{Ll}{2}$/u.test(token) && !BEFORE_NAMES.has(token);
  if (!isWord || !/^(?:[.!?]|….|\.{4,})$/u.test(body.slice(at, marksEnd))) return null;
  const end = closed > marksEnd && body[closed - 1] === '"' ? quoteSide(stop) : closed;
  const follows = matchAt(/["“‘]?(?:\p{Lu}\p{Ll}+|[IA](?=\s))(?![.@/])/uy, body, end);
  return follows > end && !isAddress(body, end) ? end : null;
}

const isAddress = (body: string, at: number): boolean =>
  /^(?:com|org|net|gov|edu|co|js|io|tv)\b/iu.test(body.slice(at, at + 4));

/** A straight quotation mark closes where an odd number of them stands before it in the sentence. */
function quoteSide({ body, within, marksEnd, closed }: Stop): number {
  const before = body.slice(within.start, marksEnd).split('"').length - 1;
  return before % 2 === 1 ? closed : closed - 1;
}
