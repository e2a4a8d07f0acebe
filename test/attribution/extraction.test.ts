import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reader, writer } from '../../src/attribution/extraction/bytes.ts';
import { FORBIDDEN, factors, marginals } from '../../src/attribution/extraction/chain.ts';
import { featuresAt } from '../../src/attribution/extraction/features.ts';
import { compileTemplates } from '../../src/attribution/extraction/grid.ts';
import { indexHashes, indexOf } from '../../src/attribution/extraction/hash-index.ts';
import { quotesOf } from '../../src/attribution/extraction/quotes.ts';
import { bestLabellings } from '../../src/attribution/extraction/readings.ts';
import { rangesOf, startPenalties, stepPenalties } from '../../src/attribution/extraction/roles.ts';
import { classScorer, sparseWeights } from '../../src/attribution/extraction/sparse.ts';
import { rowsOf, scoreGrids, weightsOf } from '../../src/attribution/extraction/weights.ts';
import { SEAL } from '../../src/attribution/kernel/code.ts';
import { tokens } from '../../src/text/tokens.ts';

const LABELS = 3;

/** A chain of up to five tokens with three labels, small enough to try every labelling. */
const chain = fc.integer({ min: 1, max: 5 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    scores: scores(length * LABELS),
    between: scores(LABELS * LABELS),
    first: scores(LABELS),
    last: scores(LABELS),
  }),
);

function scores(length: number) {
  return fc
    .array(fc.float({ min: -4, max: 4, noNaN: true }), { minLength: length, maxLength: length })
    .map((values) => Float32Array.from(values));
}

/** All labellings of `length` tokens. */
function labellings(length: number): number[][] {
  if (length === 0) return [[]];
  return labellings(length - 1).flatMap((path) => [0, 1, 2].map((label) => [...path, label]));
}

type Chain = ReturnType<typeof chain.generate>['value'];

function scoreOf({ scores: local, between, first, last }: Chain, path: readonly number[]): number {
  return path.reduce((sum, label, token) => {
    const step = token === 0 ? first[label] : between[(path[token - 1] ?? 0) * LABELS + label];
    const end = token === path.length - 1 ? (last[label] ?? 0) : 0;
    return sum + (local[token * LABELS + label] ?? 0) + (step ?? 0) + end;
  }, 0);
}

describe('a linear chain', () => {
  test('has the best labellings that trying all of them finds, best first', () => {
    const most = 4;
    fc.assert(
      fc.property(chain, (it) => {
        const chances = new Float32Array(it.scores.length).fill(1);
        const steps = { ...it, labels: LABELS };
        const found = bestLabellings({ scores: it.scores, chances }, it.length, steps, most);
        const all = labellings(it.length)
          .map((path) => scoreOf(it, path))
          .sort((a, b) => b - a);
        expect(found).toHaveLength(Math.min(most, all.length));
        for (const [index, { path, score }] of found.entries()) {
          expect(score).toBeCloseTo(all[index] ?? 0, 3);
          expect(scoreOf(it, [...path])).toBeCloseTo(score, 3);
        }
        expect(new Set(found.map(({ path }) => path.join())).size).toBe(found.length);
      }),
    );
  });

  test('has no labelling with a label that is far too unlikely', () => {
    const scores = Float32Array.of(0, 5, 0, 0, 5, 0);
    const chances = Float32Array.of(0.5, 0.001, 0.499, 0.5, 0.001, 0.499);
    const none = new Float32Array(LABELS);
    const steps = { labels: LABELS, between: new Float32Array(9), first: none, last: none };
    const found = bestLabellings({ scores, chances }, 2, steps, 10);
    expect(found).toHaveLength(4);
    expect(found.some(({ path }) => path.includes(1))).toBe(false);
  });

  test('has the marginal probabilities that summing over all labellings gives', () => {
    fc.assert(
      fc.property(chain, (it) => {
        const pairs = new Float64Array(LABELS * LABELS);
        const found = marginals(it.scores, it.length, factors({ ...it, labels: LABELS }), pairs);
        const paths = labellings(it.length).map((path) => ({
          path,
          weight: Math.exp(scoreOf(it, path)),
        }));
        const total = paths.reduce((sum, { weight }) => sum + weight, 0);
        expect(found.logPartition).toBeCloseTo(Math.log(total), 2);
        for (const at of found.chances.keys()) {
          const through = paths.filter(({ path }) => path[Math.floor(at / LABELS)] === at % LABELS);
          const chance = through.reduce((sum, { weight }) => sum + weight, 0) / total;
          expect(found.chances[at]).toBeCloseTo(chance, 3);
        }
        for (const [step, expected] of pairs.entries()) {
          const times = (path: readonly number[]) =>
            path.filter((to, at) => at > 0 && (path[at - 1] ?? 0) * LABELS + to === step).length;
          const mean =
            paths.reduce((sum, { path, weight }) => sum + weight * times(path), 0) / total;
          expect(expected).toBeCloseTo(mean, 3);
        }
      }),
    );
  });
});

test('no labelling continues a role that has not begun', () => {
  fc.assert(
    fc.property(scores(7 * 6), (local) => {
      const steps = { labels: 7, between: stepPenalties(), first: startPenalties() };
      const last = new Float32Array(7);
      const found = { scores: local, chances: new Float32Array(local.length).fill(1) };
      const [best] = bestLabellings(found, 6, { ...steps, last }, 1);
      const path = best?.path ?? new Uint8Array(6);
      const covered = (['cue', 'source', 'content'] as const)
        .flatMap((role) => rangesOf(path, role))
        .reduce((sum, [first, end]) => sum + end - first, 0);
      expect(covered).toBe(path.filter((label) => label > 0).length);
    }),
  );
  expect(stepPenalties()[2]).toBe(FORBIDDEN);
});

test('hashes are found by their index, others are not', () => {
  const unsigned = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  fc.assert(
    fc.property(fc.uniqueArray(unsigned), unsigned, (list, other) => {
      const hashes = Uint32Array.from(list).sort();
      const place = indexHashes(hashes);
      for (const [index, hash] of hashes.entries()) {
        expect(indexOf(hashes, place, hash | 0)).toBe(index);
      }
      expect(indexOf(hashes, place, other | 0)).toBe(hashes.indexOf(other));
    }),
  );
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 })), (list) => {
      const numbers = Uint32Array.from(list).sort();
      const file = writer();
      file.word(numbers.length);
      file.ascending(numbers);
      file.floats(Float32Array.of(0.5, -2));
      file.bytes(Int8Array.of(-1, 127));
      const back = reader(Buffer.from(file.taken()));
      expect(back.ascending(back.word())).toEqual(numbers);
      expect(back.floats(2)).toEqual(Float32Array.of(0.5, -2));
      expect(new Int8Array(back.bytes(2))).toEqual(Int8Array.of(-1, 127));
      expect(() => back.bytes(1)).toThrow(RangeError);
    }),
  );
});

test('a template with a part that is nothing gives no feature', () => {
  const templates = compileTemplates('word@0\nword@-1 mark@0\n# a remark\n', ['word', 'mark']);
  const columns = [Int32Array.of(11, 12), Int32Array.of(0, 9)];
  const out = new Int32Array(2);
  expect(featuresAt({ length: 2, columns }, templates, 0, out)).toBe(1);
  expect(featuresAt({ length: 2, columns }, templates, 1, out)).toBe(2);
});

test('a template over an unknown column is refused', () => {
  expect(() => compileTemplates('wrod@0', ['word'])).toThrow(/known column.*"wrod"/);
});

test.each([
  { case: 'curly marks', text: 'a “ b ” c', state: [1, 2, 3, 4, 1] },
  { case: 'straight marks', text: 'a " b " c', state: [1, 2, 3, 4, 1] },
  { case: 'TeX marks', text: "a `` b '' c", state: [1, 2, 3, 4, 1] },
  { case: 'a quotation that stays open', text: 'a “ b c', state: [1, 2, 3, 3] },
  { case: 'a stray closing mark', text: 'a ” b', state: [1, 4, 1] },
])('tells inside from outside with $case', ({ text, state }) => {
  const found = quotesOf(text, tokens(text, { start: 0, end: text.length }));
  expect([...found.state]).toEqual(state);
});

const byte = fc.integer({ min: -127, max: 127 });

test('grids scored together have the sums of the weights of each token’s own features', () => {
  const templates = compileTemplates('word@-2\nword@0\nword@-1 mark@1\nmark@0 word@0 word@1', [
    'word',
    'mark',
  ]);
  const column = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 });
  const grids = fc.array(
    fc.record({ length: fc.constant(4), columns: fc.tuple(column, column) }).map((grid) => ({
      ...grid,
      columns: grid.columns.map((values) => Int32Array.from(values)),
    })),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(grids, fc.array(byte, { minLength: 80, maxLength: 80 }), (list, bytes) => {
      const out = new Int32Array(4);
      const featuresOf = (grid: (typeof list)[number], token: number) => [
        ...out.subarray(0, featuresAt(grid, templates, token, out)),
      ];
      const all = list.flatMap((grid) => [0, 1, 2, 3].flatMap((token) => featuresOf(grid, token)));
      const hashes = Uint32Array.from(new Set(all.map((hash) => hash >>> 0)))
        .sort()
        .subarray(0, 40);
      const rows = { labels: 2, unit: 1, hashes, bytes: Int8Array.from(bytes) };
      const scores = scoreGrids(list, templates, weightsOf(rows));
      for (const [index, grid] of list.entries()) {
        for (const at of scores[index]?.keys() ?? []) {
          const own = featuresOf(grid, Math.floor(at / 2)).map((hash) =>
            hashes.indexOf(hash >>> 0),
          );
          const known = own.filter((row) => row >= 0);
          const sum = known.reduce((total, row) => total + (bytes[row * 2 + (at % 2)] ?? 0), 0);
          expect(scores[index]?.[at]).toBe(sum);
        }
      }
    }),
  );
});

test('weights keep the rows that they were made of, a hash of 0 too', () => {
  const hashes = Uint32Array.of(0, 7, 2 ** 32 - 1);
  const rows = { labels: 2, unit: 0.5, hashes, bytes: Int8Array.of(-127, 127, 0, 3, -4, 5) };
  expect(rowsOf(weightsOf(rows))).toEqual(rows);
});

test('a classifier scores each class with the sum of its weights', () => {
  const templates = compileTemplates('word@-1\nword@0 mark@0\nmark@1', ['word', 'mark']);
  const column = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 });
  const weights = fc.array(byte, { minLength: 200, maxLength: 200 });
  fc.assert(
    fc.property(column, column, weights, (word, mark, bytes) => {
      const grid = { length: 3, columns: [Int32Array.from(word), Int32Array.from(mark)] };
      const out = new Int32Array(3);
      const features = [0, 1, 2].map((token) => [
        ...out.subarray(0, featuresAt(grid, templates, token, out)),
      ]);
      const hashes = Uint32Array.from(new Set(features.flat().map((hash) => hash >>> 0)))
        .sort()
        .subarray(1);
      const offsets = Uint32Array.from({ length: hashes.length + 1 }, (_, row) => 20 * row);
      const owners = Uint8Array.from({ length: 20 * hashes.length }, (_, at) => at % 20);
      const table = { classes: 20, hashes, offsets, owners, bytes: Int8Array.from(bytes) };
      const scorer = classScorer(sparseWeights(table), templates, 2, 3);
      for (const [index, values] of grid.columns.entries()) {
        scorer.values.set(values, scorer.firstOf(index));
      }
      for (const [token, own] of features.entries()) {
        const rows = own.map((hash) => hashes.indexOf(hash >>> 0)).filter((row) => row >= 0);
        const sums = Array.from({ length: 20 }, (_, label) =>
          rows.reduce((sum, row) => sum + (bytes[20 * row + label] ?? 0), 0),
        );
        expect([...scorer.scoresAt(token)]).toEqual(sums);
      }
    }),
  );
});

test('a classifier finds the least and the greatest hash, and nothing for one that it has not', () => {
  const templates = compileTemplates('word@0', ['word']);
  const out = new Int32Array(1);
  const hashOf = (word: number) => {
    featuresAt({ length: 1, columns: [Int32Array.of(word)] }, templates, 0, out);
    return (out[0] as number) >>> 0;
  };
  const hashes = Uint32Array.from([1, 2, 3], hashOf).sort();
  const weights = sparseWeights({
    classes: 5,
    hashes,
    offsets: Uint32Array.of(0, 2, 3, 5),
    owners: Uint8Array.of(0, 4, 4, 1, 2),
    bytes: Int8Array.of(-127, 100, 27, 5, -6),
  });
  const scorer = classScorer(weights, templates, 1, 4);
  scorer.values.set([1, 2, 3, 4]);
  const expected = [
    [-127, 0, 0, 0, 100],
    [0, 0, 0, 0, 27],
    [0, 5, -6, 0, 0],
  ];
  for (const [token, word] of [1, 2, 3].entries()) {
    expect([...scorer.scoresAt(token)]).toEqual(expected[hashes.indexOf(hashOf(word))]);
  }
  expect([...scorer.scoresAt(3)]).toEqual([0, 0, 0, 0, 0]);
});

test('the kernel was compiled from its source as it is now', () => {
  const source = new URL('../../src/attribution/kernel/source.ts', import.meta.url);
  expect(createHash('sha256').update(readFileSync(source)).digest('hex')).toBe(SEAL);
});
