import type { Paragraph } from './paragraph.ts';
import { LABELS } from './roles.ts';

/** What the first pass said of a token, and how the token stands to the cue in question. */
export const CUE_COLUMNS = [
  'cueChance',
  'sourceChance',
  'contentChance',
  'guess',
  'distance',
  'sentencesAway',
  'cuesBetween',
  'commasBetween',
  'sourcesBetween',
  'sameQuote',
  'anchor',
  'anchorBefore',
  'anchorAfter',
  'anchorSuffix',
  'anchorQuote',
] as const;

const LABEL_COUNT = LABELS.length;

/** Where the steps of a probability begin: finer towards the ends. */
const STEPS = [0.02, 0.1, 0.35, 0.65, 0.9];

const step = (chance: number): number => 1 + STEPS.filter((least) => chance >= least).length;

/** Columns of the first pass's marginal probabilities: chance of cue, source and content, and the likeliest label. */
export function chanceColumns(chances: Float32Array): Int32Array[] {
  const length = chances.length / LABEL_COUNT;
  const at = (token: number, label: number) => chances[token * LABEL_COUNT + label] ?? 0;
  const role = (begin: number) =>
    Int32Array.from({ length }, (_, i) => step(at(i, begin) + at(i, begin + 1)));
  const guess = Int32Array.from({ length }, (_, token) => {
    let best = 0;
    for (let label = 1; label < LABEL_COUNT; label++)
      if (at(token, label) > at(token, best)) best = label;
    return best + 1;
  });
  return [role(1), role(3), role(5), guess];
}

/** The distance of a token from the cue: exact up to 4, then in steps; the sign is the side. */
function signed(distance: number): number {
  const far = Math.abs(distance);
  const size = far < 5 ? far : far < 8 ? 5 : far < 13 ? 6 : far < 25 ? 7 : 8;
  return 10 + Math.sign(distance) * size;
}

/** Running counts, away from the anchor on both sides, of the tokens where `counts` holds; 1 to 4, after the cue + 4. */
function between(length: number, anchor: number, counts: (token: number) => boolean): Int32Array {
  const column = new Int32Array(length);
  column[anchor] = 1;
  for (let token = anchor - 1, seen = 0; token >= 0; token--) {
    column[token] = 1 + Math.min(seen, 3);
    seen += Number(counts(token));
  }
  for (let token = anchor + 1, seen = 0; token < length; token++) {
    column[token] = 5 + Math.min(seen, 3);
    seen += Number(counts(token));
  }
  return column;
}

/** CUE_COLUMNS of every token of `paragraph`, seen from the token `anchor` at which a cue begins. */
export function cueColumns(
  paragraph: Paragraph,
  chances: readonly Int32Array[],
  anchor: number,
): Int32Array[] {
  const { lexemes, sentence, quotes } = paragraph;
  const length = lexemes.length;
  const [, , , guess = new Int32Array(length)] = chances;
  const all = (value: number) => new Int32Array(length).fill(value);
  const wordAt = (token: number) => lexemes[token]?.word ?? 7;
  const number = quotes.number[anchor] ?? 0;
  const home = sentence[anchor] ?? 0;
  return [
    ...chances,
    Int32Array.from({ length }, (_, token) => signed(token - anchor)),
    sentence.map((index) => 4 + Math.max(-3, Math.min(3, index - home))),
    between(length, anchor, (token) => guess[token] === 2),
    between(length, anchor, (token) => lexemes[token]?.text === ','),
    between(length, anchor, (token) => guess[token] === 4),
    quotes.number.map(
      (other) => (other === 0 ? 1 : other === number ? 2 : 3) + (number > 0 ? 3 : 0),
    ),
    all(wordAt(anchor)),
    all(wordAt(anchor - 1)),
    all(wordAt(anchor + 1)),
    all(lexemes[anchor]?.suffix3 ?? 7),
    all(quotes.state[anchor] ?? 1),
  ];
}
