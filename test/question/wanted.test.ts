import { expect, test } from 'vitest';
import { answerType } from '../../src/question/answer-type.ts';
import { type Wanted, wantedBy } from '../../src/question/wanted.ts';
import { wordsOf } from '../../src/question/words.ts';

const wanted = (text: string): Wanted => wantedBy({ text, answerType: answerType(wordsOf(text)) });

test.each([
  { asked: 'Which country banned the nets?', kind: 'country' },
  { asked: 'Crews from which two nations took part?', kind: 'country' },
  { asked: 'The bridge closed on Sunday. Which US state is it in?', kind: 'state' },
  { asked: 'Which town has a new harbour?', kind: 'name' },
  { asked: 'Which ferry company cut its fares?', kind: 'name' },
  { asked: 'Which member of the crew spoke first?', kind: 'name' },
  { asked: 'Who won the regatta?', kind: 'name' },
  { asked: 'Where did the race end?', kind: 'name' },
  { asked: 'What year was the pier built?', kind: 'year' },
  { asked: 'When was the pier built?', kind: 'year' },
  { asked: 'What percentage of boats came home?', kind: 'percentage' },
  { asked: 'How much did the pier cost?', kind: 'amount' },
  { asked: 'How old is the skipper?', kind: 'number' },
  { asked: 'Which fish came back to the bay?', kind: 'other' },
  { asked: 'What did the skipper find?', kind: 'other' },
  { asked: 'Why did the race end?', kind: 'other' },
])('“$asked” wants a $kind', ({ asked, kind }) => {
  expect(wanted(asked)).toEqual({ kind, counted: '' });
});

test('knows what is counted', () => {
  expect(wanted('How many boats sank?')).toEqual({ kind: 'number', counted: 'boats' });
});

test('takes the noun that follows, not one of the next clause', () => {
  expect(wanted('Which fish, a rare one in that country, came back?').kind).toBe('other');
});
