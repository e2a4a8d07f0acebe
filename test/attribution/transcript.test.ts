import { expect, test } from 'vitest';
import { applyFrames } from '../../src/attribution/frames/apply-frames.ts';
import { linesOf, wordsOf } from './spans-notation.ts';

const said = (text: string) =>
  applyFrames(text, linesOf(text), []).map((one) => wordsOf(text, one));

test('in a transcript each paragraph is said by the name before its colon', () => {
  expect(said('ADA QUILL: Will it stand?\nHOLT: It will. Go home.\nQUILL: No.')).toEqual([
    'ADA QUILL · : · Will it stand?',
    'HOLT · : · It will. Go home',
    'QUILL · : · No',
  ]);
});

test.each([
  { case: 'a place in capitals is no speaker', text: 'PORT AMITY: The wall fell.\nIt was old.' },
  {
    case: 'places of which each has its news are no speakers',
    text: 'PORT AMITY: The wall fell.\nPORT HOLT: The wall stands.',
  },
  {
    case: 'capitals and countries are no speakers',
    text: 'LONDON: The wall fell.\nPARIS: The wall stands.\nLONDON: It rained.',
  },
  { case: 'notices speak to nobody', text: 'WATCH: The wall falls\nBREAKING: The wall fell' },
  { case: 'nobody knows who asks and answers', text: 'Q: Will it stand?\nA: It will.' },
])('$case', ({ text }) => {
  expect(said(text)).toEqual([]);
});
