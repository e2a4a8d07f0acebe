import { emit } from '../events.ts';
import { messageJson } from '../message-json.ts';
import type { Delivered, Platform } from '../platform.ts';
import { askedOn, newResponseUrl, newTrigger } from '../tickets.ts';
import { viewJson } from '../views.ts';
import { type Message, nextTs, tell } from '../world.ts';
import { NO_ANSWER } from './actions.ts';
import { channelFields, interactionBase } from './payload.ts';

export interface ShortcutUse {
  readonly user: string;
  readonly callbackId: string;
  /** The message it was chosen on; a global shortcut has none. */
  readonly message?: Message;
}

/** A shortcut: https://docs.slack.dev/interactivity/implementing-shortcuts */
export async function runShortcut(platform: Platform, use: ShortcutUse): Promise<Delivered> {
  const { world, link } = platform;
  const outcome = await link.deliver('interactive', {
    type: use.message ? 'message_action' : 'shortcut',
    ...interactionBase(world, use.user),
    action_ts: nextTs(world),
    callback_id: use.callbackId,
    trigger_id: newTrigger(world, use.user),
    ...(use.message ? messageFields(platform, use.message, use.user) : {}),
  });
  if (!outcome.acked) tell(world, { kind: 'failure', user: use.user, text: NO_ANSWER });
  return outcome;
}

function messageFields({ world }: Platform, message: Message, user: string) {
  const channel = world.channels.get(message.channel);
  return {
    ...(channel ? { channel: channelFields(channel) } : {}),
    message_ts: message.ts,
    message: messageJson(world, message),
    response_url: newResponseUrl(world, askedOn(message, user)),
  };
}

/** A person opens the app: its Home tab or its messages. */
export function openApp(
  platform: Platform,
  user: string,
  tab: 'home' | 'messages',
): Promise<Delivered[]> {
  const { world } = platform;
  if (!world.app.events.includes('app_home_opened')) return Promise.resolve([]);
  const channel = [...world.channels.values()].find(
    (known) => known.kind === 'im' && known.members.includes(user),
  );
  const view = tab === 'home' ? world.views.get(world.homes.get(user) ?? '') : undefined;
  const event = {
    type: 'app_home_opened',
    user,
    channel: channel?.id ?? '',
    event_ts: nextTs(world),
    tab,
    ...(view ? { view: viewJson(world, view) } : {}),
  };
  return emit(platform, undefined, [event]);
}
