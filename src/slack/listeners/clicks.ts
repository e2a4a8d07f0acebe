import type { BlockAction, webApi } from '@slack/bolt';
import { failureWords } from '../../render/wording.ts';
import { type ActionValue, readValue } from '../blocks/action-values.ts';
import { type Message, noteMessage } from '../blocks/message.ts';
import { deliver } from '../deliver.ts';
import { referenced } from '../desk.ts';
import type { Surface } from '../page.ts';
import type { Place } from '../place.ts';
import type { Workspace } from '../workspace.ts';
import { workspaceOf } from '../workspace.ts';
import type { Parts } from './parts.ts';

/** A button pressed, with what is needed to answer it: the same for messages, modals and the App Home. */
export interface Click {
  /** Names this press. */
  readonly key: string;
  readonly value: ActionValue;
  readonly user: string;
  readonly workspace: Workspace;
  readonly client: webApi.WebClient;
  readonly triggerId: string;
  readonly surface: Surface | 'home';
  readonly channel: string | undefined;
  readonly messageTs: string | undefined;
  readonly threadTs: string | undefined;
  readonly responseUrl: string | undefined;
  readonly view:
    | { readonly id: string; readonly hash: string; readonly callbackId: string }
    | undefined;
}

type Context = Parameters<typeof workspaceOf>[0];

/** Reads a press out of what Slack sends for it. */
export function clickOf(body: BlockAction, context: Context, client: webApi.WebClient): Click {
  const action = body.actions[0] as {
    readonly value?: string;
    readonly action_id?: string;
    readonly action_ts?: string;
  };
  const { container, view, message } = body;
  const thread: unknown = container.thread_ts ?? message?.thread_ts;
  const messageTs: unknown = container.message_ts ?? message?.ts;
  const channel: unknown = body.channel?.id ?? container.channel_id;
  return {
    key: ['click', body.user.id, action.action_id, action.action_ts, messageTs ?? view?.id].join(
      ':',
    ),
    value: readValue(action.value),
    user: body.user.id,
    workspace: workspaceOf(context),
    client,
    triggerId: body.trigger_id,
    surface: surfaceOf(body),
    channel: text(channel),
    messageTs: text(messageTs),
    threadTs: text(thread),
    responseUrl: body.response_url || undefined,
    view: view && { id: view.id, hash: view.hash, callbackId: view.callback_id },
  };
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

function surfaceOf({ view, container }: BlockAction): Click['surface'] {
  if (view) return view.type === 'home' ? 'home' : 'modal';
  return container.is_ephemeral === true ? 'private' : 'thread';
}

/** Where the answer to a press belongs: the thread of its message, or the one who pressed. */
export function placeOf(click: Click): Place {
  const { channel, user, responseUrl: url, threadTs, messageTs } = click;
  if (click.surface === 'private' && url !== undefined && channel !== undefined) {
    return { kind: 'response', url, channel, user, ...(threadTs ? { threadTs } : {}) };
  }
  if (click.surface !== 'thread' || channel === undefined) {
    return { kind: 'thread', channel: user, user };
  }
  const root = threadTs ?? messageTs;
  return {
    kind: 'thread',
    channel,
    user,
    ...(root ? { threadTs: root } : {}),
    ...(url ? { responseUrl: url } : {}),
  };
}

/** Says something to the one who pressed, and to nobody else. */
export async function tell(parts: Parts, click: Click, message: Message | string): Promise<void> {
  const { channel, user, responseUrl: url, client, threadTs } = click;
  const said = typeof message === 'string' ? noteMessage(message) : message;
  const place: Place =
    url !== undefined && channel !== undefined
      ? { kind: 'response', url, channel, user, ...(threadTs ? { threadTs } : {}) }
      : { kind: 'thread', channel: user, user };
  await deliver(said, place, { ...parts.post, client });
}

/** Runs `work`; what goes wrong is logged under a reference, which the one who pressed is told. */
export async function guarded(
  parts: Parts,
  click: Click,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reference = referenced(parts.logger, error);
    await tell(parts, click, failureWords(reference)).catch((failure: unknown) => {
      parts.logger.error('nobody could be told of a failure', { reference, error: failure });
    });
  }
}
