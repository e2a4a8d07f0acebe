import type { App } from '@slack/bolt';
import type { Request, Workspace } from '../desk.ts';
import { type MessageEvent, type Question, verdict } from '../incoming.ts';
import { questionText } from '../question-text.ts';
import { conversationOf, type Parts, workspaceOf } from './parts.ts';

/** A question in a direct message goes on from the one before it for this long, even outside its thread. */
const DIRECT_FOLLOW_UP = 15 * 60_000;

/** Mentions in channels, and direct messages: nothing else that is said. */
export function listenToMessages(app: App, parts: Parts): void {
  app.event('app_mention', async ({ event, context, body }) => {
    await heard(parts, event as MessageEvent, context, body);
  });
  app.event('message', async ({ event, context, body }) => {
    await heard(parts, event as MessageEvent, context, body);
  });
}

type EventContext = Parameters<typeof workspaceOf>[0] & { readonly botUserId?: string };

interface Envelope {
  readonly is_ext_shared_channel?: boolean;
}

async function heard(
  parts: Parts,
  event: MessageEvent,
  context: EventContext,
  body: Envelope,
): Promise<void> {
  const { botUserId } = context;
  const external = body.is_ext_shared_channel === true;
  const decided = verdict(event, { botUserId, external, answerExternal: parts.answerExternal });
  if (decided.kind !== 'question') {
    const why = decided.kind === 'ignored' ? decided.why : 'not addressed to the bot';
    parts.logger.debug('message left alone', { why });
    return;
  }
  await parts.desk.receive(requestFor(decided, workspaceOf(context), botUserId));
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
