import { expect, test } from 'vitest';
import type { Kind, Wanted } from '../../src/question/wanted.ts';
import { finderOf } from '../../src/retrieval/wanted.ts';
import { termsOf } from '../../src/text/terms.ts';

const asked = new Set(termsOf('Norway Quill boats 2019 30').map(({ stem }) => stem));
const worth = (wanted: Wanted, text: string): number =>
  finderOf(wanted, ({ stem }) => !asked.has(stem))({ text, terms: termsOf(text) });

const cases: { kind: Kind; counted?: string; holds: string; lacks: string }[] = [
  { kind: 'country', holds: 'Crews came from New Zealand.', lacks: 'Crews came from Norway.' },
  { kind: 'country', holds: 'They fled to Peru', lacks: 'a pan of china' },
  { kind: 'state', holds: 'a pier in South Carolina', lacks: 'a pier in the south' },
  { kind: 'state', holds: 'The Ohio ferry sank.', lacks: 'A ferry sank.' },
  { kind: 'name', holds: 'on Sunday Ada Tarn won', lacks: 'on Sunday Ada Quill won' },
  { kind: 'name', holds: 'a boat named Heron', lacks: 'Boats came home.' },
  { kind: 'year', holds: 'built in 1921', lacks: 'built in 2019' },
  { kind: 'percentage', holds: 'a share of 40%', lacks: 'a share of $40' },
  { kind: 'amount', holds: 'It cost £40.', lacks: 'It cost 40 lives.' },
  { kind: 'amount', holds: 'some 40 million', lacks: 'some million' },
  { kind: 'number', counted: 'boats', holds: '40 small boats', lacks: '40 crews of three boats' },
  { kind: 'number', holds: 'aged 40', lacks: 'aged 30' },
];

test.each(cases)('finds a $kind in “$holds”, none in “$lacks”', (one) => {
  const wanted = { kind: one.kind, counted: one.counted ?? '' };
  expect(worth(wanted, one.holds)).toBeGreaterThan(0);
  expect(worth(wanted, one.lacks)).toBe(0);
});

test('trusts a list more than a look', () => {
  const text = 'The crew sailed to Peru.';
  expect(worth({ kind: 'country', counted: '' }, text)).toBeGreaterThan(
    worth({ kind: 'name', counted: '' }, text),
  );
});

test('finds nothing where nothing has a look of its own', () => {
  expect(worth({ kind: 'other', counted: '' }, 'Ada Tarn of Peru won £40 in 1921.')).toBe(0);
});
