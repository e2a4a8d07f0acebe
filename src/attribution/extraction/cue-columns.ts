import { columnOf } from './grid.ts';
import type { Paragraph } from './paragraph.ts';
import { LABELS } from './roles.ts';

/** What the first pass said of a token. */
export const CHANCE_COLUMNS = ['cueChance', 'sourceChance', 'contentChance', 'guess'] as const;

/** How a token stands to the cue in question. */
export const CUE_COLUMNS = [
  'distance',
  'sentencesAway',
  'cuesBetween',
  'commasBetween',
  'sourcesBetween',
  'sameQuote',
  'sentenceCue',
  'anchor',
  'anchorBefore',
  'anchorAfter',
  'anchorSuffix',
  'anchorCluster',
  'anchorKin',
  'anchorQuote',
] as const;

const LABEL_COUNT = LABELS.length;

/** Where the steps of a probability begin: finer towards the ends. */
const STEPS = [0.02, 0.1, 0.35, 0.65, 0.9];

function step(chance: number): number {
  let passed = 0;
  while (passed < STEPS.length && chance >= (STEPS[passed] as number)) passed++;
  return 1 + passed;
}

/** Columns of the first pass's marginal probabilities: chance of cue, source and content, and the likeliest label. */
export function chanceColumns(chances: Float32Array): Int32Array[] {
  const length = chances.length / LABEL_COUNT;
  const at = (token: number, label: number) => chances[token * LABEL_COUNT + label] ?? 0;
  const role = (begin: number) =>
    columnOf(length, (token) => step(at(token, begin) + at(token, begin + 1)));
  const guess = columnOf(length, (token) => {
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

/** Tokens of a paragraph, from `first` to before `end`. */
export interface Window {
  readonly first: number;
  readonly end: number;
}

/**
 * Running counts, away from the anchor on both sides, of the tokens where `counts` holds; 1 to 4, after the anchor 5 to 8.
 */
function between(
  { first, end }: Window,
  anchor: number,
  counts: (token: number) => boolean,
): Int32Array {
  const column = new Int32Array(end - first);
  column[anchor - first] = 1;
  for (let token = anchor - 1, seen = 0; token >= first; token--) {
    column[token - first] = 1 + Math.min(seen, 3);
    seen += Number(counts(token));
  }
  for (let token = anchor + 1, seen = 0; token < end; token++) {
    column[token - first] = 5 + Math.min(seen, 3);
    seen += Number(counts(token));
  }
  return column;
}

interface CuePlace {
  readonly anchor: number;
  readonly window: Window;
}

/** For each token whether another cue, outside quotations, is in its sentence (2) or not (1); 2 more in the cue's own. */
function sentenceCues(
  { sentence, starts, quotes }: Paragraph,
  guess: Int32Array,
  { anchor, window: { first, end } }: CuePlace,
): Int32Array {
  const others = new Uint8Array(starts.length);
  for (let token = first; token < end; token++) {
    if (token === anchor || guess[token] !== 2 || quotes.number[token] !== 0) continue;
    others[sentence[token] ?? 0] = 1;
  }
  const own = sentence[anchor] ?? 0;
  return sentence
    .subarray(first, end)
    .map((index) => 1 + (others[index] ?? 0) + (index === own ? 2 : 0));
}

/** CUE_COLUMNS of the tokens in `window`, seen from the token `anchor` at which a cue begins. */
export function cueColumns(
  paragraph: Paragraph,
  guess: Int32Array,
  { anchor, window }: CuePlace,
): Int32Array[] {
  const { lexemes, sentence, quotes } = paragraph;
  const { first, end } = window;
  const length = end - first;
  const each = (value: (token: number) => number) =>
    columnOf(length, (index) => value(first + index));
  const all = (value: number) => new Int32Array(length).fill(value);
  const wordAt = (token: number) => lexemes[token]?.word ?? 7;
  const number = quotes.number[anchor] ?? 0;
  const home = sentence[anchor] ?? 0;
  return [
    each((token) => signed(token - anchor)),
    each((token) => 4 + Math.max(-3, Math.min(3, (sentence[token] ?? 0) - home))),
    between(window, anchor, (token) => guess[token] === 2),
    between(window, anchor, (token) => lexemes[token]?.text === ','),
    between(window, anchor, (token) => guess[token] === 4),
    each((token) => quoteRelation(quotes.number[token] ?? 0, number)),
    sentenceCues(paragraph, guess, { anchor, window }),
    all(wordAt(anchor)),
    all(wordAt(anchor - 1)),
    all(wordAt(anchor + 1)),
    all(lexemes[anchor]?.suffix3 ?? 7),
    all(lexemes[anchor]?.cluster ?? 0),
    all(lexemes[anchor]?.kin ?? 0),
    all(quotes.state[anchor] ?? 1),
  ];
}

/** 1 outside quotations, 2 in the same as the cue, 3 in another; 3 more where the cue is in one. */
function quoteRelation(token: number, cue: number): number {
  const inside = cue > 0 ? 3 : 0;
  if (token === 0) return 1 + inside;
  return (token === cue ? 2 : 3) + inside;
}
