import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCapital, isName } from '../../src/retrieval/answer-type.ts';

/** Texts rich in what tells names from other words: letters of several scripts, spaces, commas, halves of pairs. */
const text = fc
  .array(
    fc.constantFrom(
      'a',
      'z',
      'A',
      'Z',
      ' ',
      ',',
      'é',
      'É',
      'ß',
      'Ж',
      'ж',
      '[',
      '`',
      '{',
      '@',
      '1',
      '𝐀',
      '𝐚',
    ),
  )
  .map((characters) => characters.join(''));
const place = fc.tuple(text, fc.nat({ max: 20 }));

test('a capital is a letter in upper case, of any script', () => {
  fc.assert(
    fc.property(place, ([body, start]) => {
      const plain = /\p{Lu}/u.test(body[start] ?? '');
      expect(isCapital(body, { start, end: start + 1 })).toBe(plain);
    }),
  );
});

test('a name is a capital after a space and a small letter or a comma', () => {
  fc.assert(
    fc.property(place, ([body, start]) => {
      const before = body.slice(Math.max(0, start - 2), start);
      const plain = /\p{Lu}/u.test(body[start] ?? '') && /[\p{Ll},] $/u.test(before);
      expect(isName(body, { start, end: start + 1 })).toBe(plain);
    }),
  );
});
