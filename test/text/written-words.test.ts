import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writtenWords } from '../../src/text/written-words.ts';

const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }));

test('a word has one number wherever it stands, and no other word has it', () => {
  fc.assert(
    fc.property(words, (all) => {
      const numbers = writtenWords(1000);
      const numbered = all.map((word, at) => {
        const before = ' '.repeat(at);
        return numbers.numberOf(`${before}${word}, `, at, at + word.length);
      });
      const first = [...new Set(all)];
      expect(numbered).toEqual(all.map((word) => first.indexOf(word)));
    }),
  );
});

test('what no longer fits has no number', () => {
  const numbers = writtenWords(2);
  const numberOf = (word: string) => numbers.numberOf(word, 0, word.length);
  expect(['one', 'two', 'three', 'two', 'one'].map(numberOf)).toEqual([0, 1, -1, 1, 0]);
});
