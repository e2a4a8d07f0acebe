import { expect, test } from 'vitest';
import { givenNamesAgree, nameKey } from '../../../src/attribution/speakers/name-key.ts';

test.each([
  ['Zelensky', 'Zelenskiy'],
  ['Zelensky', 'Zelenskyy'],
  ['Shoigu', 'Shoygu'],
  ['Yulia', 'Julia'],
  ['Hussein', 'Husein'],
  ['Brüning', 'Bruning'],
])('%s and %s are spellings of one name', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other));
});

test.each([
  ['Hansen', 'Hanson'],
  ['James', 'Ames'],
  ['Clinton', 'Clifton'],
  ['Petrov', 'Petrova'],
])('%s and %s are two names', (one, other) => {
  expect(nameKey(one)).not.toBe(nameKey(other));
});

test.each([
  ['Joe', 'Joseph', true],
  ['J.', 'Joseph', true],
  ['Bill', 'Hillary', false],
  ['Volodymyr', 'Wolodymyr', true],
])('%s and %s as given names of one person: %s', (one, other, expected) => {
  expect(givenNamesAgree(one, other)).toBe(expected);
});
