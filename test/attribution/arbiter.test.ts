import { describe, expect, test } from 'vitest';
import { boostedScore } from '../../src/attribution/extraction/boosted.ts';
import {
  type Judged,
  RIVAL_MEASURES,
  rivalMeasures,
} from '../../src/attribution/extraction/rivals.ts';
import type { Range } from '../../src/attribution/extraction/span-facts.ts';
import { averaged } from '../train/averaged.ts';
import { trainBoosted } from '../train/boosting-trainer.ts';

interface Spans {
  readonly source?: readonly Range[];
  readonly cue?: readonly Range[];
  readonly content?: readonly Range[];
}

/** The measures of a candidate beside one other whose chance is 0.75, those that are not 0. */
function beside(own: Spans, other: Spans): Record<string, number> {
  const none = { source: [], cue: [], content: [] };
  const [one, two] = [own, other].map((spans) => ({ ...none, ...spans, accepted: 0.75 }) as Judged);
  const found = one && two ? rivalMeasures(one, [one, two]) : [];
  return Object.fromEntries(
    RIVAL_MEASURES.map((name, index) => [name, found[index] ?? 0] as const).filter(
      ([, value]) => value !== 0,
    ),
  );
}

describe('a candidate beside another of its paragraph', () => {
  test.each([
    {
      case: 'the same content',
      own: { content: [[3, 9]] },
      other: { content: [[3, 9]] },
      is: { sameContent: 0.75 },
    },
    {
      case: 'contents of which neither holds the other',
      own: { content: [[3, 9]] },
      other: { content: [[7, 12]] },
      is: { crossing: 0.75 },
    },
    {
      case: 'the other’s cue in its content',
      own: { content: [[3, 9]] },
      other: { cue: [[4, 5]], content: [[6, 9]] },
      is: { cueInContent: 0.75 },
    },
    {
      case: 'its cue and source in the other’s content',
      own: { source: [[5, 6]], cue: [[6, 7]] },
      other: { content: [[4, 9]] },
      is: { around: 0.75 },
    },
    {
      case: 'its source alone in the other’s content',
      own: { source: [[5, 6]], cue: [[10, 11]] },
      other: { content: [[4, 9]] },
      is: { sourceInContent: 0.75 },
    },
    {
      case: 'the same source',
      own: { source: [[0, 2]] },
      other: { source: [[0, 2]] },
      is: { sameSource: 0.75 },
    },
    {
      case: 'the other’s cue in its source',
      own: { source: [[0, 4]] },
      other: { cue: [[2, 3]] },
      is: { cueInSource: 0.75 },
    },
  ] satisfies { case: string; own: Spans; other: Spans; is: object }[])('sees $case', (it) => {
    const { own, other, is } = it;
    const same = 'sameContent' in is ? {} : { content: own.content ?? [[90, 91]] };
    expect(beside({ ...own, ...same }, other)).toEqual({ ...is, others: 1 });
  });

  test('is not its own rival', () => {
    const own = {
      source: [],
      cue: [[1, 2]],
      content: [[3, 9]],
      accepted: 0.9,
    } as unknown as Judged;
    expect(rivalMeasures(own, [own])).toEqual(RIVAL_MEASURES.map(() => 0));
  });
});

test('a sum of trees adds the leaf of each tree that a row comes to', () => {
  const trees = {
    depth: 2,
    measures: Uint8Array.of(0, 1, 1, 0),
    edges: Float32Array.of(0.5, 10, 20, 0),
    leaves: Float32Array.of(1, 2, 3, 4, 10, 20, 30, 40),
  };
  expect(boostedScore(trees, Float32Array.of(0.4, 9))).toBe(1 + 20);
  expect(boostedScore(trees, Float32Array.of(0.5, 9))).toBe(3 + 20);
  expect(boostedScore(trees, Float32Array.of(0.5, 20))).toBe(4 + 40);
});

const OPTIONS = {
  ...{ trees: 40, depth: 2, rate: 0.3, decay: 1, edges: 7, measures: 1, examples: 0.8 },
  ...{ least: 0, seed: 1 },
};

test('trees learn what only two measures together tell, the same each time', () => {
  const rows = Array.from({ length: 400 }, (_, at) => Float32Array.of(at % 7, at % 11, 3));
  const isTrue = ([one = 0, other = 0]: Float32Array) => one > 3 && other > 5;
  const targets = rows.map((row) => Number(isTrue(row)));
  const trees = trainBoosted({ rows, targets }, OPTIONS);
  for (const row of rows) expect(boostedScore(trees, row) > 0).toBe(isTrue(row));
  expect(trainBoosted({ rows, targets }, OPTIONS)).toEqual(trees);
});

test('trees on rows without a difference give the mean', () => {
  const rows = Array.from({ length: 50 }, () => Float32Array.of(1));
  const targets = rows.map((_, at) => Number(at % 5 === 0));
  const trees = trainBoosted({ rows, targets }, OPTIONS);
  expect(1 / (1 + Math.exp(-boostedScore(trees, Float32Array.of(1))))).toBeCloseTo(0.2, 1);
});

test('the average of two chains has the mean of each weight and step', () => {
  const chain = (weight: number, step: number) => ({
    hashes: Uint32Array.of(7),
    weights: Float32Array.of(weight),
    transitions: {
      ...{ labels: 1, between: Float32Array.of(step) },
      ...{ first: Float32Array.of(0), last: Float32Array.of(0) },
    },
  });
  expect(averaged([chain(1, -4), chain(-2, -4)])).toEqual(chain(-0.5, -4));
});
