import { expect, test } from 'vitest';
import { verify } from '../../src/answer/verify.ts';
import { fishingDispute } from '../support/fishing-dispute.ts';

const index = fishingDispute();

test.each([
  { claim: 'a fairy tale for the evening news' },
  { claim: '"We will not cut a single net,"' },
  { claim: 'WE WILL NOT CUT\u00a0A SINGLE NET' },
  { claim: "“Oslo's goal was to reopen the strait.”" },
])('finds $claim letter by letter but for typography', ({ claim }) => {
  const found = verify(index, claim);
  expect(found.kind).toBe('verbatim');
});

test('names every place where the words stand', () => {
  const found = verify(index, 'Icelandic trawlers had cut 14 nets');
  if (found.kind !== 'verbatim') throw new Error(`Expected verbatim, got ${found.kind}`);
  expect(found.evidence.map(({ quotation }) => quotation.article.id).sort()).toEqual([
    'nets',
    'reprint',
  ]);
  for (const { quotation } of found.evidence)
    expect(quotation.text).toBe('Icelandic trawlers had cut 14 nets');
});

test.each([
  {
    claim: 'We will cut a single net',
    differences: [
      ['same', 'We will'],
      ['missing', 'not'],
      ['same', 'cut a single net'],
    ],
  },
  {
    claim: 'Icelandic trawlers had cut 40 nets off the island',
    differences: [
      ['same', 'Icelandic trawlers had cut'],
      ['missing', '14'],
      ['added', '40'],
      ['same', 'nets off the island'],
    ],
  },
  {
    claim: 'Icelandic trawlers had cut 14 lines',
    differences: [
      ['same', 'Icelandic trawlers had cut 14'],
      ['missing', 'nets'],
      ['added', 'lines'],
    ],
  },
  {
    claim: 'a fairy tale for the … news',
    differences: [
      ['same', 'a fairy tale for the'],
      ['missing', 'evening'],
      ['same', 'news'],
    ],
  },
])('shows how “$claim” was altered', ({ claim, differences }) => {
  const found = verify(index, claim);
  if (found.kind !== 'altered') throw new Error(`Expected altered, got ${found.kind}`);
  expect(found.differences.map(({ kind, text }) => [kind, text])).toEqual(
    expect.arrayContaining(differences),
  );
});

test.each(['The moon is made of cheese', 'ings of cod', '', '…'])('does not find “%s”', (claim) => {
  expect(verify(index, claim).kind).toBe('not-found');
});
