import { slotFeatures } from './features.ts';
import { compileTemplates, templateCount } from './grid.ts';
import { isAllowed, isDone, type ParseState, parseState, play, SHIFT } from './parse-state.ts';
import { classScorer, type SparseWeights } from './sparse.ts';

/**
 * What the parser sees of its state: s0 to s2 are the top of the stack, b0 to b2 the next tokens; "w" a word, "t" its
 * class, "r" its relation; l, k the leftmost and second leftmost dependent, r, q the rightmost; "v" how many.
 */
const SLOTS = [
  's0w',
  's0t',
  's1w',
  's1t',
  's2w',
  's2t',
  'b0w',
  'b0t',
  'b1w',
  'b1t',
  'b2w',
  'b2t',
  's0lw',
  's0lt',
  's0lr',
  's0kw',
  's0kt',
  's0kr',
  's0rw',
  's0rt',
  's0rr',
  's0qw',
  's0qt',
  's0qr',
  's1lw',
  's1lt',
  's1lr',
  's1rw',
  's1rt',
  's1rr',
  'b0lw',
  'b0lt',
  'b0lr',
  'b0kw',
  'b0kt',
  'b0kr',
  's0lv',
  's0rv',
  's1rv',
  'b0lv',
  'distance',
  's0c',
  'b0c',
];

export const PARSE_TEMPLATES = compileTemplates(
  `
  s0w
  s0t
  s1w s1t
  s1t
  b0w
  b0t
  b1w
  b1w b1t
  b1t
  b2w b2t
  b2t
  s0w s0t b0t
  s0t b0w b0t
  s0t b0t
  b0t b1t
  s0t s1t
  s0t s1w
  s1t b0t
  s0t b0t b1t
  b0t b1t b2t
  s1t s0t b0t
  s2t s1t s0t
  s0w b0t b1t
  s0t s0lt b0t
  s0t s0rt b0t
  s0t b0t b0lt
  s1t s0t s0lt
  s0w distance
  s0t distance
  b0w distance
  b0t distance
  s0t b0t distance
  s0w s0rv
  s0t s0rv
  s0t s0lv
  s1t s1rv
  b0w b0lv
  b0t b0lv
  s0lt
  s0lr
  s0rw
  s0rt
  b0lw
  b0lt
  b0lr
  s1rw
  s1lr
  s0t s0lt s0kt
  s0t s0rt s0qt
  b0t b0lt b0kt
  s0c
  b0c
  s0c b0c
  s0c b0t
  s0t b0c
  s1t s0c
  `,
  SLOTS,
);

/** What the parser needs of a sentence: the hash of each word, its class, a cluster of like words. */
export interface Words {
  readonly word: Int32Array;
  readonly tag: Int32Array;
  readonly cluster: Int32Array;
}

/** One sentence's tree: for each token its head (-1 for the root) and the index of its relation. */
export interface Tree {
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

/** The slots of one state, and the features that the templates make of them. */
export interface ParseView {
  readonly slots: Int32Array;
  readonly features: Int32Array;
}

export const parseView = (): ParseView => ({
  slots: new Int32Array(SLOTS.length),
  features: new Int32Array(templateCount(PARSE_TEMPLATES)),
});

/** Where there is a place but no token. */
const ABSENT = 3;
const ROOT = 5;

function look(list: Int32Array, token: number, length: number): number {
  if (token < 0) return ABSENT;
  return token >= length ? ROOT : (list[token] as number) || ABSENT;
}

const of = (list: Int32Array, token: number): number => (token < 0 ? -1 : (list[token] as number));

/** Slots of the tokens on the stack and ahead, in the order of SLOTS: word and class. */
function fillTokens(state: ParseState, { word, tag }: Words, slots: Int32Array): void {
  const { stack, depth, next, length } = state;
  for (let index = 0; index < 6; index++) {
    const onStack = depth > index ? (stack[depth - 1 - index] as number) : -1;
    const ahead = next + index - 3 <= length ? next + index - 3 : -1;
    const token = index < 3 ? onStack : ahead;
    slots[2 * index] = look(word, token, length);
    slots[2 * index + 1] = look(tag, token, length);
  }
}

/** Slots of one dependent: word, class, relation. */
function fillChild(
  state: ParseState,
  { word, tag }: Words,
  child: number,
  slots: Int32Array,
  at: number,
) {
  slots[at] = look(word, child, state.length);
  slots[at + 1] = look(tag, child, state.length);
  slots[at + 2] = child < 0 ? 0 : (state.relations[child] as number) + 1;
}

const counted = (list: Int32Array, token: number): number =>
  1 + Math.min(4, Math.max(0, of(list, token)));

/** Puts the features of `state` into `view` and returns how many there are. */
export function stateFeatures(state: ParseState, words: Words, view: ParseView): number {
  fillSlots(state, words, view.slots);
  return slotFeatures(view.slots, PARSE_TEMPLATES, view.features);
}

function fillSlots(state: ParseState, words: Words, slots: Int32Array): void {
  const { stack, depth, length, left, left2, right, right2 } = state;
  const s0 = depth > 0 ? (stack[depth - 1] as number) : -1;
  const s1 = depth > 1 ? (stack[depth - 2] as number) : -1;
  const b0 = state.next <= length ? state.next : -1;
  fillTokens(state, words, slots);
  fillChild(state, words, of(left, s0), slots, 12);
  fillChild(state, words, of(left2, s0), slots, 15);
  fillChild(state, words, of(right, s0), slots, 18);
  fillChild(state, words, of(right2, s0), slots, 21);
  fillChild(state, words, of(left, s1), slots, 24);
  fillChild(state, words, of(right, s1), slots, 27);
  fillChild(state, words, of(left, b0), slots, 30);
  fillChild(state, words, of(left2, b0), slots, 33);
  slots[36] = counted(state.lefts, s0);
  slots[37] = counted(state.rights, s0);
  slots[38] = counted(state.rights, s1);
  slots[39] = counted(state.lefts, b0);
  slots[40] = s0 < 0 ? ABSENT : 8 + Math.min(6, b0 - s0);
  slots[41] = look(words.cluster, s0, length);
  slots[42] = look(words.cluster, b0, length);
}

/** The tree of a sentence of `length` tokens, greedily from left to right (arc-hybrid). */
export function parse(words: Words, length: number, weights: SparseWeights): Tree {
  const state = parseState(length);
  const scorer = classScorer(weights, PARSE_TEMPLATES, SLOTS.length, 1);
  while (!isDone(state)) {
    if (state.depth === 0) {
      play(state, SHIFT);
      continue;
    }
    fillSlots(state, words, scorer.values);
    play(state, bestAllowed(state, scorer.scoresAt(0)));
  }
  const heads = state.heads.subarray(0, length).map((head) => (head >= length ? -1 : head));
  return { heads, relations: state.relations.subarray(0, length) };
}

export function bestAllowed(state: ParseState, scores: Int32Array | Float32Array): number {
  let best = -1;
  for (let move = 0; move < scores.length; move++) {
    if (best >= 0 && (scores[move] as number) <= (scores[best] as number)) continue;
    if (isAllowed(state, move)) best = move;
  }
  return best;
}
