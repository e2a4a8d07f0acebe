import type { PageMessage, PageState } from '../page-state.ts';
import type { Names, Surface } from './blocks/surface.ts';
import { go, type Place } from './place.ts';
import { act } from './server.ts';
import { channelOf, type Store, userOf } from './store.ts';
import { attempt, toast } from './toast.ts';

/** What every part of the page works with. */
export interface Desk {
  readonly store: Store;
  readonly place: () => Place;
  readonly state: () => PageState;
  /** Messages that came while the person was elsewhere, by channel. */
  readonly unread: Map<string, number>;
  /** Whose JSON is open, by channel and ts. */
  readonly opened: Set<string>;
  /** The ts of the message that is being edited. */
  editing: string | null;
  /** Draws the page anew where it has changed. */
  readonly draw: () => void;
}

export function openThread(_desk: Desk, message: PageMessage): void {
  const thread = message.threadTs ?? message.ts;
  go({ channel: message.channel, tab: 'messages', thread });
}

export function closeThread(desk: Desk): void {
  const { channel } = desk.place();
  go({ channel, tab: 'messages' });
}

export function namesIn(state: PageState): Names {
  const rooms = state.channels.filter((channel) => channel.kind === 'channel');
  const people = state.users.filter((user) => !user.isBot);
  return {
    user: (id) => userOf(state, id).realName,
    channel: (id) => channelOf(state, id)?.name ?? id,
    users: people.map(({ id, realName }) => ({ id, name: realName })),
    channels: rooms.map(({ id, name }) => ({ id, name: `#${name}` })),
  };
}

/** The surface that a message's blocks stand on. */
export function messageSurface(desk: Desk, message: PageMessage): Surface {
  const where = { channel: message.channel, ts: message.ts };
  const kept = new Map<string, string | readonly string[] | null>();
  return {
    kind: 'message',
    use: (actionId, blockId, choice) => use({ ...where, actionId, blockId, choice }),
    keep: (actionId, blockId, choice) => void kept.set(`${blockId}/${actionId}`, choice),
    kept: (actionId, blockId) => kept.get(`${blockId}/${actionId}`),
    suggest: () => Promise.resolve([]),
    errors: {},
    names: namesIn(desk.state()),
  };
}

/** Tells the app that something was used. The server reports an app that does not respond. */
export async function use(body: Readonly<Record<string, unknown>>): Promise<void> {
  const done = act('use', body);
  attempt(done);
  await done.catch(() => undefined);
}

/** Sends what was typed; true when it went. */
export async function sent(
  name: string,
  body: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  try {
    await act(name, body);
    return true;
  } catch (error) {
    toast(error instanceof Error ? `Not sent: ${error.message}` : 'Not sent.');
    return false;
  }
}
