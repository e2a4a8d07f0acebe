import { RELATIONS } from './relations.ts';

/** Moves of an arc-hybrid parser: shift, or take the top of the stack off under a head to its left or right. */
export const SHIFT = 0;
export const MOVES = 1 + 2 * RELATIONS.length;
export const leftMove = (relation: number): number => 1 + relation;
export const rightMove = (relation: number): number => 1 + RELATIONS.length + relation;

/** A sentence being parsed. The root stands behind the last token, as token `length`. */
export interface ParseState {
  readonly length: number;
  readonly stack: Int32Array;
  depth: number;
  next: number;
  /** Head of each token, -1 while it has none. */
  readonly heads: Int32Array;
  readonly relations: Int32Array;
  /** The outermost and the second outermost dependents on each side so far, -1 for none, and how many. */
  readonly left: Int32Array;
  readonly left2: Int32Array;
  readonly right: Int32Array;
  readonly right2: Int32Array;
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
}

export function parseState(length: number): ParseState {
  const none = () => new Int32Array(length + 1).fill(-1);
  const zero = () => new Int32Array(length + 1);
  return {
    length,
    stack: new Int32Array(length + 1),
    depth: 0,
    next: 0,
    heads: none(),
    relations: zero(),
    left: none(),
    left2: none(),
    right: none(),
    right2: none(),
    lefts: zero(),
    rights: zero(),
  };
}

export const isDone = (state: ParseState): boolean =>
  state.next >= state.length && state.depth === 0;

export const canShift = (state: ParseState): boolean => state.next < state.length;
export const canLeft = (state: ParseState): boolean => state.depth > 0;
export const canRight = (state: ParseState): boolean => state.depth > 1;

export function isAllowed(state: ParseState, move: number): boolean {
  if (move === SHIFT) return canShift(state);
  if (move <= RELATIONS.length) return canLeft(state);
  return canRight(state);
}

export function play(state: ParseState, move: number): void {
  if (move === SHIFT) {
    state.stack[state.depth++] = state.next++;
    return;
  }
  const child = state.stack[--state.depth] as number;
  const isLeft = move <= RELATIONS.length;
  const head = isLeft ? state.next : (state.stack[state.depth - 1] as number);
  state.heads[child] = head;
  state.relations[child] = isLeft ? move - 1 : move - 1 - RELATIONS.length;
  attach(state, head, child);
}

function attach(state: ParseState, head: number, child: number): void {
  const [outer, second, count] =
    child < head
      ? [state.left, state.left2, state.lefts]
      : [state.right, state.right2, state.rights];
  second[head] = outer[head] as number;
  outer[head] = child;
  count[head] = (count[head] as number) + 1;
}
