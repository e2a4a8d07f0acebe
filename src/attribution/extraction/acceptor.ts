import { CANDIDATE_COLUMNS, candidateColumns } from './candidate-columns.ts';
import { compileTemplates, type Grid, gridOfRows } from './grid.ts';
import type { ChainModel } from './model.ts';
import type { Candidate } from './reading-view.ts';
import type { Judged } from './rivals.ts';
import { inNats, scoreGrids } from './weights.ts';

/** What tells an attribution from a mere look-alike, once its spans are found. */
export const ACCEPT_TEMPLATES = compileTemplates(
  `
  chance
  cueChance
  sourceChance
  contentChance
  chance contentChance
  chance sourceChance
  chance cueChance
  contentChance sourceChance
  chance contentChance sourceChance
  word
  cluster
  kin
  tag
  word tag
  relation
  children
  cluster children
  word chance
  cluster chance
  kin chance
  tag chance
  cueLength
  cueLength cueEnd
  order
  order chance
  order word
  order kin
  sourceLength
  sourceLength chance
  sourceWord
  sourceKin
  sourceTag
  sourceWord word
  sourceTag word
  contentLength
  contentLength chance
  contentLength word
  contentWord
  contentWord word
  contentWord chance
  contentTag
  contentTag word
  contentTag chance
  contentQuote
  contentQuote chance
  contentQuote word
  segments
  segments chance
  headline
  headline chance
  anchorQuote
  anchorQuote chance
  before
  after
  before word
  after word
  chosen
  chosen chance
  chosen contentChance
  chosen word
  chosen kin
  headWord
  headCluster
  headKin
  headTag
  headSuffix
  headWord headTag
  headWord headChildren
  headCluster headTag
  headCluster headChildren
  headKin headChildren
  headWord chance
  headCluster chance
  headKin chance
  headWord contentTag
  headWord contentHeadTag contentLink
  headCluster contentTag
  headCluster contentHeadTag contentLink
  headKin contentTag
  headKin contentHeadTag contentLink
  headWord contentWord
  headCluster contentWord
  headKin contentWord
  headWord sourceHeadKin
  headCluster sourceHeadKin
  headKin sourceHeadKin
  headWord sourceHeadCluster
  headCluster sourceTag
  headWord contentHeadKin
  headCluster contentHeadKin
  headKin contentHeadKin
  headWord contentEnd
  headWord sourceLink
  headTag sourceLink contentLink
  headKin sourceLink
  headRelation headTag
  headRelation headTag chance
  headRelation headKin
  headRelation headWord
  sourceHead
  sourceHeadKin
  sourceHeadCluster
  sourceHeadCluster chance
  sourceHeadKin chance
  sourceLink
  sourceLink order
  sourceLink chance
  contentHead
  contentHead headKin
  contentHeadTag
  contentHeadTag chance
  contentLink
  contentLink order
  contentLink chance
  contentLink sourceLink order
  contentEnd
  contentEnd contentLength
  contentCut
  contentCut contentLink
  contentGap
  contentGap order
  contentGap headTag
  sourceGap
  sourceGap order
  sourceGap headTag
  beforeTag headTag
  afterTag headTag
  beforeTag headTag afterTag
  afterTag headWord
  cueLength headWord
  cueLength headKin
  cueLength chance chosen
  headline headWord
  headline order
  headline headTag
  `,
  CANDIDATE_COLUMNS,
  60_000,
);

/** The columns over which ACCEPT_TEMPLATES run: one token for each whole candidate. */
export const acceptGrid = (candidates: readonly Candidate[]): Grid =>
  gridOfRows(candidates.map(candidateColumns), CANDIDATE_COLUMNS.length);

/** The candidates of each paragraph, each with its chance to be an attribution. */
export function judge(
  paragraphs: readonly (readonly Candidate[])[],
  { weights }: ChainModel,
): Judged[][] {
  const grid = acceptGrid(paragraphs.flat());
  const [scores = new Float32Array()] = scoreGrids([grid], ACCEPT_TEMPLATES, weights);
  const nats = inNats(scores, weights);
  let at = 0;
  return paragraphs.map((own) =>
    own.map((candidate) => {
      const [no, yes] = [nats[at++] as number, nats[at++] as number];
      return { ...candidate, accepted: 1 / (1 + Math.exp(no - yes)) };
    }),
  );
}
