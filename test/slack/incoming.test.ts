import { expect, test } from 'vitest';
import { type MessageEvent, verdict } from '../../src/slack/incoming.ts';

const AROUND = { botUserId: 'UBOT', external: false, answerExternal: false };

const spoken = {
  user: 'U1',
  channel: 'C1',
  ts: '1.0002',
  text: '<@UBOT> what did the mayor say?',
} as const;
const mention: MessageEvent = { type: 'app_mention', ...spoken };
const inChannel: MessageEvent = {
  type: 'message',
  channel_type: 'channel',
  ...spoken,
  text: 'what did the mayor say?',
};
const direct: MessageEvent = { ...inChannel, channel_type: 'im', channel: 'D1' };

interface Row {
  readonly shape: string;
  readonly event: MessageEvent;
  readonly outcome: 'reply' | 'silence' | 'overheard' | 'declined';
  readonly around?: Partial<typeof AROUND>;
}

const without = (event: MessageEvent, field: keyof MessageEvent): MessageEvent =>
  Object.fromEntries(
    Object.entries(event).filter(([name]) => name !== field),
  ) as unknown as MessageEvent;

const ROWS: readonly Row[] = [
  { shape: 'a mention in a channel', event: mention, outcome: 'reply' },
  { shape: 'a mention in a thread', event: { ...mention, thread_ts: '1.0001' }, outcome: 'reply' },
  {
    shape: 'a mention at the root of a thread',
    event: { ...mention, thread_ts: '1.0002' },
    outcome: 'reply',
  },
  {
    shape: 'a mention with nothing else',
    event: { ...mention, text: '<@UBOT>' },
    outcome: 'reply',
  },
  {
    shape: 'a mention with a file',
    event: { ...mention, subtype: 'file_share' },
    outcome: 'reply',
  },
  {
    shape: 'a mention also sent to the channel',
    event: { ...mention, subtype: 'thread_broadcast', thread_ts: '1.0001' },
    outcome: 'reply',
  },
  {
    shape: 'a mention after a quotation of somebody else',
    event: { ...mention, text: '&gt; he said no\n<@UBOT> who?' },
    outcome: 'reply',
  },
  {
    shape: 'a mention within a quoted message only',
    event: { ...mention, text: '&gt; <@UBOT> who said no?\nlook what she asked' },
    outcome: 'silence',
  },
  {
    shape: 'a mention by a bot of the old style',
    event: { ...without(mention, 'user'), subtype: 'bot_message', bot_id: 'B9' },
    outcome: 'silence',
  },
  {
    shape: 'a mention by a bot of the new style',
    event: { ...mention, bot_id: 'B9' },
    outcome: 'silence',
  },
  { shape: 'a mention by the bot itself', event: { ...mention, user: 'UBOT' }, outcome: 'silence' },
  { shape: 'a mention by Slackbot', event: { ...mention, user: 'USLACKBOT' }, outcome: 'silence' },
  { shape: 'a mention without a user', event: without(mention, 'user'), outcome: 'silence' },
  { shape: 'a mention without a channel', event: without(mention, 'channel'), outcome: 'silence' },
  { shape: 'a mention without a ts', event: without(mention, 'ts'), outcome: 'silence' },
  {
    shape: 'a mention in a channel shared with others',
    event: mention,
    around: { external: true },
    outcome: 'declined',
  },
  {
    shape: 'the same where that is allowed',
    event: mention,
    around: { external: true, answerExternal: true },
    outcome: 'reply',
  },
  {
    shape: 'a bot in a channel shared with others',
    event: { ...mention, bot_id: 'B9' },
    around: { external: true },
    outcome: 'silence',
  },
  { shape: 'talk in a channel', event: inChannel, outcome: 'silence' },
  {
    shape: 'talk in a private channel',
    event: { ...inChannel, channel_type: 'group' },
    outcome: 'silence',
  },
  {
    shape: 'talk in a group message',
    event: { ...inChannel, channel_type: 'mpim', channel: 'G1' },
    outcome: 'silence',
  },
  { shape: 'talk in a thread', event: { ...inChannel, thread_ts: '1.0001' }, outcome: 'overheard' },
  {
    shape: 'a mention as a message event',
    event: { ...inChannel, text: spoken.text },
    outcome: 'silence',
  },
  {
    shape: 'a mention with a label as a message event',
    event: { ...inChannel, text: '<@UBOT|quoth> hm?' },
    outcome: 'silence',
  },
  {
    shape: 'a mention of somebody else',
    event: { ...inChannel, text: '<@U2> what?' },
    outcome: 'silence',
  },
  { shape: 'a direct message', event: direct, outcome: 'reply' },
  {
    shape: 'a direct message in a thread',
    event: { ...direct, thread_ts: '1.0001' },
    outcome: 'reply',
  },
  {
    shape: 'a direct message that mentions the bot',
    event: { ...direct, text: spoken.text },
    outcome: 'reply',
  },
  {
    shape: 'a direct message without a channel type',
    event: without(direct, 'channel_type'),
    outcome: 'reply',
  },
  {
    shape: 'a direct message with a file',
    event: { ...direct, subtype: 'file_share' },
    outcome: 'reply',
  },
  {
    shape: 'a direct message of the bot itself',
    event: { ...direct, user: 'UBOT', bot_id: 'BBOT' },
    outcome: 'silence',
  },
  {
    shape: 'a direct message of another bot',
    event: { ...direct, bot_id: 'B9' },
    outcome: 'silence',
  },
  {
    shape: 'an edit',
    event: { ...without(direct, 'user'), subtype: 'message_changed', hidden: true },
    outcome: 'silence',
  },
  {
    shape: 'a deletion',
    event: { ...without(direct, 'user'), subtype: 'message_deleted', hidden: true },
    outcome: 'silence',
  },
  {
    shape: 'a hidden message without a subtype',
    event: { ...direct, hidden: true },
    outcome: 'silence',
  },
  { shape: '/me', event: { ...direct, subtype: 'me_message' }, outcome: 'silence' },
  { shape: 'somebody joins', event: { ...inChannel, subtype: 'channel_join' }, outcome: 'silence' },
  {
    shape: 'somebody leaves',
    event: { ...inChannel, subtype: 'channel_leave' },
    outcome: 'silence',
  },
  { shape: 'a new topic', event: { ...inChannel, subtype: 'channel_topic' }, outcome: 'silence' },
  {
    shape: 'a new purpose',
    event: { ...inChannel, subtype: 'channel_purpose' },
    outcome: 'silence',
  },
  { shape: 'a new name', event: { ...inChannel, subtype: 'channel_name' }, outcome: 'silence' },
  {
    shape: 'an archived channel',
    event: { ...inChannel, subtype: 'channel_archive' },
    outcome: 'silence',
  },
  {
    shape: 'a message whose key was revoked',
    event: { ...direct, user: 'UREVOKEDU', subtype: 'ekm_access_denied' },
    outcome: 'silence',
  },
  {
    shape: 'notice of a reply',
    event: { ...inChannel, subtype: 'message_replied', hidden: true },
    outcome: 'silence',
  },
  {
    shape: 'the root of an assistant thread',
    event: { ...direct, subtype: 'assistant_app_thread' },
    outcome: 'silence',
  },
  { shape: 'a reminder', event: { ...direct, subtype: 'reminder_add' }, outcome: 'silence' },
  {
    shape: 'a pinned message',
    event: { ...inChannel, subtype: 'pinned_item' },
    outcome: 'silence',
  },
];

const OUTCOMES = {
  question: 'reply',
  ignored: 'silence',
  overheard: 'overheard',
  declined: 'declined',
} as const;

test.each(ROWS)('$shape: $outcome', ({ event, around, outcome }) => {
  expect(OUTCOMES[verdict(event, { ...AROUND, ...around }).kind]).toBe(outcome);
});

test('there are at least forty shapes', () => {
  expect(ROWS.length).toBeGreaterThanOrEqual(40);
});

test('an answer goes to the thread of the message, or begins one', () => {
  expect(verdict({ ...mention, thread_ts: '1.0001' }, AROUND)).toMatchObject({
    threadTs: '1.0001',
  });
  expect(verdict(mention, AROUND)).toMatchObject({ threadTs: '1.0002' });
});
