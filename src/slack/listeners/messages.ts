import type { App, webApi } from '@slack/bolt';
import { NOT_OUTSIDE } from '../../render/surface-wording.ts';
import type { Request, Workspace } from '../desk.ts';
import { type MessageEvent, type Question, verdict } from '../incoming.ts';
import { questionText } from '../question-text.ts';
import { conversationOf, type Parts, workspaceOf } from './parts.ts';

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

async function heard(
  parts: Parts,
  event: MessageEvent,
  { context, client, body }: Heard,
): Promise<void> {
  const { botUserId } = context;
  const external = body.is_ext_shared_channel === true;
  const decided = verdict(event, { botUserId, external, answerExternal: parts.answerExternal });
  const workspace = workspaceOf(context);
  switch (decided.kind) {
    case 'ignored':
      return parts.logger.debug('message left alone', { why: decided.why });
    case 'overheard':
      return;
    case 'declined':
      return decline(parts, decided.question, client);
    case 'question':
      await parts.desk.receive(requestFor(decided, workspace, botUserId));
  }
}

function requestFor(
  question: Question,
  workspace: Workspace,
  botUserId: string | undefined,
): Request {
  const { channel, ts, threadTs, user, direct, inThread } = question;
  const direction = conversationOf(workspace, channel, 'latest');
  return {
    enquiry: {
      key: ['message', workspace.enterprise ?? workspace.team, channel, ts].join(':'),
      text: questionText(question.text, botUserId),
      asker: user,
      conversation: conversationOf(workspace, channel, threadTs),
      ...(direct && !inThread
        ? { before: { conversation: direction, within: DIRECT_FOLLOW_UP } }
        : {}),
      surface: 'thread',
    },
    place: { kind: 'thread', channel, threadTs, user, asked: ts },
    workspace,
  };
}
