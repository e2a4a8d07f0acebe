import { countIn } from './content-columns.ts';
import type { ReadingView } from './reading-view.ts';
import { beginOf } from './roles.ts';
import { awayOf, fewOf, likelyOf, sizeOf } from './steps.ts';

/** Of the cue and the words beside it. */
export const CUE_SPAN_COLUMNS = [
  'cueLength',
  'cueLast',
  'cueLastTag',
  'afterCue',
  'afterCueTag',
  'beforeCue',
] as const;

export function cueSpanColumns({ facts, anchor, cue }: ReadingView): number[] {
  const [[first, end] = [anchor, anchor + 1]] = cue;
  return [
    sizeOf(end - first),
    facts.word(end - 1),
    facts.tag(end - 1),
    facts.word(end),
    facts.tag(end),
    facts.word(first - 1),
  ];
}

/** Of the first segment of the source, the words beside it, and how the tree lies across it. */
export const SOURCE_COLUMNS = [
  'sources',
  'sourceLength',
  'sourceFirst',
  'sourceFirstTag',
  'sourceLast',
  'sourceLastTag',
  'beforeSource',
  'afterSource',
  'afterSourceTag',
  'sourceAway',
  'sourceCut',
  'sourceCutRelation',
  'sourceLoose',
  'sourceTop',
  'sourceTopSide',
  'sourceCommas',
  'sourceChance',
] as const;

/** Stands for what a reading without source has not. */
const NONE = 3;

export function sourceColumns(view: ReadingView): number[] {
  const { facts, anchor, cue, source, chanceOf, sideOf } = view;
  const [range] = source;
  if (!range) return SOURCE_COLUMNS.map((_, index) => (index < 2 ? 1 : NONE));
  const [first, end] = range;
  const [[cueFirst, cueEnd] = [anchor, anchor + 1]] = cue;
  const { top, loose, cut, cutAt } = view.spanFactsOf(range);
  return [
    fewOf(source.length),
    sizeOf(end - first),
    facts.word(first),
    facts.tag(first),
    facts.word(end - 1),
    facts.tag(end - 1),
    facts.word(first - 1),
    facts.word(end),
    facts.tag(end),
    awayOf(first > anchor ? first - cueEnd : end - cueFirst),
    fewOf(cut),
    cutAt < 0 ? NONE : facts.relation(cutAt),
    fewOf(loose),
    top < 0 ? NONE : facts.relation(top),
    top < 0 ? NONE : sideOf(facts.head(top), top),
    fewOf(countIn(range, facts.isComma)),
    likelyOf(chanceOf(first, beginOf('source'))),
  ];
}
