import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SEAL } from '../../src/retrieval/kernel/code.ts';
import { vectorTable } from '../../src/retrieval/kernel/vector-table.ts';
import { decodeWordVectors, encodeWordVectors } from '../../src/retrieval/word-vectors.ts';

const bytes = encodeWordVectors(
  ['boat', 'ship', 'tax'],
  [Float64Array.of(1, 0.9, 0), Float64Array.of(0.9, 1, 0.1), Float64Array.of(0, 0.1, -2)],
);

describe('word vectors', () => {
  const vectors = decodeWordVectors(bytes);

  test('find their words and no others', () => {
    expect(['boat', 'ship', 'tax', 'ferry', ''].map((word) => vectors.at(word))).toEqual([
      0, 1, 2, -1, -1,
    ]);
  });

  test('put words of like meaning near each other', () => {
    const [tax = 0, itself = 0] = vectors.nearest([2], [0, 2], -1);
    expect(vectors.nearest([1], [0], -1)[0]).toBeGreaterThan(0.95);
    expect(tax).toBeLessThan(0.1);
    expect(itself).toBeCloseTo(1);
  });

  test.each([
    { what: 'no bytes', wrong: new Uint8Array(0) },
    { what: 'other bytes', wrong: new Uint8Array(64).fill(7) },
    { what: 'a torn file', wrong: bytes.subarray(0, bytes.length - 1) },
  ])('refuse $what', ({ wrong }) => {
    expect(() => decodeWordVectors(wrong)).toThrow(RangeError);
  });
});

/** Vectors of one length, some of them nothing but zeros, and lists of words among them, longer than the kernel takes. */
const packed = fc.integer({ min: 1, max: 130 }).chain((dimensions) =>
  fc
    .array(
      fc.oneof(
        fc.int8Array({ minLength: dimensions, maxLength: dimensions }),
        fc.constant(new Int8Array(dimensions)),
      ),
      { minLength: 1, maxLength: 6 },
    )
    .chain((vectors) => {
      const word = fc.nat({ max: vectors.length - 1 });
      return fc.record({
        dimensions: fc.constant(dimensions),
        vectors: fc.constant(vectors),
        words: fc.array(word, { maxLength: 1100, size: 'max' }),
        others: fc.array(word, { maxLength: 64 }),
      });
    }),
);

const dot = (one: ArrayLike<number>, other: ArrayLike<number>): number =>
  Array.from(one).reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);

const lengthOf = (vector: Int8Array): number => Math.fround(Math.sqrt(dot(vector, vector))) || 1;

function tableOf(vectors: readonly Int8Array[], dimensions: number) {
  const bytes = Int8Array.from(vectors.flatMap((vector) => [...vector]));
  return vectorTable(bytes, vectors.length, dimensions);
}

describe('the kernel', () => {
  test('sums vectors as plain loops do, to the bit', () => {
    fc.assert(
      fc.property(packed, ({ dimensions, vectors, words }) => {
        const shares = words.map((_, at) => 1 / (at + 1));
        const sum = new Float64Array(dimensions);
        words.forEach((word, at) => {
          const vector = vectors[word] ?? new Int8Array(0);
          const scale = (shares[at] ?? 0) / lengthOf(vector);
          vector.forEach((value, place) => {
            sum[place] = (sum[place] ?? 0) + scale * value;
          });
        });
        expect(tableOf(vectors, dimensions).sum(words, shares)).toEqual(sum);
      }),
      { numRuns: 50 },
    );
  });

  test('finds the likest words as plain loops do, to the bit', () => {
    fc.assert(
      fc.property(packed, ({ dimensions, vectors, words, others }) => {
        const cosine = (one: number, other: number): number => {
          const [a, b] = [vectors[one], vectors[other]];
          return a && b ? dot(a, b) / (lengthOf(a) * lengthOf(b)) : 0;
        };
        const plain = others.map((other) =>
          words.reduce((best, word) => Math.max(best, cosine(other, word)), -0.2),
        );
        const nearest = tableOf(vectors, dimensions).nearest(words, others, -0.2);
        expect([...nearest.subarray(0, others.length)]).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });

  test('was compiled from its source as it is now', () => {
    const source = new URL('../../src/retrieval/kernel/source.ts', import.meta.url);
    expect(createHash('sha256').update(readFileSync(source)).digest('hex')).toBe(SEAL);
  });
});
