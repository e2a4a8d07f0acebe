import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latest } from '../../src/retrieval/latest.ts';

const MOST = 3;

test('the latest are kept, and no more than twice as many', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 })), (keys) => {
      const kept = latest<number, string>(MOST);
      for (const key of keys) if (kept.get(key) === undefined) kept.set(key, `${key}`);
      const last = [...new Set([...keys].reverse())];
      const found = last.map((key) => kept.get(key) !== undefined);
      expect(found.slice(0, MOST)).not.toContain(false);
      expect(found.filter(Boolean).length).toBeLessThanOrEqual(2 * MOST);
    }),
  );
});
