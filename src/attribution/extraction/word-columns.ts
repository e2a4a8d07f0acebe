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
  const from = <T>(list: readonly T[], value: (item: T, index: number) => number) =>
    Int32Array.from(list, value);
  const start = (index: number) => starts[sentence[index] ?? 0] ?? 0;
  const end = (index: number) => starts[(sentence[index] ?? 0) + 1] ?? 0;
  const quoted = sentenceQuotes(paragraph);
  const sentences = starts.length - 1;
  return [
    from(lexemes, (l) => l.word),
    from(lexemes, (l) => l.form),
    from(lexemes, (l) => l.shape),
    from(lexemes, (l) => l.prefix),
    from(lexemes, (l) => l.suffix2),
    from(lexemes, (l) => l.suffix3),
    from(lexemes, (l) => l.suffix4),
    from(lexemes, (l, i) => (l.capital ? (i === start(i) ? 2 : 3) : 1)),
    from(lexemes, (l) => l.cluster),
    from(lexemes, (l) => l.kin),
    quotes.state,
    quotes.number.map((number) => bounded(number, 3)),
    from(lexemes, (_, i) => coarse(i - start(i))),
    from(lexemes, (_, i) => coarse(end(i) - 1 - i)),
    sentence.map((index) => quoted[index] ?? 1),
    sentence.map((index) => bounded(index, 3) * 4 + bounded(sentences - 1 - index, 2)),
    new Int32Array(lexemes.length).fill(paragraph.headline ? 2 : 1),
  ];
}

/** For each sentence: 1 + bits for "has a mark", "begins with one", "ends within one or with one". */
function sentenceQuotes({ starts, quotes }: Paragraph): Int32Array {
  return Int32Array.from({ length: starts.length - 1 }, (_, index) => {
    const states = quotes.state.subarray(starts[index], starts[index + 1]);
    const some = states.some((state) => state > 1) ? 1 : 0;
    const opens = (states[0] ?? 1) > 1 ? 2 : 0;
    const closes = (states.at(-1) ?? 1) > 1 || (states.at(-2) ?? 1) > 1 ? 4 : 0;
    return 1 + some + opens + closes;
  });
}
