import { countIn } from './content-columns.ts';
import type { Candidate } from './reading-view.ts';
import { beginOf, orderOf, type Role } from './roles.ts';
import type { Range } from './span-facts.ts';
import { awayOf, fewOf, sizeOf, stepOf } from './steps.ts';

/** How sure the passes were. */
const CHANCE_COLUMNS = ['chance', 'cueChance', 'sourceChance', 'contentChance', 'chosen'] as const;

const EDGES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.96, 0.99];
const stepped = (chance: number): number => stepOf(EDGES, chance);

const chanceColumns = (candidate: Candidate): number[] => [
  stepped(candidate.chance),
  stepped(confidence(candidate, 'cue')),
  stepped(confidence(candidate, 'source')),
  stepped(confidence(candidate, 'content')),
  stepped(candidate.chosen),
];

/** The least chance among the first and last tokens of a role; 1 where the role is empty. */
function confidence(candidate: Candidate, role: Role): number {
  const begin = beginOf(role);
  const { chanceOf } = candidate;
  const sure = (token: number) => chanceOf(token, begin) + chanceOf(token, begin + 1);
  const edges = candidate[role].flatMap(([first, end]) => [
    chanceOf(first, begin),
    sure(end - 1) * (1 - sure(end)),
  ]);
  return Math.min(1, ...edges);
}

/** Of the token at which the cue begins, of its head word, and of the words beside it. */
const CUE_COLUMNS = [
  'word',
  'cluster',
  'kin',
  'tag',
  'relation',
  'children',
  'anchorQuote',
  'headline',
  'cueLength',
  'cueEnd',
  'before',
  'beforeTag',
  'after',
  'afterTag',
  'headWord',
  'headCluster',
  'headKin',
  'headTag',
  'headRelation',
  'headChildren',
  'headSuffix',
  'order',
] as const;

const cueOf = ({ cue, anchor }: Candidate): Range => cue[0] ?? [anchor, anchor + 1];

/** The token of the cue that governs the others: "vowed" of "has vowed". */
function headOf(candidate: Candidate): number {
  const { top } = candidate.spanFactsOf(cueOf(candidate));
  return top < 0 ? candidate.anchor : top;
}

function cueColumns(candidate: Candidate): number[] {
  const { facts, anchor, path, linking } = candidate;
  const [first, end] = cueOf(candidate);
  const head = headOf(candidate);
  return [
    facts.word(anchor),
    facts.cluster(anchor),
    facts.kin(anchor),
    facts.tag(anchor),
    facts.relation(anchor),
    facts.children(anchor),
    facts.quote(anchor),
    linking.analysis.paragraph.headline ? 2 : 1,
    sizeOf(end - first),
    facts.word(end - 1),
    facts.word(first - 1),
    facts.tag(first - 1),
    facts.word(end),
    facts.tag(end),
    facts.word(head),
    facts.cluster(head),
    facts.kin(head),
    facts.tag(head),
    facts.relation(head),
    facts.children(head),
    facts.suffix(head),
    orderOf(path, 5),
  ];
}

/** Of the source, and how its head word hangs on the cue. */
const SOURCE_COLUMNS = [
  'sourceLength',
  'sourceWord',
  'sourceKin',
  'sourceTag',
  'sourceHead',
  'sourceHeadKin',
  'sourceHeadCluster',
  'sourceLink',
  'sourceGap',
] as const;

/** Stands for what is not there. */
const NONE = 3;

const tokensIn = (ranges: readonly Range[]): number =>
  ranges.reduce((sum, range) => sum + countIn(range, () => true), 0);

function sourceColumns(candidate: Candidate): number[] {
  const { facts, source } = candidate;
  const [range] = source;
  if (!range) return SOURCE_COLUMNS.map((_, index) => (index === 0 ? 1 : NONE));
  const [first, end] = range;
  const { top } = candidate.spanFactsOf(range);
  return [
    sizeOf(tokensIn(source)),
    facts.word(first),
    facts.kin(end - 1),
    facts.tag(end - 1),
    top < 0 ? NONE : facts.word(top),
    top < 0 ? NONE : facts.kin(top),
    top < 0 ? NONE : facts.cluster(top),
    linkOf(candidate, top),
    gapOf(candidate, range),
  ];
}

/** How far a span is from the cue. */
function gapOf(candidate: Candidate, [first, end]: Range): number {
  const [cueFirst, cueEnd] = cueOf(candidate);
  return awayOf(first > cueFirst ? first - cueEnd : end - cueFirst);
}

/** How the head of a span hangs: its relation, and whether on the cue, beside it, above it or elsewhere. */
function linkOf(candidate: Candidate, token: number): number {
  if (token < 0) return NONE;
  const { facts } = candidate;
  const [first, end] = cueOf(candidate);
  const governor = facts.head(token);
  const above = facts.head(headOf(candidate));
  const sides = [governor >= first && governor < end, governor === above, token === above];
  return 16 + 4 * facts.relation(token) + (sides.indexOf(true) & 3);
}

/** Of the content, and how its head word hangs on the cue. */
const CONTENT_COLUMNS = [
  'contentLength',
  'contentWord',
  'contentTag',
  'contentQuote',
  'segments',
  'contentHead',
  'contentHeadTag',
  'contentHeadKin',
  'contentLink',
  'contentEnd',
  'contentCut',
  'contentGap',
] as const;

function contentColumns(candidate: Candidate): number[] {
  const { facts, content } = candidate;
  const [range = [0, 0]] = content;
  const last = content.at(-1) ?? range;
  const { top } = candidate.spanFactsOf(range);
  const left = facts.sentenceEnd(last[1] - 1) - last[1];
  return [
    sizeOf(tokensIn(content)),
    facts.word(range[0]),
    facts.tag(range[0]),
    contentQuote(candidate),
    fewOf(content.length),
    top < 0 ? NONE : facts.word(top),
    top < 0 ? NONE : facts.tag(top),
    top < 0 ? NONE : facts.kin(top),
    linkOf(candidate, top),
    1 + Number(left <= 1) + Number(left <= 0),
    fewOf(candidate.spanFactsOf(last).cut),
    gapOf(candidate, range),
  ];
}

/** 1 plus: has a quotation mark, begins with one, ends with one. */
function contentQuote({ facts, content }: Candidate): number {
  const marked = content.some((range) => countIn(range, (at) => facts.quote(at) % 2 === 0) > 0);
  const [first, end] = [content[0]?.[0] ?? -1, content.at(-1)?.[1] ?? 0];
  const last = [end - 1, end - 2].some((token) => facts.quote(token) === 4);
  return 1 + Number(marked) + 2 * Number(facts.quote(first) === 2) + 4 * Number(last);
}

/** What an attribution is judged by. */
export const CANDIDATE_COLUMNS = [
  ...CHANCE_COLUMNS,
  ...CUE_COLUMNS,
  ...SOURCE_COLUMNS,
  ...CONTENT_COLUMNS,
] as const;

export const candidateColumns = (candidate: Candidate): number[] => [
  ...chanceColumns(candidate),
  ...cueColumns(candidate),
  ...sourceColumns(candidate),
  ...contentColumns(candidate),
];
