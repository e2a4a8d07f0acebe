import type { ReadingView } from './reading-view.ts';
import { beginOf } from './roles.ts';
import type { Range } from './span-facts.ts';
import { awayOf, fewOf, likelyOf, sizeOf } from './steps.ts';

/** Of the first token of the content, and the one before it. */
export const START_COLUMNS = [
  'startWord',
  'startTag',
  'startRelation',
  'startQuote',
  'startEdge',
  'beforeStart',
  'beforeStartTag',
  'beforeStartQuote',
  'startPlace',
  'startAway',
  'startChance',
  'startGuess',
  'beforeStartGuess',
] as const;

export function startColumns({ facts, anchor, cue, content, chanceOf }: ReadingView): number[] {
  const [[start] = [-1, 0]] = content;
  const [[cueFirst, cueEnd] = [anchor, anchor + 1]] = cue;
  const place = start - facts.sentenceStart(start);
  return [
    facts.word(start),
    facts.tag(start),
    facts.relation(start),
    facts.quote(start),
    facts.argumentEdge(start),
    facts.word(start - 1),
    facts.tag(start - 1),
    facts.quote(start - 1),
    place < 2 ? 2 + place : 1,
    awayOf(start - (start > anchor ? cueEnd : cueFirst)),
    likelyOf(chanceOf(start, beginOf('content'))),
    facts.guess(start),
    facts.guess(start - 1),
  ];
}

/** Of the last token of the content, the two after it, and the first after it that is no punctuation ("then"). */
export const END_COLUMNS = [
  'endWord',
  'endTag',
  'endQuote',
  'endEdge',
  'endPlace',
  'endChance',
  'next',
  'nextTag',
  'nextQuote',
  'then',
  'thenTag',
  'thenRelation',
  'thenHead',
  'thenHeadTag',
  'thenSide',
  'left',
  'endGuess',
  'nextGuess',
  'thenGuess',
  'thenKin',
] as const;

/** Stands for a word that is not there. */
const NONE = 3;

export function endColumns({ facts, content, chanceOf, sideOf }: ReadingView): number[] {
  const [, end] = lastOf(content);
  const sentenceEnd = facts.sentenceEnd(end - 1);
  let then = end;
  while (then < end + 3 && then < sentenceEnd && facts.isMark(then)) then++;
  const over = then >= sentenceEnd;
  const head = facts.head(then);
  const inside = beginOf('content') + 1;
  const ends = chanceOf(end - 1, inside - 1) + chanceOf(end - 1, inside);
  return [
    facts.word(end - 1),
    facts.tag(end - 1),
    facts.quote(end - 1),
    facts.clauseEdge(end - 1),
    1 + Number(end + 1 >= sentenceEnd) + Number(end >= sentenceEnd),
    likelyOf(ends * (1 - chanceOf(end, inside))),
    facts.word(end),
    facts.tag(end),
    facts.quote(end),
    facts.word(then),
    facts.tag(then),
    facts.relation(then),
    over ? NONE : facts.word(head),
    over ? NONE : facts.tag(head),
    over ? NONE : sideOf(head, then),
    sizeOf(sentenceEnd - end),
    facts.guess(end - 1),
    facts.guess(end),
    facts.guess(then),
    facts.kin(then),
  ];
}

/** Of the widest phrase that ends with the content and does not begin it: what a shorter content would leave out. */
export const TAIL_COLUMNS = [
  'tailWord',
  'tailTag',
  'tailRelation',
  'tailLength',
  'tailAfter',
  'tailHeadTag',
] as const;

export function tailColumns({ facts, linking, content }: ReadingView): number[] {
  const [start, end] = lastOf(content);
  const { firsts, lasts } = linking.analysis.trees;
  const widens = (token: number) =>
    lasts[token] === end - 1 && (firsts[token] ?? 0) > start && token > start;
  let tail = end - 1;
  while (facts.isMark(tail) && tail > start) tail--;
  for (let up = facts.head(tail); widens(up); up = facts.head(up)) tail = up;
  const first = firsts[tail] ?? tail;
  if (first <= start) return TAIL_COLUMNS.map(() => NONE);
  const before = facts.isComma(first - 1) ? 2 : facts.isMark(first - 1) ? 3 : 1;
  return [
    facts.word(first),
    facts.tag(first),
    facts.relation(tail),
    sizeOf(end - first),
    before,
    facts.tag(facts.head(tail)),
  ];
}

const lastOf = (content: readonly Range[]): Range => content.at(-1) ?? [0, 0];

/** Of the content as a whole, and of how the tree lies across its last segment. */
export const WHOLE_COLUMNS = [
  'segments',
  'length',
  'cut',
  'cutRelation',
  'loose',
  'top',
  'topRelation',
  'topSide',
  'subtree',
  'marks',
  'cues',
  'commas',
] as const;

export function wholeColumns(view: ReadingView): number[] {
  const { facts, linking, content, anchor, sideOf } = view;
  const last = lastOf(content);
  const { top, loose, cut, cutAt } = view.spanFactsOf(last);
  const { firsts, lasts } = linking.analysis.trees;
  const subtree = Number(firsts[top] === last[0]) + 2 * Number((lasts[top] ?? 0) + 1 === last[1]);
  const inside = (counts: (token: number) => boolean) =>
    content.reduce((sum, range) => sum + countIn(range, counts), 0);
  const opened = inside((token) => facts.quote(token) === 2);
  const closed = inside((token) => facts.quote(token) === 4);
  const depth = Math.max(-3, Math.min(3, opened - closed));
  return [
    fewOf(content.length),
    sizeOf(inside(() => true)),
    fewOf(cut),
    cutAt < 0 ? NONE : facts.relation(cutAt),
    fewOf(loose),
    top < 0 ? NONE : facts.tag(top),
    top < 0 ? NONE : facts.relation(top),
    top < 0 ? NONE : sideOf(facts.head(top), top),
    top < 0 ? 9 : 1 + subtree,
    4 + depth + 8 * Math.min(5, opened + closed),
    fewOf(inside((token) => linking.guess[token] === 1 + beginOf('cue') && token !== anchor)),
    fewOf(inside(facts.isComma)),
  ];
}

export function countIn([first, end]: Range, counts: (token: number) => boolean): number {
  let count = 0;
  for (let token = first; token < end; token++) count += Number(counts(token));
  return count;
}

/** Of what lies between the first two segments of the content; 0 where there is but one. */
export const BREAK_COLUMNS = [
  'gapLength',
  'gapFirst',
  'gapLast',
  'resumed',
  'resumedQuote',
  'brokenQuote',
] as const;

export function breakColumns({ facts, content }: ReadingView): number[] {
  const [[, end] = [0, 0], second] = content;
  if (!second) return BREAK_COLUMNS.map(() => 0);
  const [start] = second;
  return [
    sizeOf(start - end),
    facts.word(end),
    facts.word(start - 1),
    facts.word(start),
    facts.quote(start),
    facts.quote(end - 1),
  ];
}
