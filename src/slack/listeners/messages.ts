import type { App, webApi } from '@slack/bolt';
import { NOT_OUTSIDE } from '../../render/surface-wording.ts';
import type { Request } from '../desk.ts';
import { type MessageEvent, type Question, verdict } from '../incoming.ts';
import { questionText } from '../question-text.ts';
import type { Workspace } from '../workspace.ts';
import { conversationOf, messageKey, workspaceOf } from '../workspace.ts';
import { editOf, offerAgain } from './edits.ts';
import type { Parts } from './parts.ts';
import { isMeantForBot, talkBefore } from './thread-talk.ts';

/** A question in a direct message goes on from the one before it for this long, even outside its thread. */
const DIRECT_FOLLOW_UP = 15 * 60_000;

/** Mentions in channels, and direct messages: nothing else that is said. */
export function listenToMessages(app: App, parts: Parts): void {
  app.event('app_mention', async ({ event, ...heardWith }) => {
    await heard(parts, event as MessageEvent, heardWith);
  });
  app.event('message', async ({ event, ...heardWith }) => {
    await heard(parts, event as MessageEvent, heardWith);
  });
}

type EventContext = Parameters<typeof workspaceOf>[0] & { readonly botUserId?: string };

interface Envelope {
  readonly is_ext_shared_channel?: boolean;
}

interface Heard {
  readonly context: EventContext;
  readonly client: webApi.WebClient;
  readonly body: Envelope;
}

/** Said to the asker alone, once: others, of whatever organisation, see nothing. */
async function decline(
  { memory, logger }: Parts,
  { channel, user, ts, threadTs, inThread }: Question,
  client: webApi.WebClient,
): Promise<void> {
  if (!memory.firstSight(`declined:${channel}:${ts}`)) return;
  const thread = inThread ? { thread_ts: threadTs } : {};
  try {
    await client.chat.postEphemeral({ channel, user, text: NOT_OUTSIDE, ...thread });
  } catch (error) {
    logger.warn('nobody could be told that shared channels are not answered', { error });
  }
}

async function heard(parts: Parts, event: MessageEvent, from: Heard): Promise<void> {
  const { context, client, body } = from;
  const { botUserId } = context;
  const external = body.is_ext_shared_channel === true;
  const decided = verdict(event, { botUserId, external, answerExternal: parts.answerExternal });
  const workspace = workspaceOf(context);
  switch (decided.kind) {
    case 'ignored': {
      const edit = editOf(event);
      if (edit) await offerAgain(parts, edit, { workspace, client, botUserId });
      else parts.logger.debug('message left alone', { why: decided.why });
      return;
    }
    case 'overheard':
      return overhear(parts, decided.question, event, workspace);
    case 'declined':
      return decline(parts, decided.question, client);
    case 'question':
      return receive(parts, decided, from, event);
  }
}

/** A question meant for the bot, with what was said before it where the bot is new to the thread. */
async function receive(
  parts: Parts,
  question: Question,
  { context, client }: Heard,
  { edited, parent_user_id: parent }: MessageEvent,
): Promise<void> {
  const workspace = workspaceOf(context);
  const { botUserId } = context;
  const request = requestFor(question, workspace, botUserId);
  const { key, conversation } = request.enquiry;
  if (edited?.ts && parts.desk.knows(key)) {
    const edit = { ...question, version: edited.ts, before: '', after: question.text };
    return offerAgain(parts, edit, { workspace, client, botUserId });
  }
  if (parent !== undefined && parent !== question.user) parts.memory.crowd(conversation);
  const isNew = question.inThread && parts.memory.turns(conversation).length === 0;
  const talk =
    isNew && !parts.desk.knows(key) ? await talkBefore(parts, client, question, botUserId) : [];
  await parts.desk.receive({ ...request, enquiry: { ...request.enquiry, talk } });
}

/** Words in a thread without a mention: answered only where nobody else can be meant. */
async function overhear(
  parts: Parts,
  question: Question,
  event: MessageEvent,
  workspace: Workspace,
): Promise<void> {
  const conversation = conversationOf(workspace, question.channel, question.threadTs);
  const begunWithBot = parts.desk.knows(messageKey(workspace, question.channel, question.threadTs));
  const parent = event.parent_user_id;
  if (!isMeantForBot(parts.memory, { question, conversation, begunWithBot, parent })) return;
  const request = requestFor(question, workspace, undefined);
  await parts.desk.receive({ ...request, enquiry: { ...request.enquiry, unasked: true } });
}

function requestFor(
  question: Question,
  workspace: Workspace,
  botUserId: string | undefined,
): Request {
  const { channel, ts, threadTs, user, direct, inThread } = question;
  const latest = conversationOf(workspace, channel, 'latest');
  return {
    enquiry: {
      key: messageKey(workspace, channel, ts),
      text: questionText(question.text, botUserId),
      asker: user,
      conversation: conversationOf(workspace, channel, threadTs),
      ...(direct && !inThread
        ? { before: { conversation: latest, within: DIRECT_FOLLOW_UP } }
        : {}),
      surface: 'thread',
    },
    place: { kind: 'thread', channel, threadTs, user, asked: ts },
    workspace,
  };
}
