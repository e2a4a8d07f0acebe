import { compileTemplates } from './grid.ts';
import type { ChainModel } from './model.ts';
import { READING_COLUMNS, readingGrid } from './reading-columns.ts';
import { type Candidate, type Readings, type ReadingView, readingViews } from './reading-view.ts';
import { sameSpans } from './rivals.ts';
import { inNats, scoreGrids } from './weights.ts';

/** What tells the right reading of a cue's surroundings from the others. */
export const CHOICE_TEMPLATES = compileTemplates(
  `
  rank
  gap
  rank gap
  order
  order anchor
  order anchorKin
  order gap
  startWord
  startWord anchor
  startWord anchorKin
  startWord startAway
  startTag
  startTag anchor
  startTag anchorKin
  startTag beforeStartTag
  startWord beforeStart
  startWord beforeStartTag
  startTag beforeStart
  startRelation startTag
  startRelation startAway
  startRelation anchor
  startQuote beforeStartQuote
  startQuote startAway
  startQuote startPlace
  startQuote startWord
  startQuote beforeStart
  startEdge
  startEdge startAway
  beforeStart
  beforeStart startAway
  beforeStart startPlace
  startPlace startAway
  startPlace startTag
  startAway order
  startAway anchor
  startChance
  startChance gap
  endWord
  endWord next
  endWord nextTag
  endTag nextTag
  endTag next
  endTag next then
  endQuote nextQuote
  endQuote next
  endQuote nextQuote endWord
  endQuote nextQuote startQuote
  endQuote nextQuote startQuote next
  endEdge
  endEdge nextTag
  endEdge next
  endPlace
  endPlace order
  endPlace next
  endPlace endQuote startQuote
  endPlace cues
  endPlace cut
  endChance
  endChance gap
  next
  next then
  next thenTag
  next thenRelation thenSide
  next thenRelation thenHeadTag
  nextTag thenTag thenSide
  then
  then thenSide
  then endPlace
  then anchor
  then anchorKin
  then startTag
  then startQuote nextQuote
  then thenHead
  then thenHeadTag thenSide
  thenRelation thenSide
  thenRelation thenSide anchor
  thenRelation thenSide anchorKin
  thenRelation thenSide startTag
  thenRelation thenSide length
  thenRelation thenSide left
  thenSide left
  thenTag thenSide
  left
  left length
  endGuess nextGuess
  endGuess nextGuess thenGuess
  nextGuess thenGuess thenSide
  thenGuess then
  thenGuess thenRelation
  thenGuess cues
  startGuess beforeStartGuess
  startGuess startTag
  thenKin thenSide
  tailWord
  tailWord tailAfter
  tailWord tailRelation
  tailWord tailAfter endPlace
  tailWord anchorKin
  tailTag tailAfter
  tailTag tailAfter endPlace
  tailTag tailAfter anchorKin
  tailRelation tailAfter
  tailRelation tailAfter tailLength
  tailRelation tailAfter anchor
  tailRelation tailAfter anchorKin
  tailRelation tailAfter endPlace
  tailRelation tailAfter tailHeadTag
  tailRelation tailAfter nextGuess
  tailRelation tailAfter startTag
  tailRelation thenRelation next
  segments
  segments order
  segments startQuote
  segments anchor
  length
  length order
  length anchor
  length anchorKin
  length startTag
  length endPlace
  length cut
  cut
  cut next
  cut cutRelation
  cut cutRelation next
  cut cutRelation anchorKin
  cut loose
  loose
  loose length
  loose subtree
  top topRelation
  topRelation topSide
  topRelation topSide subtree
  topRelation topSide anchor
  topRelation topSide anchorKin
  topSide subtree
  topSide subtree cut
  top startTag
  subtree
  subtree cut
  subtree startTag
  subtree next
  marks
  marks startQuote endQuote
  marks segments
  marks endPlace
  marks nextQuote
  cues
  cues length
  cues then
  commas
  commas length
  gapLength
  gapLength resumedQuote brokenQuote
  gapFirst
  gapLast
  gapFirst gapLast
  gapLast resumed
  gapLast resumedQuote
  resumed
  resumed resumedQuote
  brokenQuote resumedQuote
  brokenQuote resumedQuote gapLast
  cueLength
  cueLength anchor
  cueLength anchorKin
  cueLast
  cueLast anchor
  cueLast afterCue
  cueLast afterCueTag
  cueLast startAway
  cueLastTag
  cueLastTag afterCueTag
  cueLastTag afterCue
  cueLastTag startAway
  afterCue
  afterCue anchor
  afterCue anchorKin
  afterCueTag anchor
  beforeCue
  beforeCue anchorTag
  beforeCue cueLength
  sourceLength
  sourceLength order
  sourceLength sourceAway
  sourceFirst
  sourceFirst beforeSource
  sourceFirst sourceFirstTag sourceAway
  sourceFirstTag
  sourceFirstTag sourceLastTag
  sourceLast
  sourceLast afterSource
  sourceLastTag
  sourceLastTag afterSourceTag
  sourceLastTag afterSource
  beforeSource
  beforeSource sourceFirstTag
  beforeSource sourceAway
  afterSource
  afterSource sourceAway
  afterSource sourceCut
  afterSource sourceCommas
  afterSource sourceCutRelation
  afterSourceTag sourceAway
  sourceAway
  sourceAway order
  sourceAway anchor
  sourceCut
  sourceCut sourceCutRelation
  sourceCut sourceCutRelation afterSourceTag
  sourceLoose
  sourceLoose sourceLength
  sourceTop
  sourceTop sourceTopSide
  sourceTop sourceTopSide anchorTag
  sourceTopSide
  sourceCommas
  sourceCommas sourceLength
  sourceCommas sourceAway
  sourceChance
  sourceChance gap
  sources
  sources order
  headline order
  headline startPlace
  headline endPlace
  `,
  READING_COLUMNS,
  30_000,
);

/** The likeliest reading of each cue. */
export function choose(cues: readonly Readings[], { weights }: ChainModel): Candidate[] {
  const views = cues.map(readingViews);
  const open = views.filter(({ length }) => length > 1).flat();
  const [scores = ONLY] = scoreGrids([readingGrid(open)], CHOICE_TEMPLATES, weights);
  const nats = inNats(scores, weights);
  let scored = 0;
  return views.map((own, index) => {
    if (own.length > 1) scored += own.length;
    const { chance } = cues[index] as Readings;
    return {
      ...bestOf(own, own.length > 1 ? nats.subarray(scored - own.length, scored) : ONLY),
      chance,
    };
  });
}

const ONLY = new Float32Array(1);

/** The reading with the greatest score, with its share of all as chances and that of all with its content. */
function bestOf(views: readonly ReadingView[], scores: Float32Array): Omit<Candidate, 'chance'> {
  const top = Math.max(...scores);
  const best = views[scores.indexOf(top)] as ReadingView;
  let sum = 0;
  let agreed = 0;
  for (const [index, view] of views.entries()) {
    const share = Math.exp((scores[index] as number) - top);
    sum += share;
    if (sameSpans(view.content, best.content)) agreed += share;
  }
  return { ...best, chosen: 1 / sum, agreed: agreed / sum };
}
