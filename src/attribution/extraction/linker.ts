import { CUE_COLUMNS } from './cue-columns.ts';
import { compileTemplates } from './grid.ts';
import { WORD_COLUMNS } from './word-columns.ts';

/** The columns of the second pass, in which one cue is marked. */
export const LINKER_COLUMNS = [...WORD_COLUMNS, ...CUE_COLUMNS];

/** What the second pass looks at to find the source and the content of one cue. */
export const LINKER_TEMPLATES = compileTemplates(
  `
  word@-2
  word@-1
  word@0
  word@1
  word@2
  word@-1 word@0
  word@0 word@1
  word@0 distance@0
  word@-1 distance@0
  word@0 sentencesAway@0
  word@0 cuesBetween@0
  word@-1 cuesBetween@0
  word@1 cuesBetween@0
  word@-1 word@0 cuesBetween@0
  word@0 word@1 cuesBetween@0
  word@0 anchor@0
  word@-1 anchor@0
  word@0 anchorSuffix@0
  suffix3@0
  suffix3@-1 cuesBetween@0
  suffix3@0 cuesBetween@0
  suffix3@1 cuesBetween@0
  suffix3@0 distance@0
  shape@0 distance@0
  capital@-1 capital@0 capital@1 cuesBetween@0
  quote@-1 quote@0 quote@1
  quote@-1 quote@0 cuesBetween@0
  quote@0 quote@1 cuesBetween@0
  quote@-1 quote@0 distance@0
  quote@0 sentencesAway@0 cuesBetween@0
  quote@-2 quote@-1 word@0
  quote@1 quote@2 word@0
  sameQuote@0 quote@0
  sameQuote@0 sentencesAway@0
  sameQuote@0 distance@0
  sameQuote@-1 sameQuote@0 sameQuote@1 sentencesAway@0
  sentenceQuote@0 sentencesAway@0
  sentenceQuote@0 sentencesAway@0 place@0
  sentenceQuote@0 sentencesAway@0 fromEnd@0
  sentenceQuote@0 quote@0 cuesBetween@0
  place@0 sentencesAway@0
  place@0 distance@0
  fromEnd@0 sentencesAway@0
  fromEnd@0 word@0
  fromEnd@0 cuesBetween@0
  paragraph@0 place@0
  paragraph@0 distance@0
  distance@0
  distance@0 anchor@0
  distance@0 anchorAfter@0
  distance@0 anchorBefore@0
  distance@0 anchorSuffix@0
  distance@0 anchorQuote@0
  anchor@0 guess@0
  anchor@0 sentencesAway@0 quote@0
  anchorAfter@0 cuesBetween@0
  anchorAfter@0 guess@0 cuesBetween@0
  guess@0
  guess@-1 guess@0
  guess@0 guess@1
  guess@-1 guess@0 guess@1
  guess@-2 guess@-1 guess@0
  guess@0 guess@1 guess@2
  guess@-1 guess@0 cuesBetween@0
  guess@0 guess@1 cuesBetween@0
  guess@-1 guess@0 distance@0
  guess@0 distance@0
  guess@0 sentencesAway@0
  guess@0 commasBetween@0
  guess@0 sourcesBetween@0
  guess@-1 guess@0 sourcesBetween@0
  guess@0 word@0
  guess@-1 guess@0 word@0
  guess@0 guess@1 word@0
  guess@0 cuesBetween@0 sentencesAway@0
  cueChance@0 distance@0
  cueChance@-1 cueChance@0
  cueChance@0 cueChance@1
  sourceChance@0 cuesBetween@0
  sourceChance@-1 sourceChance@0 cuesBetween@0
  sourceChance@0 sourceChance@1 cuesBetween@0
  sourceChance@0 sourcesBetween@0
  contentChance@0 cuesBetween@0
  contentChance@-1 contentChance@0 cuesBetween@0
  contentChance@0 contentChance@1 cuesBetween@0
  contentChance@0 word@0
  commasBetween@0 cuesBetween@0
  commasBetween@0 word@0
  sentencesAway@-1 sentencesAway@0
  sentencesAway@0 cuesBetween@0
  `,
  LINKER_COLUMNS,
);
