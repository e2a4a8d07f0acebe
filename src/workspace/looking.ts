import { findChannel } from './driver.ts';
import { messagesIn, repliesTo } from './message-json.ts';
import { topModal } from './views.ts';
import type { Message, View, World } from './world.ts';

/** What there is to see in the workspace. */
export interface Looking {
  /** What everybody sees in a channel, oldest first. */
  readonly messages: (channel: string) => readonly Message[];
  readonly replies: (root: Message) => readonly Message[];
  /** What only this person sees, oldest first. */
  readonly ephemerals: (user: string) => readonly Message[];
  readonly modal: (user: string) => View | undefined;
  readonly home: (user: string) => View | undefined;
}

export const looking = (world: World): Looking => ({
  messages: (channel) => messagesIn(world, findChannel(world, channel).id),
  replies: (root) => repliesTo(world, root),
  ephemerals: (user) =>
    [...world.messages.values()].filter((message) => message.ephemeralFor === user),
  modal: (user) => topModal(world, user),
  home: (user) => world.views.get(world.homes.get(user) ?? ''),
});

/** How often `until` looks again when nothing happens in the workspace. */
const LOOK_EVERY = 20;

/** The first value of `look` that is neither undefined, null nor false. */
export function until<T>(
  world: World,
  look: () => T | undefined | null | false,
  milliseconds: number,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const check = (): void => {
      const value = look();
      if (value === undefined || value === null || value === false) return;
      finish();
      resolve(value);
    };
    const finish = (): void => {
      clearInterval(timer);
      clearTimeout(limit);
      world.watchers.delete(check);
    };
    const timer = setInterval(check, LOOK_EVERY);
    const limit = setTimeout(() => {
      finish();
      reject(new Error(`Nothing came of it within ${milliseconds} ms: ${String(look)}`));
    }, milliseconds);
    world.watchers.add(check);
    check();
  });
}
