import { expect, test } from 'vitest';
import { dayOf, nearnessInTime, timeOf } from '../../src/retrieval/time.ts';
import { question } from '../support/evidence.ts';

const WEEK = { from: '2031-03-03', to: '2031-03-09' };

test.each([
  { published: '2031-03-03', nearness: 1 },
  { published: '2031-03-09T23:00:00Z', nearness: 1 },
  { published: '2031-02-17', nearness: 0.5 },
  { published: '2031-04-06', nearness: 0.25 },
  { published: undefined, nearness: 0 },
])('gives $published a nearness of $nearness', ({ published, nearness }) => {
  expect(nearnessInTime(dayOf(published), WEEK)).toBeCloseTo(nearness);
});

test('no date is near to no time', () => {
  expect(nearnessInTime(dayOf('2031-03-03'), null)).toBe(0);
});

test('asks about the day of asking where the question names no day', () => {
  expect(timeOf(question, '2031-03-01', '2031-01-20')).toEqual({
    from: '2031-03-01',
    to: '2031-03-01',
  });
});

test('asks about the days that the question names', () => {
  expect(timeOf({ ...question, period: WEEK }, '2031-03-20', '2031-01-20')).toEqual(WEEK);
});

test('asks an old or undated archive about no time', () => {
  expect(timeOf(question, '2032-03-01', '2031-01-20')).toBeNull();
  expect(timeOf(question, '2031-03-01', undefined)).toBeNull();
});
