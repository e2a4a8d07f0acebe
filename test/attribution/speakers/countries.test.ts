import { expect, test } from 'vitest';
import {
  countryName,
  countryOf,
  demonym,
  standsFor,
} from '../../../src/attribution/speakers/countries.ts';

test.each([
  ['Russia', 'RU'],
  ['the Russians', 'RU'],
  ['Russia’s', 'RU'],
  ['Moscow', 'RU'],
  ['the Kremlin', 'RU'],
  ['Kyiv', 'UA'],
  ['Kiev', 'UA'],
  ['US', 'US'],
  ['U.S.', 'US'],
  ['America', 'US'],
  ['Washington', 'US'],
  ['Foggy Bottom', 'US'],
  ['Downing Street', 'GB'],
  ['the Élysée', 'FR'],
  ['Elysee', 'FR'],
  ['French', 'FR'],
  ['Turkey', 'TR'],
  ['Czech Republic', 'CZ'],
  ['Czechia', 'CZ'],
  ['North Korean', 'KP'],
  ['Brussels', 'EU'],
  ['the Netherlands', 'NL'],
  ['Dutch', 'NL'],
])('%s stands for %s', (text, code) => {
  expect(countryOf(text)).toBe(code);
});

test.each(['us', 'Putin', 'Korean', 'Man', 'Kingston', 'Russian Defence Ministry', '', 'the', 's'])(
  '"%s" alone names no country',
  (text) => {
    expect(countryOf(text)).toBeNull();
  },
);

test('tells a seat from a capital, a demonym and a country', () => {
  const forms = ['Kremlin', 'Moscow', 'Russian', 'Russia'].map((name) => standsFor(name)?.form);
  expect(forms).toEqual(['seat', 'capital', 'demonym', 'country']);
});

test('names a country and its people in English', () => {
  expect([countryName('UA'), demonym('UA'), countryName('EU'), demonym('EU')]).toEqual([
    'Ukraine',
    'Ukrainian',
    'European Union',
    'European',
  ]);
});
