import { isObject, type JsonObject, objectsOf, parsedJson, textOf } from '../json.ts';
import { type Channel, keyOf, type Message, type World } from '../world.ts';
import { refuse } from './refusal.ts';

/** The channel that an argument names, by id, by #name or by a person's id. */
export function channelOf(world: World, value: unknown): Channel {
  const name = textOf(value).replace(/^#/u, '');
  const found =
    world.channels.get(name) ??
    [...world.channels.values()].find((channel) =>
      channel.kind === 'im' ? channel.members.includes(name) : channel.name === name,
    );
  return found ?? refuse('channel_not_found');
}

/** A channel that the app may write to. */
export function writableChannel(world: World, value: unknown): Channel {
  const channel = channelOf(world, value);
  const invited = channel.members.includes(world.bot.user);
  if (!invited && channel.kind === 'im') return refuse('channel_not_found');
  if (!invited && !world.app.scopes.includes('chat:write.public')) return refuse('not_in_channel');
  if (channel.isArchived) return refuse('is_archived');
  return channel;
}

/** A message that everybody in its channel sees. */
export function messageOf(world: World, channel: Channel, ts: unknown): Message {
  const message = world.messages.get(keyOf(channel.id, textOf(ts)));
  if (message === undefined || message.ephemeralFor !== undefined)
    return refuse('message_not_found');
  return message;
}

/** An argument that is JSON: decoded, or still text as a form carries it. */
export const jsonArgument = (value: unknown): unknown =>
  typeof value === 'string' ? parsedJson(value) : value;

/** The blocks of an argument; undefined where none were given. */
export function blocksArgument(value: unknown): readonly JsonObject[] | undefined {
  if (value === undefined || value === '') return undefined;
  const blocks = jsonArgument(value);
  if (!Array.isArray(blocks) || !blocks.every(isObject)) return refuse('invalid_blocks_format');
  return objectsOf(blocks);
}
