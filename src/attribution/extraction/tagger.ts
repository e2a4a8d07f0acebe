import { compileTemplates } from './grid.ts';
import { SYNTAX_COLUMNS } from './syntax-columns.ts';
import { WORD_COLUMNS } from './word-columns.ts';

/** The columns of the first pass. */
const TAGGER_COLUMNS = [...WORD_COLUMNS, ...SYNTAX_COLUMNS];

/** What the first pass looks at: the words around a token, where it stands, how it stands to quotation marks. */
export const TAGGER_TEMPLATES = compileTemplates(
  `
  word@-2
  word@-1
  word@0
  word@1
  word@2
  word@-1 word@0
  word@0 word@1
  form@0
  form@1
  shape@-1 shape@0
  shape@-1 shape@0 shape@1
  prefix@0
  cluster@-1
  cluster@0
  cluster@1
  kin@-2
  kin@-1
  kin@1
  kin@2
  kin@-1 kin@0
  kin@0 kin@1
  kin@0 tag@0
  cluster@0 tag@0
  cluster@0 children@0
  kin@0 children@0
  word@0 children@0
  word@0 tag@0
  tag@-2
  tag@2
  tag@-1 tag@0
  tag@0 tag@1
  tag@-1 tag@0 tag@1
  tag@-2 tag@-1 tag@0
  tag@0 tag@1 tag@2
  tag@-1 word@0
  word@-1 tag@0
  tag@0 word@1
  word@0 tag@1
  cluster@0 tag@1
  children@0 tag@0
  relation@0
  relation@0 tag@0
  relation@0 word@0
  relation@0 kin@0
  relation@-1 relation@0
  relation@0 relation@1
  relation@0 headWord@0
  relation@0 headKin@0
  relation@0 headTag@0 headAway@0
  headWord@0
  headKin@0 kin@0
  argument@0 predicate@0
  argument@0 predicate@0 argumentEdge@0
  argument@0 predicateKin@0 argumentEdge@0
  argument@-1 argumentEdge@-1 argument@0 argumentEdge@0
  argumentEdge@0
  argumentEdge@-1 argumentEdge@0
  argumentEdge@0 argumentEdge@1
  argumentEdge@0 word@0
  argumentEdge@0 quote@0
  clause@0 clauseGovernor@0
  clause@0 clauseGovernorKin@0
  clause@0 clauseGovernor@0 clauseEdge@0
  clause@0 clauseGovernorKin@0 clauseEdge@0
  clause@-1 clauseGovernor@-1 clauseEdge@-1
  clause@1 clauseGovernor@1 clauseEdge@1
  clauseEdge@-1 clauseEdge@0
  clauseEdge@0 clauseEdge@1
  clauseEdge@0 word@0
  clauseEdge@0 quote@0
  suffix2@0
  suffix3@-1
  suffix3@0
  suffix3@1
  suffix4@0
  capital@-2 capital@-1 capital@0 capital@1
  capital@0 word@1
  capital@-1 word@0
  suffix3@0 capital@1
  suffix3@0 word@1
  word@-1 suffix3@0
  quote@-1 quote@0 quote@1
  quote@-2 quote@-1
  quote@1 quote@2
  quote@0 word@0
  quote@-1 word@0
  quote@-1 word@-1 word@0
  quote@0 word@-1
  quote@-2 word@-1 word@0
  quote@0 sentenceQuote@0
  quote@0 quoteNumber@0
  place@0 capital@0
  place@0 word@0
  fromEnd@0
  fromEnd@0 word@0
  sentenceQuote@0 word@0
  sentenceNumber@0 quote@0
  paragraph@0 word@0
  `,
  TAGGER_COLUMNS,
);
