import { expect, test } from 'vitest';
import { applyFrames } from '../../src/attribution/frames/apply-frames.ts';
import { attributionsOf, linesOf, wordsOf } from './spans-notation.ts';

test.each([
  {
    case: 'what stands below a colon is said',
    text: 'Maren Holt told the council on Friday:\n“The wall will stand. It was built to.”',
    found: [],
    is: ['Maren Holt · told · “The wall will stand. It was built to.”'],
  },
  {
    case: 'each paragraph that opens with a mark goes on, to the one that closes',
    text: 'In a statement, Holt said:\n“The wall will stand.\n“It was built to.\n“Go home.”\n“No,” Roe said.',
    found: ['Holt · said · In a statement'],
    is: [
      'Holt · said · “The wall will stand. + “It was built to. + “Go home.”',
      'Roe · said · “No,”',
    ],
  },
  {
    case: 'a quotation left open goes on in the next paragraph',
    text: '“The wall will stand,” Holt said. “It was built to.\n“Go home.” The crowd left.',
    found: ['Holt · said · “The wall will stand,”'],
    is: ['Holt · said · “The wall will stand,” + “It was built to. + “Go home.”'],
  },
  {
    case: 'a quotation of its own paragraph goes on for the last who spoke',
    text: '“The wall will stand,” Holt said on Friday.\n“It was built to last for a hundred years.”\nRepairs begin in May.',
    found: [],
    is: ['Holt · said · “The wall will stand,” + “It was built to last for a hundred years.”'],
  },
  {
    case: 'after a question nobody knows who answers',
    text: '“Will the wall stand?” Holt asked.\n“It was built to last for a hundred years.”\nRepairs begin in May.',
    found: [],
    is: ['Holt · asked · “Will the wall stand?”'],
  },
  {
    case: 'who addresses somebody may be another, who answers',
    text: '“We will not pay for the wall,” Holt said.\n“You promised us that wall two years ago.”\nThe hall fell silent.',
    found: [],
    is: ['Holt · said · “We will not pay for the wall,”'],
  },
  {
    case: 'who says no may be another, who answers',
    text: '“The wall will stand,” Holt said.\n“No, it was never built to last that long.”\nThe hall fell silent.',
    found: [],
    is: ['Holt · said · “The wall will stand,”'],
  },
  {
    case: 'who addresses somebody all along goes on',
    text: '“You will have your wall,” Holt said.\n“And you will be glad of it when the water comes.”\nRepairs begin in May.',
    found: [],
    is: [
      'Holt · said · “You will have your wall,” + “And you will be glad of it when the water comes.”',
    ],
  },
  {
    case: 'where two speak nobody knows who goes on',
    text: 'Roe said the wall was old. “It will stand,” Holt said.\n“It was built to last for a hundred years.”\nRepairs begin in May.',
    found: [],
    is: ['Roe · said · the wall was old', 'Holt · said · “It will stand,”'],
  },
  {
    case: 'a quotation with a speaker of its own is not taken',
    text: 'Holt told the council:\n“The wall is old,” Roe said.',
    found: [],
    is: ['Roe · said · “The wall is old,”'],
  },
  {
    case: 'what goes on after the quotation may be its speaker',
    text: 'Holt told the council:\n“The wall is old” was all that Roe wrote.',
    found: [],
    is: [],
  },
  {
    case: 'a statement that follows is said',
    text: 'After the storm Holt issued the following statement:\n“The wall will stand.”',
    found: ['Holt · issued · the following statement'],
    is: ['Holt · issued · “The wall will stand.”'],
  },
  {
    case: 'what is only described is no statement',
    text: 'Three sailors described the night:\n“The wall fell and the water came.”',
    found: ['Three sailors · described · the night'],
    is: ['Three sailors · described · the night'],
  },
  {
    case: 'a letter reads',
    text: 'The letter to the council reads:\n“The wall is old.”',
    found: [],
    is: ['The letter to the council · reads · “The wall is old.”'],
  },
  {
    case: 'a clause before the colon is said too',
    text: 'Holt said that, given the storm:\n“The wall will stand.”',
    found: ['Holt · said · that, given the storm'],
    is: ['Holt · said · that, given the storm + “The wall will stand.”'],
  },
  {
    case: 'the article’s own words below a colon are nobody’s',
    text: 'Holt told the council what it wanted to hear:\nThe wall will stand.',
    found: [],
    is: [],
  },
])('$case', ({ text, found, is }) => {
  const corrected = applyFrames(text, linesOf(text), attributionsOf(text, found));
  expect(corrected.map((one) => wordsOf(text, one))).toEqual(is);
  expect(applyFrames(text, linesOf(text), corrected)).toEqual(corrected);
});
