import { CHANCE_COLUMNS } from './cue-columns.ts';
import type { Linking } from './linking.ts';
import { SYNTAX_COLUMNS } from './syntax-columns.ts';
import { WORD_COLUMNS } from './word-columns.ts';

/** What is known of single tokens of a paragraph, never 0; a token outside it has values of its own. */
export interface TokenFacts {
  readonly word: (token: number) => number;
  readonly kin: (token: number) => number;
  readonly cluster: (token: number) => number;
  readonly suffix: (token: number) => number;
  readonly tag: (token: number) => number;
  readonly relation: (token: number) => number;
  readonly children: (token: number) => number;
  readonly quote: (token: number) => number;
  readonly clauseEdge: (token: number) => number;
  readonly argumentEdge: (token: number) => number;
  /** The first pass's likeliest label, and 1. */
  readonly guess: (token: number) => number;
  /** The first pass's chance of content in steps; 0 outside the paragraph. */
  readonly contentStep: (token: number) => number;
  /** The token that governs this one; -1 for none. */
  readonly head: (token: number) => number;
  readonly isComma: (token: number) => boolean;
  /** True for punctuation. */
  readonly isMark: (token: number) => boolean;
  /** First token of the sentence, and after its last. */
  readonly sentenceStart: (token: number) => number;
  readonly sentenceEnd: (token: number) => number;
}

const column = (name: (typeof SYNTAX_COLUMNS)[number]): number =>
  WORD_COLUMNS.length + SYNTAX_COLUMNS.indexOf(name);
const TAG = column('tag');
const CHILDREN = column('children');
const CLAUSE_EDGE = column('clauseEdge');
const ARGUMENT_EDGE = column('argumentEdge');
const CONTENT_CHANCE =
  WORD_COLUMNS.length + SYNTAX_COLUMNS.length + CHANCE_COLUMNS.indexOf('contentChance');

/** Stand for what a token outside the paragraph has, and for what a token lacks. */
const OUTSIDE = 7;
const LACKING = 5;

export function tokenFacts({ analysis, guess, common }: Linking): TokenFacts {
  const { paragraph, trees, grid } = analysis;
  const { lexemes, quotes, sentence, starts } = paragraph;
  const at = (name: number) => (token: number) => grid.columns[name]?.[token] || LACKING;
  return {
    word: (token) => lexemes[token]?.word ?? OUTSIDE,
    kin: (token) => lexemes[token]?.kin || LACKING,
    cluster: (token) => lexemes[token]?.cluster || LACKING,
    suffix: (token) => lexemes[token]?.suffix4 ?? OUTSIDE,
    tag: at(TAG),
    relation: (token) => (trees.relations[token] ?? 40) + 1,
    children: at(CHILDREN),
    quote: (token) => quotes.state[token] ?? 1,
    clauseEdge: at(CLAUSE_EDGE),
    argumentEdge: at(ARGUMENT_EDGE),
    guess: (token) => guess[token] ?? OUTSIDE + 1,
    contentStep: (token) => common.columns[CONTENT_CHANCE]?.[token] ?? 0,
    head: (token) => trees.heads[token] ?? -1,
    isComma: (token) => lexemes[token]?.text === ',',
    isMark: (token) => lexemes[token]?.mark ?? true,
    sentenceStart: (token) => starts[sentence[token] ?? 0] ?? 0,
    sentenceEnd: (token) => starts[(sentence[token] ?? 0) + 1] ?? 0,
  };
}
