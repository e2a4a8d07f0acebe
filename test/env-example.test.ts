import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { expect, test } from 'vitest';
import { readConfig, SETTINGS } from '../src/config.ts';

const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');

test('.env.example explains every setting, and only those', () => {
  expect(Object.keys(parse(example)).sort()).toEqual([...SETTINGS].sort());
  for (const name of SETTINGS)
    expect(example).toMatch(new RegExp(`^#.*\\n(#.*\\n)*.*${name}=$`, 'm'));
});

test('.env.example can be used as it is', () => {
  expect(readConfig(parse(example))).toEqual(readConfig({}));
});
