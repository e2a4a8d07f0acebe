/** How many of `edges`, ascending, `value` has reached, and 1: numbers as columns have them. */
export function stepOf(edges: readonly number[], value: number): number {
  let step = 0;
  while (step < edges.length && value >= (edges[step] as number)) step++;
  return 1 + step;
}

const SIZES = [1, 2, 3, 4, 6, 9, 14, 20, 30, 50];

/** A number of tokens in steps, from 1. */
export const sizeOf = (tokens: number): number => stepOf(SIZES, tokens);

/** A distance in steps, its sign kept. */
export const awayOf = (tokens: number): number => 20 + Math.sign(tokens) * sizeOf(Math.abs(tokens));

const CHANCES = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.96];

/** A probability in steps, from 1. */
export const likelyOf = (chance: number): number => stepOf(CHANCES, chance);

/** 1 for none, up to 4 for three or more. */
export const fewOf = (count: number): number => 1 + Math.min(3, count);
