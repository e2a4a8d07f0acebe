import { expect, test } from 'vitest';
import { datesOf } from '../../src/question/dates.ts';
import { wordsOf } from '../../src/question/words.ts';

/** A Wednesday. */
const AS_OF = '2024-03-13';
const dates = (text: string) => datesOf(wordsOf(text), AS_OF);

test.each([
  { asked: 'since March', from: '2024-03-01', to: undefined },
  { asked: 'since 5 January 2023', from: '2023-01-05', to: undefined },
  { asked: 'after February 3', from: '2024-02-04', to: undefined },
  { asked: 'before 2024', from: undefined, to: '2023-12-31' },
  { asked: 'until June', from: undefined, to: '2023-06-30' },
  { asked: 'by the end? until 2023', from: undefined, to: '2023-12-31' },
  { asked: 'between 3 January and 5 March', from: '2024-01-03', to: '2024-03-05' },
  { asked: 'from November to February', from: '2023-11-01', to: '2024-02-29' },
  { asked: 'from June to August 2023', from: '2023-06-01', to: '2023-08-31' },
])('takes “$asked” as days of publication', ({ asked, from, to }) => {
  expect(dates(asked)).toMatchObject({ meant: 'filter' });
  expect(dates(asked)?.range.from).toBe(from);
  expect(dates(asked)?.range.to).toBe(to);
});

test.each([
  { asked: 'yesterday', from: '2024-03-12', to: '2024-03-12' },
  { asked: 'today', from: '2024-03-13', to: '2024-03-13' },
  { asked: 'last week', from: '2024-03-04', to: '2024-03-12' },
  { asked: 'this week', from: '2024-03-07', to: '2024-03-17' },
  { asked: 'last month', from: '2024-02-01', to: '2024-02-29' },
  { asked: 'this year', from: '2024-01-01', to: '2024-12-31' },
  { asked: 'in the last three days', from: '2024-03-10', to: '2024-03-13' },
  { asked: 'two weeks ago', from: '2024-02-28', to: '2024-02-28' },
])('counts “$asked” from the day of asking', ({ asked, from, to }) => {
  expect(dates(asked)).toMatchObject({ meant: 'recent', range: { from, to } });
});

test.each([
  { asked: 'on January 4', from: '2024-01-04', to: '2024-01-04' },
  { asked: 'on the 4th of January, 2022', from: '2022-01-04', to: '2022-01-04' },
  { asked: 'in 2022', from: '2022-01-01', to: '2022-12-31' },
  { asked: 'in December', from: '2023-12-01', to: '2023-12-31' },
  { asked: 'in November 2023', from: '2023-11-01', to: '2023-11-30' },
  { asked: 'in March of last year', from: '2023-03-01', to: '2023-03-31' },
  { asked: 'on Friday', from: '2024-03-08', to: '2024-03-08' },
  { asked: '2024-01-05', from: '2024-01-05', to: '2024-01-05' },
  { asked: 'in summer 2023', from: '2023-06-01', to: '2023-08-31' },
])('takes “$asked” as a date that the text may tell', ({ asked, from, to }) => {
  expect(dates(asked)).toMatchObject({ meant: 'told', range: { from, to } });
});

test.each([
  'may he speak',
  'they march to the sea',
  '42 nets',
  'the second net',
  'since the raid began',
  'a sunday roast',
])('finds no date in “%s”', (asked) => {
  expect(dates(asked)).toBeNull();
});
