import { describe, expect, test } from 'vitest';
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
    expect(vectors.similarity(0, 1)).toBeGreaterThan(0.95);
    expect(vectors.similarity(0, 2)).toBeLessThan(0.1);
    expect(vectors.similarity(2, 2)).toBeCloseTo(1);
  });

  test.each([
    { what: 'no bytes', wrong: new Uint8Array(0) },
    { what: 'other bytes', wrong: new Uint8Array(64).fill(7) },
    { what: 'a torn file', wrong: bytes.subarray(0, bytes.length - 1) },
  ])('refuse $what', ({ wrong }) => {
    expect(() => decodeWordVectors(wrong)).toThrow(RangeError);
  });
});
