import { randomBytes } from 'node:crypto';
import { keyOf, type Message, nextId, type ResponseUrl, type World } from './world.ts';

/** A trigger id opens one view within 3 s: docs.slack.dev/interactivity/handling-user-interaction */
const TRIGGER_LIFE = 3_000;

/** A response_url serves 30 minutes: docs.slack.dev/interactivity/handling-user-interaction */
const RESPONSE_LIFE = 30 * 60_000;

export function newTrigger(world: World, user: string): string {
  const id = `${world.count()}.${world.count()}.${randomBytes(16).toString('hex')}`;
  world.triggers.set(id, { user, expires: world.now() + TRIGGER_LIFE, exchanged: false });
  return id;
}

type Asked = Pick<ResponseUrl, 'channel' | 'user' | 'original' | 'threadTs'>;

/** An address the app may answer to, five times, even where it is not a member. */
export function newResponseUrl(world: World, asked: Asked): string {
  const id = `${nextId(world, 'R')}${randomBytes(8).toString('hex')}`;
  world.responseUrls.set(id, { ...asked, uses: 0, expires: world.now() + RESPONSE_LIFE });
  return `${world.baseUrl}/response/${id}`;
}

/** What a click on a message may answer to. */
export const askedOn = (message: Message, user: string): Asked => ({
  channel: message.channel,
  user,
  original: keyOf(message.channel, message.ts),
  ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
});
