import { expect, test } from 'vitest';
import { synonymsOf } from '../../src/question/synonyms.ts';

test.each([
  { asked: 'harbour', written: 'seaport' },
  { asked: 'authorised', written: 'permission' },
  { asked: 'ceasefires', written: 'truce' },
  { asked: 'reprisals', written: 'retaliatory' },
])('knows that “$written” may stand for “$asked”', ({ asked, written }) => {
  expect(synonymsOf(asked)).toContain(written);
});

test('gives neither the word itself nor its inflections', () => {
  expect(synonymsOf('retaliates').filter((word) => word.startsWith('retaliate'))).toEqual([]);
});

test('knows none for a word that has no ordinary ones', () => {
  expect(synonymsOf('herring')).toEqual([]);
});
