import { expect, test } from 'vitest';
import { closedQuotations } from '../../src/attribution/frames/open-quotation.ts';
import { attributionsOf, wordsOf } from './spans-notation.ts';

test.each([
  {
    case: 'a quotation of two sentences is told to its end',
    text: 'Holt declared, “The wall may fall. It was built long ago.” Then he left.',
    found: ['Holt · declared · “The wall may fall'],
    is: ['Holt · declared · “The wall may fall. It was built long ago.”'],
  },
  {
    case: 'two apostrophes open and close in turn',
    text: "Holt said it was a tale ''of fear, but also of hope.'' He left.",
    found: ["Holt · said · it was a tale ''of fear"],
    is: ["Holt · said · it was a tale ''of fear, but also of hope.''"],
  },
  {
    case: 'what is closed stays as it is',
    text: 'Holt called it “a tale” and said “no.”',
    found: ['Holt · called · it “a tale”'],
    is: ['Holt · called · it “a tale”'],
  },
  {
    case: 'a closing mark alone opens nothing',
    text: '"The wall fell," Holt said, and "we left" too.',
    found: ['Holt · said · fell,"'],
    is: ['Holt · said · fell,"'],
  },
  {
    case: 'what is said within a quotation is quoted',
    text: 'Holt said “I fell. Roe warned of the wall.”',
    found: ['Holt · said · “I fell', 'Roe · warned of · the wall'],
    is: ['Holt · said · “I fell. Roe warned of the wall.”', 'Roe · warned of · the wall'],
  },
  {
    case: 'who speaks beyond the mark is not taken in',
    text: 'Holt said “I fell, and Roe warned of the wall” that night.',
    found: ['Holt · said · “I fell', 'Roe · warned of · the wall” that night'],
    is: ['Holt · said · “I fell', 'Roe · warned of · the wall” that night'],
  },
  {
    case: 'a quotation that never ends is left alone',
    text: 'Holt said “the wall fell. He left.',
    found: ['Holt · said · “the wall fell'],
    is: ['Holt · said · “the wall fell'],
  },
])('$case', ({ text, found, is }) => {
  const closed = closedQuotations(
    text,
    { start: 0, end: text.length },
    attributionsOf(text, found),
  );
  expect(closed.map((one) => wordsOf(text, one))).toEqual(is);
});
