import type { Span } from '../../text/span.ts';
import { tokens } from '../../text/tokens.ts';

/** A sentence as words `first` up to, not including, `end` of its paragraph. */
interface Sentence {
  readonly span: Span;
  readonly first: number;
  readonly end: number;
}

/** One token of a paragraph as the frames read it. */
export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  readonly sentence: Sentence;
  /** Number of the quotation it stands in, from 1, marks included; 0 outside. */
  readonly quote: number;
  readonly mark: 'open' | 'close' | null;
}

/** Words from `first` up to, not including, `end`. */
export type Range = readonly [first: number, end: number];

const OPENING = new Set(['“', '``']);
const CLOSING = new Set(['”', "''"]);

/** The words of one paragraph; a quotation left open runs to its end. */
export function wordsOf(body: string, sentences: readonly Span[]): Word[] {
  const words: Word[] = [];
  const markOf = marksIn(body, sentences);
  let open = 0;
  let count = 0;
  for (const span of sentences) {
    const found = tokens(body, span);
    const sentence = { span, first: words.length, end: words.length + found.length };
    for (const { start, end } of found) {
      const text = body.slice(start, end);
      const mark = markOf(text, start, open > 0);
      if (mark === 'open') open = ++count;
      words.push({ start, end, text, lower: lowered(text), sentence, quote: open, mark });
      if (mark === 'close') open = 0;
    }
  }
  return words;
}

/** Words `first` up to, not including, `end` as a span of the body. */
export const spanOf = (words: readonly Word[], [first, end]: Range): Span => ({
  start: wordAt(words, first).start,
  end: wordAt(words, end - 1).end,
});

const STRAIGHT: ReadonlySet<string> = new Set(['"']);
const STRAIGHT_OR_TWO: ReadonlySet<string> = new Set(['"', "''"]);

/** Marks that open and close: two apostrophes do where nothing else stands for an opening mark. */
const marksAlike = (paragraph: string): ReadonlySet<string> =>
  /``|[“"]/u.test(paragraph) ? STRAIGHT : STRAIGHT_OR_TWO;

/** Single marks around what ends as speech does: ‘It fell,’ but not the dockers’ union, nor ‘old’ things. */
const SINGLE = /(?<=^|\s)[‘'](?=\p{L})[^‘“"]*?[,.!?…][’'](?![\p{L}\p{N}])/gu;
const NO_MARKS: ReadonlyMap<number, 'open' | 'close'> = new Map();

/** Where single marks open and close quotations, by offset, in a paragraph without double ones. */
function singleMarks(paragraph: string, from: number): ReadonlyMap<number, 'open' | 'close'> {
  if (!/[’'](?!\p{L})/u.test(paragraph) || /``|''|[“”"]/u.test(paragraph)) return NO_MARKS;
  const marks = new Map<number, 'open' | 'close'>();
  for (const { index, 0: quotation } of paragraph.matchAll(SINGLE)) {
    marks.set(from + index, 'open').set(from + index + quotation.length - 1, 'close');
  }
  return marks;
}

/** Whether a token opens or closes a quotation, by its words, its offset and whether one is open there. */
type MarkOf = (text: string, start: number, open: boolean) => Word['mark'];

function marksIn(body: string, sentences: readonly Span[]): MarkOf {
  const from = sentences[0]?.start ?? 0;
  const paragraph = body.slice(from, sentences.at(-1)?.end);
  const alike = marksAlike(paragraph);
  const single = singleMarks(paragraph, from);
  return (text, start, open) => single.get(start) ?? doubleMark(text, open, alike);
}

function doubleMark(text: string, open: boolean, alike: ReadonlySet<string>): Word['mark'] {
  if (alike.has(text)) return open ? 'close' : 'open';
  if (CLOSING.has(text)) return open ? 'close' : null;
  return OPENING.has(text) && !open ? 'open' : null;
}

const lowered = (text: string): string => text.toLowerCase().replace('’', "'");

/** What stands where there is no word. */
const NONE: Word = {
  start: 0,
  end: 0,
  text: '',
  lower: '',
  sentence: { span: { start: 0, end: 0 }, first: 0, end: 0 },
  quote: 0,
  mark: null,
};

export const wordAt = (words: readonly Word[], at: number): Word => words[at] ?? NONE;
export const lowerAt = (words: readonly Word[], at: number): string => words[at]?.lower ?? '';

export const isCapital = ({ text }: Word): boolean => /^\p{Lu}/u.test(text);
export const isWord = ({ text }: Word): boolean => /^[\p{L}\p{N}]/u.test(text);
export const isDash = (text: string): boolean => /^[-–—―]+$/u.test(text);
/** A dash without white space around it: "14-year-old", "Roe–Holt", but not "of arms–and Roe". */
export const isHyphen = (words: readonly Word[], at: number): boolean =>
  (/^[-‐‑]$/u.test(wordAt(words, at).text) ||
    (wordAt(words, at).text === '–' && joinsNames(words, at))) &&
  wordAt(words, at - 1).end === wordAt(words, at).start &&
  wordAt(words, at).end === wordAt(words, at + 1).start;

const joinsNames = (words: readonly Word[], at: number): boolean =>
  [at - 1, at + 1].every((side) => /^[\p{Lu}\d]/u.test(wordAt(words, side).text));

/** A comma that is not in a quotation. */
export const isComma = ({ text, quote }: Word): boolean => text === ',' && quote === 0;

/** The first word of the sentence of word `at`. */
export const sentenceStart = (words: readonly Word[], at: number): number =>
  wordAt(words, at).sentence.first;

/** The end of the sentence of word `at`: the first word of the next one. */
export const sentenceEnd = (words: readonly Word[], at: number): number =>
  wordAt(words, at).sentence.end;

/** The first comma outside quotations in words `first` to `end`; null for none. */
export function commaIn(words: readonly Word[], [first, end]: Range): number | null {
  for (let at = first; at < end; at++) if (isComma(wordAt(words, at))) return at;
  return null;
}

export const someIn = (
  words: readonly Word[],
  [first, end]: Range,
  fits: (word: Word, at: number) => boolean,
): boolean => {
  for (let at = first; at < end; at++) if (fits(wordAt(words, at), at)) return true;
  return false;
};

export const wordSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));
