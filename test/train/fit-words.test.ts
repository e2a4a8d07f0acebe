import { expect, test } from 'vitest';
import { fitWords } from './fit-words.ts';

const rows = (...values: readonly (readonly number[])[]) => {
  return {
    values: Float32Array.from(values.flat()),
    count: values.length,
    width: values[0]?.length ?? 0,
  };
};

test('brings a word to what its texts mean, and leaves a word without texts what it means alone', () => {
  const often = Array.from({ length: 40 }, () => [0]);
  const targets = rows(...often.map(() => [0, 1]));
  const [met, unmet] = fitWords(often, targets, rows([1, 1], [1, -1]));
  expect(met?.[1]).toBeGreaterThan(10 * Math.abs(met?.[0] ?? 1));
  expect(unmet?.[0]).toBeCloseTo(-(unmet?.[1] ?? 0));
});

test('parts what a text means among its words', () => {
  const texts = Array.from({ length: 60 }, (_, at) => [[0], [1], [0, 1]][at % 3] ?? []);
  const means = [
    [1, 0],
    [0, 1],
    [0.5, 0.5],
  ];
  const targets = rows(...texts.map((_, at) => means[at % 3] ?? []));
  const [one, other] = fitWords(texts, targets, rows([0.1, 0.1], [0.1, 0.1]));
  expect(one?.[0]).toBeGreaterThan(10 * Math.abs(one?.[1] ?? 1));
  expect(other?.[1]).toBeGreaterThan(10 * Math.abs(other?.[0] ?? 1));
});
