import { expect, test } from 'vitest';
import { contains, hull, overlaps, slice, trimmed } from '../../src/text/span.ts';

test('a trimmed span loses the white space at its ends and nothing else', () => {
  const text = '  “No,” he said.\n';
  expect(slice(text, trimmed(text, { start: 0, end: text.length }))).toBe('“No,” he said.');
});

test('a blank span trims to an empty one inside it', () => {
  expect(trimmed('a   b', { start: 1, end: 4 })).toEqual({ start: 4, end: 4 });
});

test('spans that only touch do not overlap', () => {
  expect(overlaps({ start: 0, end: 3 }, { start: 3, end: 5 })).toBe(false);
  expect(contains({ start: 0, end: 5 }, { start: 3, end: 5 })).toBe(true);
});

test('the hull of spans reaches from the first start to the last end', () => {
  expect(
    hull([
      { start: 4, end: 6 },
      { start: 1, end: 2 },
    ]),
  ).toEqual({ start: 1, end: 6 });
  expect(hull([])).toBeNull();
});
