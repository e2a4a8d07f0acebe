import { columnsOf, compileTemplates, type Grid } from './grid.ts';
import { classScorer, type SparseWeights } from './sparse.ts';
import { WORD_COLUMNS } from './word-columns.ts';

/** Penn Treebank tags as the English Web Treebank uses them. */
export const WORD_CLASSES = [
  'NN',
  'IN',
  'DT',
  'NNP',
  'PRP',
  'JJ',
  'RB',
  '.',
  'VB',
  ',',
  'NNS',
  'CC',
  'VBD',
  'VBP',
  'VBZ',
  'CD',
  'VBN',
  'VBG',
  'MD',
  'TO',
  'PRP$',
  '-RRB-',
  '-LRB-',
  'WDT',
  'WP',
  'WRB',
  ':',
  '``',
  "''",
  'POS',
  'RP',
  'JJR',
  'NNPS',
  'JJS',
  'HYPH',
  'EX',
  'UH',
  '$',
  'PDT',
  'RBR',
  'RBS',
  'SYM',
  'NFP',
  'FW',
  'LS',
  'ADD',
  'WP$',
  'GW',
  'AFX',
  'XX',
] as const;

const CLASS_COLUMNS = [...WORD_COLUMNS, 'tag'];

/** What tells the class of a word: its form, the words around it, the classes of the two before it. */
export const CLASS_TEMPLATES = compileTemplates(
  `
  word@0
  form@0
  prefix@0
  suffix2@0
  suffix3@0
  suffix4@0
  shape@0
  capital@0 place@0
  word@-1
  word@-2
  word@1
  word@2
  suffix3@-1
  suffix3@1
  suffix3@1 suffix3@0
  tag@-1
  tag@-2 tag@-1
  tag@-1 word@0
  tag@-1 suffix3@0
  tag@-1 word@1
  tag@-1 shape@0
  tag@-2 tag@-1 word@0
  word@-1 word@0
  word@0 word@1
  word@-1 word@1
  quote@0 tag@-1
  `,
  CLASS_COLUMNS,
);

/** The class of each token, from 1, chosen from left to right. `words` has the columns WORD_COLUMNS. */
export function wordClasses(words: Grid, weights: SparseWeights): Int32Array {
  const scorer = classScorer(weights, CLASS_TEMPLATES, CLASS_COLUMNS.length, words.length);
  const { values } = scorer;
  for (const column of LOOKED_AT) {
    if (column < TAG) values.set(words.columns[column] as Int32Array, scorer.firstOf(column));
  }
  const first = scorer.firstOf(TAG);
  for (let token = 0; token < words.length; token++) {
    values[first + token] = 1 + bestOf(scorer.scoresAt(token));
  }
  return values.slice(first, first + words.length);
}

const TAG = WORD_COLUMNS.length;
const LOOKED_AT = columnsOf(CLASS_TEMPLATES);

export function bestOf(scores: Int32Array): number {
  let best = 0;
  for (let index = 1; index < scores.length; index++) {
    if ((scores[index] as number) > (scores[best] as number)) best = index;
  }
  return best;
}
