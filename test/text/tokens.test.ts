import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slice } from '../../src/text/span.ts';
import { tokens } from '../../src/text/tokens.ts';

const words = (text: string) =>
  tokens(text, { start: 0, end: text.length }).map((span) => slice(text, span));

test.each([
  {
    case: 'curly quotes',
    text: '“No,” she said.',
    found: ['“', 'No', ',', '”', 'she', 'said', '.'],
  },
  {
    case: 'TeX quotes',
    text: "``No,'' he said.",
    found: ['``', 'No', ',', "''", 'he', 'said', '.'],
  },
  { case: "possessive 's", text: 'Russia’s army', found: ['Russia', '’s', 'army'] },
  { case: "n't", text: "hasn't and can’t", found: ['has', "n't", 'and', 'ca', 'n’t'] },
  { case: 'a dash between words', text: 'missiles—capable', found: ['missiles', '—', 'capable'] },
  { case: 'double hyphens', text: 'war -- he said', found: ['war', '--', 'he', 'said'] },
  { case: 'a hyphenated word', text: 'U.S.-made jets', found: ['U.S.', '-', 'made', 'jets'] },
  {
    case: 'initials',
    text: 'the U.S. at 5 p.m. today',
    found: ['the', 'U.S.', 'at', '5', 'p.m.', 'today'],
  },
  { case: 'a title', text: 'Sen. Vail spoke.', found: ['Sen.', 'Vail', 'spoke', '.'] },
  { case: 'numbers', text: '$1,200.50 and 42%', found: ['$', '1,200.50', 'and', '42', '%'] },
  { case: 'an ellipsis', text: 'so … or ...', found: ['so', '…', 'or', '...'] },
  {
    case: 'a handle and an address',
    text: '@vail: https://t.co/x.',
    found: ['@vail', ':', 'https://t.co/x', '.'],
  },
  { case: "O'Brien", text: "O'Brien's plan", found: ["O'Brien", "'s", 'plan'] },
])('splits $case', ({ text, found }) => {
  expect(words(text)).toEqual(found);
});

test('tokens of any text are in order, not empty, and leave out only white space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let end = 0;
      for (const token of tokens(text, { start: 0, end: text.length })) {
        expect(text.slice(end, token.start).trim()).toBe('');
        expect(token.end).toBeGreaterThan(token.start);
        end = token.end;
      }
      expect(text.slice(end).trim()).toBe('');
    }),
  );
});
