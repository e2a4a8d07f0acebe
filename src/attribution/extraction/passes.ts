import { factors, marginals, viterbi } from './chain.ts';
import { chanceColumns, cueColumns } from './cue-columns.ts';
import type { Grid } from './grid.ts';
import { LINKER_TEMPLATES } from './linker.ts';
import type { ChainModel } from './model.ts';
import type { Paragraph } from './paragraph.ts';
import { TAGGER_TEMPLATES } from './tagger.ts';
import { scoreGrid } from './weights.ts';
import { wordColumns } from './word-columns.ts';

export const taggerGrid = (paragraph: Paragraph): Grid => ({
  length: paragraph.tokens.length,
  columns: wordColumns(paragraph),
});

/** The first pass: the probability of every label at every token. */
export function tag(grid: Grid, tagger: ChainModel): Float32Array {
  const scores = scoreGrid(grid, TAGGER_TEMPLATES, tagger.weights);
  return marginals(scores, grid.length, factors(tagger.steps)).chances;
}

/** Grids of the second pass over a paragraph whose first pass gave `chances`: one for each cue asked for. */
export function linkerGrids(
  paragraph: Paragraph,
  words: Grid,
  chances: Float32Array,
): (anchor: number) => Grid {
  const columns = chanceColumns(chances);
  return (anchor) => ({
    length: words.length,
    columns: [...words.columns, ...cueColumns(paragraph, columns, anchor)],
  });
}

/** The second pass: the best labelling for the cue that a grid of `linkerGrids` is about. */
export function link(grid: Grid, linker: ChainModel): Uint8Array {
  return viterbi(scoreGrid(grid, LINKER_TEMPLATES, linker.weights), grid.length, linker.steps);
}
