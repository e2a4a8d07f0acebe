import { columnOf } from './grid.ts';
import type { Lexeme } from './lexeme.ts';
import type { Paragraph } from './paragraph.ts';

/** The columns that a paragraph alone fills, in this order. */
export const WORD_COLUMNS = [
  'word',
  'form',
  'shape',
  'prefix',
  'suffix2',
  'suffix3',
  'suffix4',
  'capital',
  'cluster',
  'kin',
  'quote',
  'quoteNumber',
  'place',
  'fromEnd',
  'sentenceQuote',
  'sentenceNumber',
  'paragraph',
] as const;

const bounded = (value: number, most: number): number => Math.min(value, most) + 1;

/** 0 up to 3 as they are, then by twos, then "far": how near a token stands to an edge of its sentence. */
const coarse = (distance: number): number => (distance < 4 ? distance : distance < 8 ? 4 : 5) + 1;

/** WORD_COLUMNS of every token. */
export function wordColumns(paragraph: Paragraph): Int32Array[] {
  const { lexemes, sentence, starts, quotes } = paragraph;
  const each = (value: (lexeme: Lexeme, index: number) => number) =>
    columnOf(lexemes.length, (index) => value(lexemes[index] as Lexeme, index));
  const start = (index: number) => starts[sentence[index] ?? 0] ?? 0;
  const end = (index: number) => starts[(sentence[index] ?? 0) + 1] ?? 0;
  const quoted = sentenceQuotes(paragraph);
  const sentences = starts.length - 1;
  return [
    each((l) => l.word),
    each((l) => l.form),
    each((l) => l.shape),
    each((l) => l.prefix),
    each((l) => l.suffix2),
    each((l) => l.suffix3),
    each((l) => l.suffix4),
    each((l, i) => (l.capital ? (i === start(i) ? 2 : 3) : 1)),
    each((l) => l.cluster),
    each((l) => l.kin),
    quotes.state,
    quotes.number.map((number) => bounded(number, 3)),
    each((_, i) => coarse(i - start(i))),
    each((_, i) => coarse(end(i) - 1 - i)),
    sentence.map((index) => quoted[index] ?? 1),
    sentence.map((index) => bounded(index, 3) * 4 + bounded(sentences - 1 - index, 2)),
    new Int32Array(lexemes.length).fill(paragraph.headline ? 2 : 1),
  ];
}

/** For each sentence: 1 + bits for "has a mark", "begins with one", "ends within one or with one". */
function sentenceQuotes({ starts, quotes }: Paragraph): Int32Array {
  return columnOf(starts.length - 1, (index) => {
    const states = quotes.state.subarray(starts[index], starts[index + 1]);
    const some = states.some((state) => state > 1) ? 1 : 0;
    const opens = (states[0] ?? 1) > 1 ? 2 : 0;
    const closes = (states.at(-1) ?? 1) > 1 || (states.at(-2) ?? 1) > 1 ? 4 : 0;
    return 1 + some + opens + closes;
  });
}
