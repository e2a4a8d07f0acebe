import { expect, test } from 'vitest';
import { daysAfter, isoDate } from '../../src/corpus/dates.ts';

test.each([
  ['2025-01-05', '2025-01-05'],
  ['2025-1-5', '2025-01-05'],
  ['2025/01/05', '2025-01-05'],
  ['20250105', '2025-01-05'],
  ['2025-01-05T23:30:00-05:00', '2025-01-05'],
  ['5 January 2025', '2025-01-05'],
  ['Sunday, 5th Jan. 2025', '2025-01-05'],
  ['Jan. 5, 2025', '2025-01-05'],
  ['Sunday, January 5, 2025 at 9:00 a.m.', '2025-01-05'],
  ['5/1/2025', null],
  ['2025-02-30', null],
  ['2025', null],
  ['5 Floréal 2025', null],
  ['yesterday', null],
])('"%s" is %s', (stated, iso) => {
  expect(isoDate(stated)).toBe(iso);
});

test('a day after the last of a year is the first of the next', () => {
  expect(daysAfter('2024-12-31', 1)).toBe('2025-01-01');
});
