import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildSegment } from '../../src/retrieval/build-segment.ts';
import { mergeSegments, type Origin } from '../../src/retrieval/merge-segments.ts';
import type { IndexedArticle } from '../../src/retrieval/search-engine.ts';

const words = fc.array(fc.constantFrom<string>('alpha', 'beta', 'gamma', 'épsilon', 'zeta'), {
  maxLength: 5,
});
const article: fc.Arbitrary<IndexedArticle> = fc.record({
  headline: words,
  passages: fc.array(words, { maxLength: 4 }),
});

/** What becomes of each article of the old corpus, and which come in after it. */
const edits = fc.array(
  fc.record({
    old: article,
    fate: fc.constantFrom<string>('stays', 'goes', 'changes'),
    follow: fc.array(article, { maxLength: 2 }),
  }),
  { maxLength: 6 },
);

test('merging makes the very segment that indexing anew makes', () => {
  fc.assert(
    fc.property(edits, article, (all, changed) => {
      const fresh: IndexedArticle[] = [];
      const after: IndexedArticle[] = [];
      const plan: Origin[] = [];
      const bring = (one: IndexedArticle) => {
        plan.push({ from: 'fresh', at: fresh.push(one) - 1 });
        after.push(one);
      };
      all.forEach(({ old, fate, follow }, at) => {
        if (fate === 'changes') bring(changed);
        if (fate === 'stays') {
          plan.push({ from: 'base', at });
          after.push(old);
        }
        follow.forEach(bring);
      });
      const base = buildSegment(all.map(({ old }) => old));
      expect(mergeSegments(base, buildSegment(fresh), plan)).toEqual(buildSegment(after));
    }),
  );
});

test('articles that have changed places cannot be merged', () => {
  const [one, other] = [
    { headline: ['harbour'], passages: [['boat']] },
    { headline: ['bridge'], passages: [['toll']] },
  ];
  const base = buildSegment([one, other]);
  const plan: Origin[] = [
    { from: 'base', at: 1 },
    { from: 'base', at: 0 },
  ];
  expect(() => mergeSegments(base, buildSegment([]), plan)).toThrow('got 0 after 1');
});
