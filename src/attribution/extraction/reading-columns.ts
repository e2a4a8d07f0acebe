import {
  BREAK_COLUMNS,
  breakColumns,
  END_COLUMNS,
  endColumns,
  START_COLUMNS,
  startColumns,
  TAIL_COLUMNS,
  tailColumns,
  WHOLE_COLUMNS,
  wholeColumns,
} from './content-columns.ts';
import { type Grid, gridOfRows } from './grid.ts';
import type { ReadingView } from './reading-view.ts';
import { orderOf } from './roles.ts';
import {
  CUE_SPAN_COLUMNS,
  cueSpanColumns,
  SOURCE_COLUMNS,
  sourceColumns,
} from './source-columns.ts';
import { stepOf } from './steps.ts';

/** What a reading is judged by. */
export const READING_COLUMNS = [
  'rank',
  'gap',
  'order',
  'anchor',
  'anchorKin',
  'anchorTag',
  'headline',
  ...START_COLUMNS,
  ...END_COLUMNS,
  ...TAIL_COLUMNS,
  ...WHOLE_COLUMNS,
  ...BREAK_COLUMNS,
  ...CUE_SPAN_COLUMNS,
  ...SOURCE_COLUMNS,
] as const;

/** READING_COLUMNS of readings: one token for each. */
export const readingGrid = (views: readonly ReadingView[]): Grid =>
  gridOfRows(views.map(rowOf), READING_COLUMNS.length);

/** Edges of the gap to the best reading, in nats. */
const GAPS = [0.01, 0.3, 0.7, 1.2, 1.8, 2.5, 3.5, 5];

function rowOf(view: ReadingView): number[] {
  const { facts, anchor, rank, gap, path, linking } = view;
  return [
    rank + 1,
    stepOf(GAPS, gap),
    orderOf(path, 6),
    facts.word(anchor),
    facts.kin(anchor),
    facts.tag(anchor),
    linking.analysis.paragraph.headline ? 2 : 1,
    ...startColumns(view),
    ...endColumns(view),
    ...tailColumns(view),
    ...wholeColumns(view),
    ...breakColumns(view),
    ...cueSpanColumns(view),
    ...sourceColumns(view),
  ];
}
