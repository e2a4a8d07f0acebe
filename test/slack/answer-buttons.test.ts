import { expect, test } from 'vitest';
import { BUTTONS } from '../../src/render/surface-wording.ts';
import { answerMessage } from '../../src/slack/blocks/answer-message.ts';
import { articleOf, evidenceOf, question, quotedOf } from '../support/evidence.ts';

const page = {
  id: 'page-1',
  asked: { text: 'q', previous: [], filters: {}, asOf: '2031-04-02', asker: 'U1' },
  before: [],
};
const input = { page, surface: 'thread', suggestions: ['Ada Quill on ferries'] } as const;
const evidence = [
  evidenceOf(articleOf('Ada Quill said the harbour would reopen on Monday.')),
  evidenceOf(articleOf('Bo Quill said it would not.')),
];

test.each([
  { days: 1, offered: false },
  { days: 2, offered: true },
])('the newest first are offered where there is a newest: $days', ({ days, offered }) => {
  const { message } = answerMessage(quotedOf(evidence, { days }), input);
  expect(JSON.stringify(message.blocks).includes(BUTTONS.newest)).toBe(offered);
});

test('thanks are taken without examples', () => {
  const thanked = { kind: 'no-question', why: 'thanks', question, understood: null } as const;
  const { message } = answerMessage({ ...thanked, searched: { articles: 1 } }, input);
  expect(message.text).toBe('You are welcome.');
  expect(JSON.stringify(message.blocks)).not.toContain('ferries');
});
