import type { Analysis, Trees } from './analysis.ts';
import { factors, type Labelling, marginals } from './chain.ts';
import { choose } from './chooser.ts';
import { chanceColumns, cueColumns, type Window } from './cue-columns.ts';
import type { Grid, View } from './grid.ts';
import { COMMON_TEMPLATES, LINKER_TEMPLATES } from './linker.ts';
import type { Linking } from './linking.ts';
import type { ChainModel, Model } from './model.ts';
import type { Candidate, Readings } from './reading-view.ts';
import { bestLabellings } from './readings.ts';
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
 * The least chance of the first pass at which a token is tried as the beginning of a cue. On training articles that no
 * model had seen, 0.25 lost a tenth of a point of exact content, 0.15 won another and lost as much of the sources. What
 * judges is trained on all from `DOUBTFUL` up.
 */
const POSSIBLE = 0.2;
export const DOUBTFUL = 0.1;

/** A paragraph after the first pass. */
export interface Tagged {
  readonly analysis: Analysis;
  /** The first pass's chance of every label at every token. */
  readonly chances: Float32Array;
}

/** What is worth judging, paragraph by paragraph: the best reading for each token at which a cue may begin. */
export function candidatesOf(
  paragraphs: readonly Tagged[],
  { linker, chooser }: Pick<Model, 'linker' | 'chooser'>,
): Candidate[][] {
  const readings = readingsOf(paragraphs, linker);
  const chosen = choose(readings.flat(), chooser);
  let taken = 0;
  return readings.map(({ length }) => {
    taken += length;
    return chosen.slice(taken - length, taken);
  });
}

/** How many of the second pass's best labellings are looked at for each cue, and by how many nats they may be behind. */
const MOST = 8;
const BEHIND = 4;

/** For each paragraph, and each token at which a cue may begin, the best labellings with a cue and a content, if any. */
export function readingsOf(
  paragraphs: readonly Tagged[],
  linker: ChainModel,
  least = POSSIBLE,
): Readings[][] {
  const trials = trialsOf(paragraphs, linker.weights, least);
  const own = scoreGrids(
    trials.map(({ view }) => view.grid),
    LINKER_TEMPLATES,
    linker.weights,
  );
  const steps = factors(linker.steps);
  const found = paragraphs.map((): Readings[] => []);
  for (const [index, { paragraph, linking, anchor, view, common }] of trials.entries()) {
    const scores = inNats(added(own[index] as Float32Array, common), linker.weights);
    const { length } = view.grid;
    const { chances } = marginals(scores, length, steps);
    const labellings = bestLabellings({ scores, chances }, length, linker.steps, MOST);
    const list = labellings.filter(isComplete).filter(isNearFirst);
    if (list.length === 0) continue;
    const chance = paragraphs[paragraph]?.chances[anchor * LABELS.length + beginOf('cue')] ?? 0;
    found[paragraph]?.push({ linking, anchor, chance, first: view.first, list, chances });
  }
  return found;
}

/** `scores`, to which `others` are added. */
function added(scores: Float32Array, others: Float32Array): Float32Array {
  for (let at = 0; at < scores.length; at++) {
    scores[at] = (scores[at] as number) + (others[at] as number);
  }
  return scores;
}

const isComplete = ({ path }: Labelling): boolean =>
  path.includes(beginOf('cue')) && path.includes(beginOf('content'));

/** A token at which a cue may begin, and what the second pass looks at there. */
interface Trial {
  /** Index of the paragraph. */
  readonly paragraph: number;
  readonly linking: Linking;
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
        linking,
        anchor,
        view,
        common: (common[index] as Float32Array).subarray(from, to),
      };
    }),
  );
}

const isNearFirst = ({ score }: Labelling, _: number, [first]: readonly Labelling[]): boolean =>
  score >= (first?.score ?? 0) - BEHIND;

function anchorsOf(chances: Float32Array, least: number): number[] {
  const found: number[] = [];
  for (let at = beginOf('cue'); at < chances.length; at += LABELS.length) {
    if ((chances[at] as number) >= least) found.push((at - beginOf('cue')) / LABELS.length);
  }
  return found;
}
