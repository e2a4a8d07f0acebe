import { CHANCE_COLUMNS, CUE_COLUMNS } from './cue-columns.ts';
import { compileTemplates } from './grid.ts';
import { SYNTAX_COLUMNS } from './syntax-columns.ts';
import { TREE_COLUMNS } from './tree-columns.ts';
import { WORD_COLUMNS } from './word-columns.ts';

/** The columns of the second pass that are the same for all cues of a paragraph. */
const COMMON_COLUMNS = [...WORD_COLUMNS, ...SYNTAX_COLUMNS, ...CHANCE_COLUMNS];

/** The columns of the second pass, in which one cue is marked. */
const LINKER_COLUMNS = [...COMMON_COLUMNS, ...CUE_COLUMNS, ...TREE_COLUMNS];

/** What the second pass looks at whichever cue is in question: scored once for a paragraph. */
export const COMMON_TEMPLATES = compileTemplates(
  `
  word@-2
  word@-1
  word@0
  word@1
  word@2
  word@-1 word@0
  word@0 word@1
  argumentEdge@-1 argumentEdge@0
  argumentEdge@0 argumentEdge@1
  clauseEdge@0 word@0
  suffix3@0
  quote@-1 quote@0 quote@1
  quote@-2 quote@-1 word@0
  quote@1 quote@2 word@0
  fromEnd@0 word@0
  paragraph@0 place@0
  guess@0
  guess@-1 guess@0
  guess@0 guess@1
  guess@-1 guess@0 guess@1
  guess@-2 guess@-1 guess@0
  guess@0 guess@1 guess@2
  guess@0 word@0
  guess@-1 guess@0 word@0
  guess@0 guess@1 word@0
  cueChance@-1 cueChance@0
  cueChance@0 cueChance@1
  contentChance@0 word@0
  `,
  COMMON_COLUMNS,
);

/** What the second pass looks at to find the source and the content of one cue. */
export const LINKER_TEMPLATES = compileTemplates(
  `
  word@0 sentencesAway@0
  word@0 cuesBetween@0
  word@-1 cuesBetween@0
  word@1 cuesBetween@0
  word@0 anchor@0
  word@-1 anchor@0
  word@0 anchorSuffix@0
  kin@0 cuesBetween@0
  tag@0 distance@0
  tag@-1 tag@0 cuesBetween@0
  tag@0 tag@1 cuesBetween@0
  tag@-1 tag@0 tag@1 cuesBetween@0
  relation@-1 relation@0 cuesBetween@0
  clauseEdge@-1 clauseEdge@0 cuesBetween@0
  clauseEdge@0 clauseEdge@1 cuesBetween@0
  anchorCluster@0 distance@0
  anchorKin@0 distance@0
  anchorKin@0 branch@0
  anchorCluster@0 branch@0
  anchor@0 branch@0
  anchor@0 branch@0 branchEdge@0
  cueWord@0 branch@0
  cueWord@0 branch@0 branchEdge@0
  cueChildren@0 branch@0
  cueChildren@0 branch@0 branchEdge@0
  branch@-1 branch@0 branch@1
  branch@-1 branchEdge@-1 branch@0 branchEdge@0
  branch@0 branchEdge@0 branch@1 branchEdge@1
  branch@0 branchDepth@0 relation@0
  branch@-1 word@0
  branch@0 word@1
  branch@0 tag@0
  branch@0 kin@0
  branch@0 branchEdge@0 tag@1
  branch@0 branchEdge@0 tag@0
  branch@0 distance@0
  branch@0 guess@-1 guess@0
  branch@0 guess@0 guess@1
  branch@0 branchEdge@0 guess@0
  branch@0 cuesBetween@0
  branch@0 branchEdge@0 cueRelation@0
  branch@0 quote@0
  branch@0 sameQuote@0
  branch@0 commasBetween@0
  branch@0 sentenceQuote@0
  cueRelation@0 distance@0
  cueChildren@0 distance@0
  cueTag@0 cuesBetween@0
  suffix3@-1 cuesBetween@0
  suffix3@0 cuesBetween@0
  capital@-1 capital@0 capital@1 cuesBetween@0
  quote@-1 quote@0 cuesBetween@0
  quote@0 quote@1 cuesBetween@0
  quote@0 sentencesAway@0 cuesBetween@0
  sameQuote@0 quote@0
  sameQuote@0 distance@0
  sameQuote@-1 sameQuote@0 sameQuote@1 sentencesAway@0
  sentenceQuote@0 sentencesAway@0 place@0
  sentenceQuote@0 sentencesAway@0 fromEnd@0
  sentenceCue@0 sentencesAway@0 quote@0
  sentenceCue@0 sentencesAway@0 sentenceQuote@0
  sentenceCue@0 sentencesAway@0 guess@0
  sentenceCue@0 cuesBetween@0 guess@0
  sentenceCue@0 cuesBetween@0 quote@0
  place@0 distance@0
  fromEnd@0 sentencesAway@0
  fromEnd@0 cuesBetween@0
  paragraph@0 distance@0
  distance@0 anchor@0
  distance@0 anchorAfter@0
  distance@0 anchorBefore@0
  distance@0 anchorQuote@0
  anchor@0 guess@0
  anchorAfter@0 cuesBetween@0
  anchorAfter@0 guess@0 cuesBetween@0
  guess@-1 guess@0 cuesBetween@0
  guess@0 guess@1 cuesBetween@0
  guess@-1 guess@0 distance@0
  guess@0 distance@0
  guess@0 commasBetween@0
  guess@-1 guess@0 sourcesBetween@0
  guess@0 cuesBetween@0 sentencesAway@0
  cueChance@0 distance@0
  sourceChance@0 cuesBetween@0
  sourceChance@-1 sourceChance@0 cuesBetween@0
  sourceChance@0 sourceChance@1 cuesBetween@0
  sourceChance@0 sourcesBetween@0
  contentChance@0 cuesBetween@0
  contentChance@-1 contentChance@0 cuesBetween@0
  contentChance@0 contentChance@1 cuesBetween@0
  commasBetween@0 cuesBetween@0
  commasBetween@0 word@0
  sentencesAway@0 cuesBetween@0
  `,
  LINKER_COLUMNS,
  10_000,
);
