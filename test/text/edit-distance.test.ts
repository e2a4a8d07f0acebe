import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../src/text/edit-distance.ts';

describe('editDistance', () => {
  test.each([
    { a: 'crimea', b: 'crimea', edits: 0 },
    { a: 'rusia', b: 'russia', edits: 1 },
    { a: 'atcams', b: 'atacms', edits: 1 },
    { a: 'minsitry', b: 'ministry', edits: 1 },
    { a: 'kiev', b: 'kyiv', edits: 2 },
  ])('"$a" is $edits from "$b"', ({ a, b, edits }) => {
    expect(editDistance(a, b, 3)).toBe(edits);
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

  test('is symmetric, and 0 for equal words alone', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
        expect(editDistance(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });

  test('stops just above its limit', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(editDistance(a, b, 9), limit + 1));
      }),
    );
  });
});
