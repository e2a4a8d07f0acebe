import { compileTemplates } from './grid.ts';
import { WORD_COLUMNS } from './word-columns.ts';

/** The columns of the first pass. */
export const TAGGER_COLUMNS = [...WORD_COLUMNS];

/** What the first pass looks at: the words around a token, where it stands, how it stands to quotation marks. */
export const TAGGER_TEMPLATES = compileTemplates(
  `
  word@-3
  word@-2
  word@-1
  word@0
  word@1
  word@2
  word@3
  word@-1 word@0
  word@0 word@1
  word@-2 word@-1
  word@1 word@2
  word@-1 word@1
  word@-2 word@-1 word@0
  word@0 word@1 word@2
  form@0
  form@1
  shape@0
  shape@-1 shape@0
  shape@0 shape@1
  shape@-1 shape@0 shape@1
  prefix@0
  suffix2@-1
  suffix2@0
  suffix2@1
  suffix3@-2
  suffix3@-1
  suffix3@0
  suffix3@1
  suffix3@2
  suffix4@0
  suffix3@-1 suffix3@0
  suffix3@0 suffix3@1
  capital@-1 capital@0 capital@1
  capital@-2 capital@-1 capital@0 capital@1
  capital@0 word@1
  capital@-1 word@0
  suffix3@0 capital@1
  suffix3@0 word@1
  word@-1 suffix3@0
  quote@0
  quote@-1 quote@0
  quote@0 quote@1
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
  place@0
  place@0 capital@0
  place@0 word@0
  place@0 suffix3@0
  fromEnd@0
  fromEnd@0 word@0
  sentenceQuote@0
  sentenceQuote@0 word@0
  sentenceQuote@0 suffix3@0
  sentenceNumber@0
  sentenceNumber@0 quote@0
  paragraph@0
  paragraph@0 capital@0
  paragraph@0 word@0
  paragraph@0 place@0
  paragraph@0 suffix3@0
  `,
  TAGGER_COLUMNS,
);
