import type { Analysis } from './analysis.ts';
import { compileTemplates, type Grid } from './grid.ts';
import { hashText } from './hash.ts';
import { beginOf, LABELS, type Role, rangesOf } from './roles.ts';
import { SYNTAX_COLUMNS } from './syntax-columns.ts';
import { WORD_COLUMNS } from './word-columns.ts';

/** A labelling for one cue, and how sure the two passes were of it. */
export interface Candidate {
  /** The token at which the first pass sees a cue begin. */
  readonly anchor: number;
  /** Labels of the tokens from `first` on. */
  readonly first: number;
  readonly path: Uint8Array;
  /** The first pass's chance that a cue begins at the anchor. */
  readonly chance: number;
  /** The second pass's chance of every label at every token of `path`. */
  readonly chances: Float32Array;
}

const COLUMNS = [
  'chance',
  'cueChance',
  'sourceChance',
  'contentChance',
  'word',
  'cluster',
  'kin',
  'tag',
  'relation',
  'children',
  'cueLength',
  'cueEnd',
  'order',
  'sourceLength',
  'sourceWord',
  'sourceKin',
  'sourceTag',
  'contentLength',
  'contentWord',
  'contentTag',
  'contentQuote',
  'segments',
  'headline',
  'anchorQuote',
  'before',
  'after',
];

/** Token ranges of a role in the paragraph. */
export const spansOf = ({ path, first }: Candidate, role: Role): [number, number][] =>
  rangesOf(path, role).map(([from, end]) => [from + first, end + first]);

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
  `,
  COLUMNS,
);

const EDGES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.96, 0.99];
const step = (chance: number): number => 1 + EDGES.filter((edge) => chance >= edge).length;

const SIZES = [1, 2, 3, 4, 6, 9, 14, 20, 30, 50];
const size = (tokens: number): number => 1 + SIZES.filter((least) => tokens >= least).length;

const column = (name: string): number =>
  WORD_COLUMNS.length + (SYNTAX_COLUMNS as readonly string[]).indexOf(name);
const [TAG, RELATION, CHILDREN] = ['tag', 'relation', 'children'].map(column) as [
  number,
  number,
  number,
];

/** The columns over which ACCEPT_TEMPLATES run: one token that stands for the whole candidate. */
export function acceptGrid({ paragraph, grid }: Analysis, candidate: Candidate): Grid {
  const { path, anchor } = candidate;
  const of = (role: Role) => spansOf(candidate, role);
  const { lexemes, quotes, headline } = paragraph;
  const cue = of('cue');
  const source = of('source');
  const content = of('content');
  const [cueFirst, cueEnd] = cue[0] ?? [anchor, anchor + 1];
  const [sourceFirst, sourceEnd] = source[0] ?? [-1, -1];
  const [contentFirst] = content[0] ?? [-1];
  const at = (name: number, token: number) => grid.columns[name]?.[token] || 5;
  const word = (token: number) => lexemes[token]?.word ?? 7;
  const values = [
    step(candidate.chance),
    step(confidence(candidate, 'cue')),
    step(confidence(candidate, 'source')),
    step(confidence(candidate, 'content')),
    word(anchor),
    lexemes[anchor]?.cluster ?? 0,
    lexemes[anchor]?.kin ?? 0,
    at(TAG, anchor),
    at(RELATION, anchor),
    at(CHILDREN, anchor),
    size(cueEnd - cueFirst),
    word(cueEnd - 1),
    orderOf(path),
    size(total(source)),
    word(sourceFirst),
    lexemes[sourceEnd - 1]?.kin ?? 7,
    at(TAG, sourceEnd - 1),
    size(total(content)),
    word(contentFirst),
    at(TAG, contentFirst),
    contentQuote(content, quotes.state),
    1 + Math.min(3, content.length),
    headline ? 2 : 1,
    quotes.state[anchor] ?? 1,
    word(cueFirst - 1),
    word(cueEnd),
  ];
  return { length: 1, columns: values.map((value) => Int32Array.of(value)) };
}

type Ranges = readonly (readonly [number, number])[];

const total = (ranges: Ranges): number =>
  ranges.reduce((sum, [first, end]) => sum + end - first, 0);

/** The least chance among the first and last tokens of a role; 1 where the role is empty. */
function confidence({ path, chances }: Candidate, role: Role): number {
  const begin = beginOf(role);
  const sure = (token: number) =>
    (chances[token * LABELS.length + begin] ?? 0) +
    (chances[token * LABELS.length + begin + 1] ?? 0);
  const edges = rangesOf(path, role).flatMap(([first, end]) => [
    chances[first * LABELS.length + begin] ?? 0,
    sure(end - 1) * (1 - sure(end)),
  ]);
  return Math.min(1, ...edges);
}

/** The roles in the order in which they begin, such as "source, cue, content". */
function orderOf(path: Uint8Array): number {
  const begins = path.filter((label) => label % 2 === 1);
  return hashText(begins.subarray(0, 5).join(' '));
}

/** 1 plus: has a quotation mark, begins with one, ends with one. */
function contentQuote(content: Ranges, state: Int32Array): number {
  const marked = content.some(([first, end]) =>
    state.subarray(first, end).some((at) => at % 2 === 0),
  );
  const [first, end] = [content[0]?.[0] ?? -1, content.at(-1)?.[1] ?? 0];
  const last = [end - 1, end - 2].some((token) => state[token] === 4);
  return 1 + Number(marked) + 2 * Number(state[first] === 2) + 4 * Number(last);
}
