import type { Analysis, Trees } from './analysis.ts';
import type { Window } from './cue-columns.ts';
import { mix } from './hash.ts';
import { SYNTAX_COLUMNS } from './syntax-columns.ts';
import { WORD_COLUMNS } from './word-columns.ts';

/** How a token hangs in the tree, seen from the head of the cue. */
export const TREE_COLUMNS = [
  'branch',
  'branchEdge',
  'branchDepth',
  'cueWord',
  'cueTag',
  'cueRelation',
  'cueChildren',
] as const;

const TAG = WORD_COLUMNS.length + SYNTAX_COLUMNS.indexOf('tag');
const CHILDREN = WORD_COLUMNS.length + SYNTAX_COLUMNS.indexOf('children');

/** TREE_COLUMNS of the tokens in `window`, for the cue whose head word is the token `cue`. */
export function treeColumns(
  { paragraph, trees, grid }: Analysis,
  cue: number,
  window: Window,
): Int32Array[] {
  const length = window.end - window.first;
  const ups = stepsUp(trees, cue);
  const [branch, edge, depth] = [0, 0, 0].map(() => new Int32Array(length)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const home = paragraph.sentence[cue] ?? 0;
  const start = Math.max(window.first, paragraph.starts[home] ?? 0);
  const end = Math.min(window.end, paragraph.starts[home + 1] ?? 0);
  for (let token = start; token < end; token++) {
    const place = placeOf(trees, token, ups);
    const at = token - window.first;
    branch[at] = branchOf(trees, place, Math.sign(token - cue));
    edge[at] =
      1 +
      Number(trees.firsts[place.child] === token) +
      2 * Number(trees.lasts[place.child] === token);
    depth[at] = 1 + Math.min(3, place.down);
  }
  const all = (value: number) => new Int32Array(length).fill(value);
  const at = (column: number) => grid.columns[column]?.[cue] ?? 0;
  return [
    branch,
    edge,
    depth,
    all(paragraph.lexemes[cue]?.word ?? 7),
    all(at(TAG)),
    all((trees.relations[cue] ?? 0) + 1),
    all(at(CHILDREN)),
  ];
}

interface Place {
  /** Steps from the cue up to the joint, 9 for no joint. */
  readonly up: number;
  /** The child of the joint under which the token hangs; the token itself where it is the joint. */
  readonly child: number;
  /** Steps from the token up to the joint. */
  readonly down: number;
  readonly atJoint: boolean;
}

function branchOf({ relations }: Trees, { up, child, atJoint }: Place, side: number): number {
  const relation = atJoint ? 40 : (relations[child] ?? 0) + 1;
  return mix(mix(mix(1, up), relation), side + 2) | 1;
}

/** The cue's head and its ancestors, each with its steps up (at most 3 are told apart). */
function stepsUp({ heads }: Trees, cue: number): ReadonlyMap<number, number> {
  const steps = new Map<number, number>();
  for (let token = cue; token >= 0; token = heads[token] ?? -1) {
    steps.set(token, Math.min(3, steps.size));
  }
  return steps;
}

/** Where a token's way to the cue turns. */
function placeOf({ heads }: Trees, token: number, ups: ReadonlyMap<number, number>): Place {
  let child = token;
  let down = 0;
  for (let joint = token; joint >= 0; joint = heads[joint] ?? -1) {
    const up = ups.get(joint);
    if (up !== undefined) return { up, child, down, atJoint: joint === token };
    child = joint;
    down++;
  }
  return { up: 9, child, down, atJoint: false };
}
