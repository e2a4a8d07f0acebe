import { expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { fishingDispute } from '../support/fishing-dispute.ts';

const index = fishingDispute();
const answerTo = (question: string, previous: readonly string[]) =>
  ask(index, question, { asOf: '2024-06-20', previous });

const ABOUT_NETS = 'what did Norway say about the nets?';

test.each([
  {
    previous: [ABOUT_NETS],
    said: 'and Iceland?',
    understood: 'What did Iceland say about the nets?',
  },
  {
    previous: [ABOUT_NETS],
    said: 'and what about the strait?',
    understood: 'What did Norway say about the strait?',
  },
  {
    previous: [ABOUT_NETS, 'and Iceland?'],
    said: 'and the tests?',
    understood: 'What did Iceland say about the tests?',
  },
  {
    previous: [ABOUT_NETS],
    said: 'since March',
    understood: 'What did Norway say about the nets since March?',
  },
  {
    previous: [`${ABOUT_NETS.slice(0, -1)} since May?`],
    said: 'since March',
    understood: 'What did Norway say about the nets since March?',
  },
  {
    previous: [ABOUT_NETS],
    said: 'did Reykjavik respond?',
    understood: 'Did Reykjavik respond to nets?',
  },
  {
    previous: [ABOUT_NETS],
    said: 'what did Halldal say?',
    understood: 'What did Halldal say about nets?',
  },
  {
    previous: ['what did Halldal say about nets?'],
    said: 'what did she say about Oslo?',
    understood: 'What did Halldal say about Oslo?',
  },
  {
    previous: ['who denied the accusation?'],
    said: 'what else did she say?',
    understood: 'What else did Icelandic Prime Minister Runa Halldal say about accusation?',
  },
  {
    previous: ['what has been said about the strait?'],
    said: 'by Vestrheim?',
    understood: 'What did Vestrheim say about strait?',
  },
  {
    previous: ['how many boats took part in the raid?'],
    said: 'and in the storm?',
    understood: 'How many boats took part in the storm?',
  },
  {
    previous: ['which village did Iceland damage?'],
    said: 'and Norway?',
    understood: 'Which village did Norway damage?',
  },
  {
    previous: ["What was Norway's reaction to the tests?"],
    said: 'and Iceland?',
    understood: "What was Iceland's reaction to the tests?",
  },
  {
    previous: ['When did Halldal fly to Grimsvik?'],
    said: 'why?',
    understood: 'Why did Halldal fly to Grimsvik?',
  },
  {
    previous: [ABOUT_NETS],
    said: 'why?',
    understood: 'What did Norway say about the nets, and why?',
  },
  {
    previous: [ABOUT_NETS],
    said: 'and Macron?',
    understood: 'What did Macron say about the nets?',
  },
  {
    previous: ['What did the ministry say was lost?'],
    said: 'how many boats?',
    understood: 'How many boats did the ministry say was lost?',
  },
  { previous: [ABOUT_NETS], said: 'who else?', understood: 'Who else said something about nets?' },
  {
    previous: ['who said nets had been cut?'],
    said: 'who else?',
    understood: 'Who else said nets had been cut?',
  },
])('understands “$said” after “$previous”', ({ previous, said, understood }) => {
  expect(answerTo(said, previous).understood).toBe(understood);
});

test.each([
  { said: 'What did Vestrheim say about the strait?' },
  { said: 'how many nets were cut off Brannholm?' },
  { said: 'Lindqvar boats' },
  { said: 'thanks' },
])('takes “$said” in a thread for a question of its own', ({ said }) => {
  expect(answerTo(said, [ABOUT_NETS]).understood).toBeNull();
});

test('searches anew: a follow-up without evidence of its own is not answered', () => {
  const answer = answerTo('and about the World Cup?', [ABOUT_NETS]);
  expect(answer.kind).toBe('nothing-found');
});

test('gives the second quotation of the answer before', () => {
  const all = answerTo('what did Norway say?', []);
  const second = answerTo('the second one', ['what did Norway say?']);
  if (all.kind !== 'quoted' || second.kind !== 'quoted') throw new Error('Expected quotations');
  expect(second.quotations.map(({ id }) => id)).toEqual([all.quotations[1]?.id]);
});

test('asked for the reason, keeps to the topic', () => {
  const { question } = answerTo('why?', [ABOUT_NETS]);
  expect(question).toMatchObject({
    terms: ['nets'],
    answerType: 'why',
    speaker: { text: 'Norway' },
  });
});

test('says that there are no more', () => {
  const answer = answerTo('more', ['what did Lindqvar say?']);
  expect(answer).toMatchObject({ kind: 'nothing-found', silence: { why: 'no-more' } });
});

test('does not hear the same speaker again when asked who else', () => {
  const answer = answerTo('who else?', [ABOUT_NETS]);
  if (answer.kind !== 'quoted') throw new Error('Expected quotations');
  expect(answer.quotations.map(({ credit }) => credit?.speaker)).toEqual([
    'Icelandic Prime Minister Runa Halldal',
  ]);
});

test('asked who else about a fact, hears all but the first who told it', () => {
  const answer = answerTo('who else?', ['how many boats?']);
  if (answer.kind !== 'quoted') throw new Error('Expected quotations');
  expect(answer.quotations.map(({ credit }) => credit?.speaker)).toEqual([
    'Harbour master Tove Lindqvar',
  ]);
});

test('hears nobody again who was heard before, however often asked who else', () => {
  const thread = ['what did Norway say about boats?'];
  const second = answerTo('who else?', thread);
  if (second.kind !== 'quoted') throw new Error('Expected quotations');
  expect(second.quotations.map(({ credit }) => credit?.speaker)).toEqual([
    'Harbour master Tove Lindqvar',
  ]);
  expect(answerTo('who else?', [...thread, 'who else?']).kind).toBe('nothing-found');
});
