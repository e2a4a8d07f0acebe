import { stemmer } from 'stemmer';
import type { Span } from './span.ts';
import { canonicalSpelling } from './spelling.ts';
import { isStopWord } from './stop-words.ts';

/** A word worth searching for, where it stands. */
export interface Term {
  /** What inflections and spellings of one word share; compare terms by it. */
  readonly stem: string;
  /** The word folded: lower case, no accents, no possessive. */
  readonly word: string;
  readonly span: Span;
}

/** "U.S.", "1,200.5", "M&M", "Ukraine’s", "mother". Hyphens part words. */
const WORD = /(?:\p{L}\.){2,}|\d+(?:[,.]\d+)*|[\p{L}\p{M}\p{N}]+(?:[&'’][\p{L}\p{M}\p{N}]+)*/gu;

/** The vocabulary of a large corpus fits; beyond it, stems are computed anew. */
const STEMS_KEPT = 400_000;
const NON_ASCII = /[^\x20-\x7e]/;

const known = new Map<string, { word: string; stem: string }>();

function normalised(written: string): { word: string; stem: string } {
  const found = known.get(written);
  if (found !== undefined) return found;
  const word = folded(written);
  const made = { word, stem: isStopWord(written) ? '' : stemOf(word) };
  if (known.size < STEMS_KEPT) known.set(written, made);
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
  return word === undefined ? '' : normalised(word).stem;
}

/** The terms of `text` within `span` (all of it unless told), in order, without stop words. */
export function termsOf(text: string, span: Span = { start: 0, end: text.length }): Term[] {
  const found: Term[] = [];
  const pattern = new RegExp(WORD);
  pattern.lastIndex = span.start;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const end = match.index + match[0].length;
    if (end > span.end) break;
    const { word, stem } = normalised(match[0]);
    if (stem !== '') found.push({ stem, word, span: { start: match.index, end } });
  }
  return found;
}
