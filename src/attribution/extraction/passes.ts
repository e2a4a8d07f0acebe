import { ACCEPT_TEMPLATES, acceptGrid, type Candidate } from './acceptor.ts';
import type { Analysis, Trees } from './analysis.ts';
import { bestByMarks, factors, marginals, type Transitions } from './chain.ts';
import { chanceColumns, cueColumns, type Window } from './cue-columns.ts';
import type { Grid, View } from './grid.ts';
import { COMMON_TEMPLATES, LINKER_TEMPLATES } from './linker.ts';
import type { ChainModel } from './model.ts';
import { beginOf, LABELS } from './roles.ts';
import { TAGGER_TEMPLATES } from './tagger.ts';
import { treeColumns } from './tree-columns.ts';
import { inNats, scoreGrids, type Weights } from './weights.ts';

/** The first pass: the probability of every label at every token of each grid. */
export function tag(grids: readonly Grid[], tagger: ChainModel): Float32Array[] {
  const steps = factors(tagger.steps);
  return scoreGrids(grids, TAGGER_TEMPLATES, tagger.weights).map(
    (scores, index) =>
      marginals(inNats(scores, tagger.weights), grids[index]?.length ?? 0, steps).chances,
  );
}

/** The second pass over one paragraph: what is the same for all its cues. */
export interface Linking {
  readonly analysis: Analysis;
  readonly guess: Int32Array;
  /** Columns for COMMON_TEMPLATES. */
  readonly common: Grid;
}

export function linkingOf(analysis: Analysis, chances: Float32Array): Linking {
  const columns = chanceColumns(chances);
  const [, , , guess = new Int32Array()] = columns;
  const { length } = analysis.grid;
  return { analysis, guess, common: { length, columns: [...analysis.grid.columns, ...columns] } };
}

/** How far from its cue a source or a content is looked for, in tokens. */
const BEFORE = 120;
const AFTER = 240;

/** The tokens in question for the cue at `anchor`, and what the second pass looks at for it. */
export function linkerView({ analysis, guess, common }: Linking, anchor: number): View & Window {
  const first = Math.max(0, anchor - BEFORE);
  const end = Math.min(common.length, anchor + AFTER);
  const window = { first, end };
  const columns = [
    ...common.columns.map((column) => column.subarray(first, end)),
    ...cueColumns(analysis.paragraph, guess, { anchor, window }),
    ...treeColumns(analysis, headOf(analysis.trees, guess, anchor), window),
  ];
  return {
    ...window,
    templates: LINKER_TEMPLATES,
    from: 0,
    grid: { length: end - first, columns },
  };
}

/** The token of the cue at `anchor` that governs the others: "vowed" of "has vowed". */
function headOf({ heads }: Trees, guess: Int32Array, anchor: number): number {
  const inside = 2 + beginOf('cue');
  let end = anchor + 1;
  while (guess[end] === inside) end++;
  let head = anchor;
  for (let up = heads[head] ?? -1; up > anchor && up < end; up = heads[head] ?? -1) head = up;
  return head;
}

/**
 * The least chance of the first pass at which a token is tried as the beginning of a cue: trying those from 0.1 up, a
 * third more, found no more on dev. The judge is trained on all from `DOUBTFUL` up.
 */
const POSSIBLE = 0.25;
export const DOUBTFUL = 0.1;

/** A paragraph after the first pass. */
export interface Tagged {
  readonly analysis: Analysis;
  /** The first pass's chance of every label at every token. */
  readonly chances: Float32Array;
}

/**
 * Every labelling worth judging, paragraph by paragraph: one for each token at which a cue may begin, if it has a cue
 * and a content.
 */
export function candidatesOf(
  paragraphs: readonly Tagged[],
  linker: ChainModel,
  least = POSSIBLE,
): Candidate[][] {
  const trials = trialsOf(paragraphs, linker.weights, least);
  const own = scoreGrids(
    trials.map(({ view }) => view.grid),
    LINKER_TEMPLATES,
    linker.weights,
  );
  const steps = factors(linker.steps);
  const found = paragraphs.map((): Candidate[] => []);
  for (const [index, { paragraph, anchor, view, common }] of trials.entries()) {
    const scores = (own[index] as Float32Array).map((score, at) => score + (common[at] as number));
    const nats = inNats(scores, linker.weights);
    const path = completeLabelling(nats, view.grid.length, linker.steps);
    if (!path.includes(beginOf('cue')) || !path.includes(beginOf('content'))) continue;
    found[paragraph]?.push({
      anchor,
      first: view.first,
      chance: paragraphs[paragraph]?.chances[anchor * LABELS.length + beginOf('cue')] ?? 0,
      path,
      chances: marginals(nats, view.grid.length, steps).chances,
    });
  }
  return found;
}

/** A token at which a cue may begin, and what the second pass looks at there. */
interface Trial {
  /** Index of the paragraph. */
  readonly paragraph: number;
  readonly anchor: number;
  readonly view: View & Window;
  /** Scores of COMMON_TEMPLATES, in units of the weights. */
  readonly common: Float32Array;
}

function trialsOf(paragraphs: readonly Tagged[], weights: Weights, least: number): Trial[] {
  const tried = paragraphs
    .map(({ analysis, chances }, paragraph) => ({
      paragraph,
      anchors: anchorsOf(chances, least),
      linking: linkingOf(analysis, chances),
    }))
    .filter(({ anchors }) => anchors.length > 0);
  const common = scoreGrids(
    tried.map(({ linking }) => linking.common),
    COMMON_TEMPLATES,
    weights,
  );
  return tried.flatMap(({ paragraph, anchors, linking }, index) =>
    anchors.map((anchor) => {
      const view = linkerView(linking, anchor);
      const [from, to] = [view.first * weights.labels, view.end * weights.labels];
      return {
        paragraph,
        anchor,
        view,
        common: (common[index] as Float32Array).subarray(from, to),
      };
    }),
  );
}

/** Bit 1 for a source, bit 2 for a content. */
const MARKS = Uint8Array.from(LABELS, (label) =>
  label === 'B-source' ? 1 : label === 'B-content' ? 2 : 0,
);

/** How much likelier, in nats, a labelling without source has to be than the best one with a source. */
const RELUCTANCE = 2;

/** The best labelling with a content, which every attribution has, and with a source unless that is far-fetched. */
function completeLabelling(scores: Float32Array, length: number, steps: Transitions): Uint8Array {
  const [, , bare, full] = bestByMarks(scores, length, steps, MARKS);
  if (bare === undefined || full === undefined) return new Uint8Array(length);
  return (bare.score > full.score + RELUCTANCE ? bare : full).path;
}

function anchorsOf(chances: Float32Array, least: number): number[] {
  const found: number[] = [];
  for (let at = beginOf('cue'); at < chances.length; at += LABELS.length) {
    if ((chances[at] as number) >= least) found.push((at - beginOf('cue')) / LABELS.length);
  }
  return found;
}

/** The chance that each candidate of a paragraph is an attribution. */
export function acceptances(
  analysis: Analysis,
  candidates: readonly Candidate[],
  { weights }: ChainModel,
): number[] {
  const grids = candidates.map((candidate) => acceptGrid(analysis, candidate));
  return scoreGrids(grids, ACCEPT_TEMPLATES, weights).map((scores) => {
    const [no = 0, yes = 0] = inNats(scores, weights);
    return 1 / (1 + Math.exp(no - yes));
  });
}
