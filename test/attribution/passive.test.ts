import { expect, test } from 'vitest';
import { agentsOfPassives } from '../../src/attribution/frames/passive.ts';
import { attributionsOf, wordsOf } from './spans-notation.ts';

test.each([
  {
    case: 'the accused is no accuser',
    text: 'The governor was accused of hiding the report.',
    found: 'The governor · was accused of · hiding the report',
    is: '– · was accused of · hiding the report',
  },
  {
    case: 'the warned one does not warn',
    text: 'The senator has not been warned that the bridge was unsafe.',
    found: 'The senator · warned · that the bridge was unsafe',
    is: '– · warned · that the bridge was unsafe',
  },
  {
    case: 'a thing that is said to be something does not speak',
    text: 'The bridge was said to be safe.',
    found: 'The bridge · was said · to be safe',
    is: '– · was said · to be safe',
  },
  {
    case: 'who has not said it speaks',
    text: 'Quill hasn’t said when it will open.',
    found: 'Quill · hasn’t said · when it will open',
    is: 'Quill · hasn’t said · when it will open',
  },
  {
    case: 'a headline leaves out "was"',
    text: 'Governor accused of hiding report',
    found: 'Governor · accused · hiding report',
    is: '– · accused · hiding report',
  },
  {
    case: 'the agent stands behind "by"',
    text: 'The mayor was urged by the Ministry of Ports to resign, and left.',
    found: 'The mayor · was urged · to resign',
    is: 'the Ministry of Ports · was urged · to resign',
  },
  {
    case: 'what was taken for the end of the agent is said',
    text: 'The mayor has been accused by the opposition of hiding the report.',
    found: 'the opposition of hiding the report · has been accused · The mayor',
    is: 'the opposition · has been accused · The mayor + of hiding the report',
  },
  {
    case: 'the agent is not said',
    text: 'Quill was accused by Brandt of lying.',
    found: '– · was accused by · Quill + Brandt of lying',
    is: 'Brandt · was accused by · Quill + of lying',
  },
  {
    case: 'the model may end the agent earlier',
    text: 'The crew was told by a friend in the port that it would sail.',
    found: 'a friend · was told · that it would sail',
    is: 'a friend · was told · that it would sail',
  },
  {
    case: 'a telephone does not speak',
    text: 'The mayor was told by phone that the bridge had fallen.',
    found: 'phone · was told · that the bridge had fallen',
    is: '– · was told · that the bridge had fallen',
  },
  {
    case: 'who accuses somebody speaks',
    text: 'The governor accused the mayor of hiding the report.',
    found: 'The governor · accused · the mayor of hiding the report',
    is: 'The governor · accused · the mayor of hiding the report',
  },
  {
    case: 'who is quoted speaks',
    text: 'Brandt was quoted as saying that the harbour would reopen.',
    found: 'Brandt · was quoted as saying · that the harbour would reopen',
    is: 'Brandt · was quoted as saying · that the harbour would reopen',
  },
])('$case', ({ text, found, is }) => {
  const given = attributionsOf(text, [found]);
  const [one] = agentsOfPassives(text, [{ start: 0, end: text.length }], given);
  expect(one && wordsOf(text, one)).toBe(is);
});
