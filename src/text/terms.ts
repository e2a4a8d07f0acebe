import { stemmer } from 'stemmer';
import type { Span } from './span.ts';
import { canonicalSpelling } from './spelling.ts';
import { isStopWord } from './stop-words.ts';
import { writtenWords } from './written-words.ts';

/** A word worth searching for, where it stands. */
export interface Term {
  /** What inflections and spellings of one word share; compare terms by it. */
  readonly stem: string;
  /** The word folded: lower case, no accents, no possessive. */
  readonly word: string;
  readonly span: Span;
  /** The same for the same word in the same case, from 0 on, for as long as the process lives; -1 for a few of very many. */
  readonly number: number;
}

/** "U.S.", "1,200.5", "M&M", "Ukraine’s", "mother". Hyphens part words. */
const WORD = /(?:\p{L}\.){2,}|\d+(?:[,.]\d+)*|[\p{L}\p{M}\p{N}]+(?:[&'’][\p{L}\p{M}\p{N}]+)*/gu;

/** The vocabulary of a large corpus fits; beyond it, stems are computed anew. */
const STEMS_KEPT = 400_000;
const NON_ASCII = /[^\x20-\x7e]/;

const kept = writtenWords(STEMS_KEPT);
/** What is known of the words kept, by their numbers. */
const known: Normalised[] = [];
/** Nearly half of all words: by their numbers, 1 for those that are known to be stop words. */
const stops = new Uint8Array(STEMS_KEPT);

interface Normalised {
  readonly word: string;
  /** '' for a stop word. */
  readonly stem: string;
}

/** What is known of a word; `number` is its own. */
function normalised(written: string, number: number): Normalised {
  const word = folded(written);
  const made = { word, stem: isStopWord(written) ? '' : stemOf(word) };
  if (number >= 0) known[number] = made;
  if (made.stem === '') stops[number] = 1;
  return made;
}

function folded(written: string): string {
  const plain = NON_ASCII.test(written)
    ? written.normalize('NFKD').replace(/\p{M}/gu, '').replace(/’/g, "'")
    : written;
  const lower = plain.toLowerCase().replace(/'s$|'$/, '');
  return /^\d/.test(lower) ? lower.replace(/,(?=\d)/g, '') : lower.replace(/[.']/g, '');
}

/** The stem of one folded word, stop word or not: spelling made one, inflection removed. */
export function stemOf(word: string): string {
  const canonical = canonicalSpelling(word);
  return /\d/.test(canonical) || canonical.length < 4 ? canonical : stemmer(canonical);
}

/** The stem that `written` (one word, any case) is indexed by; '' for a stop word or no word. */
export function stem(written: string): string {
  const [word] = written.match(WORD) ?? [];
  if (word === undefined) return '';
  const number = kept.numberOf(word, 0, word.length);
  return (known[number] ?? normalised(word, number)).stem;
}

/** The terms of `text` within `span` (all of it unless told), in order, without stop words. */
export function termsOf(text: string, span: Span = { start: 0, end: text.length }): Term[] {
  const found: Term[] = [];
  let start = wordFrom(text, span.start);
  while (start < span.end) {
    const end = plainEnd(text, start) || wordEnd(text, start);
    if (end > span.end) break;
    const term = end > start ? termAt(text, start, end) : null;
    if (term !== null) found.push(term);
    start = wordFrom(text, Math.max(end, start + 1));
  }
  return found;
}

/** Null for a stop word. */
function termAt(text: string, start: number, end: number): Term | null {
  const number = kept.numberOf(text, start, end);
  if (stops[number] === 1) return null;
  const { word, stem } = known[number] ?? normalised(text.slice(start, end), number);
  return stem === '' ? null : { stem, word, span: { start, end }, number };
}

/** Letters and digits of ASCII: nearly all characters of English. */
const ALPHANUMERIC = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(/[a-z\d]/i.test(String.fromCharCode(code))),
);
const ASCII = 128;
const FIRST_LETTER = 'A'.charCodeAt(0);

/** Dashes and quotation marks, which part words; ’ may join them. */
const parts = (code: number): boolean => code >= 0x2010 && code <= 0x201d && code !== 0x2019;

/** The first place from `at` on where a word may begin. */
function wordFrom(text: string, at: number): number {
  let start = at;
  for (; start < text.length; start++) {
    const code = text.charCodeAt(start);
    if (code < ASCII ? ALPHANUMERIC[code] === 1 : !parts(code)) break;
  }
  return start;
}

/** The end of the word at `start` where that is all ASCII, begins with a letter and nothing may join it; else 0. */
function plainEnd(text: string, start: number): number {
  if (text.charCodeAt(start) < FIRST_LETTER) return 0;
  let end = start;
  let code = text.charCodeAt(end);
  while (code < ASCII && ALPHANUMERIC[code] === 1) code = text.charCodeAt(++end);
  const isJoined = code === AMPERSAND || code === APOSTROPHE || (code >= ASCII && !parts(code));
  return isJoined || (code === DOT && end === start + 1) ? 0 : end;
}

const AMPERSAND = '&'.charCodeAt(0);
const APOSTROPHE = "'".charCodeAt(0);
const DOT = '.'.charCodeAt(0);

const WORD_HERE = new RegExp(WORD, 'uy');

/** The end of the word at `start`; `start` where none begins there. */
function wordEnd(text: string, start: number): number {
  WORD_HERE.lastIndex = start;
  return WORD_HERE.test(text) ? WORD_HERE.lastIndex : start;
}
