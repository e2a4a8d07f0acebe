import { LIMITS } from '../block-kit/limits.ts';
import { isTrue, type JsonObject, textOf } from '../json.ts';
import { messageJson } from '../message-json.ts';
import { changeMessage, postEphemeral, postMessage, removeMessage } from '../messages.ts';
import type { Platform } from '../platform.ts';
import { type Channel, keyOf, type Message, nextTs, type World } from '../world.ts';
import { contentOf } from './content.ts';
import { channelOf, messageOf, writableChannel } from './find.ts';
import type { Methods } from './method.ts';
import { refuse } from './refusal.ts';

/** chat.*: https://docs.slack.dev/reference/methods/chat.postMessage and its neighbours. */
export const chatMethods: Methods = {
  'chat.postMessage': post,
  'chat.postEphemeral': postForOne,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': permalink,
};

function post(platform: Platform, args: JsonObject): JsonObject {
  const { world } = platform;
  const channel = writableChannel(world, args.channel);
  const { message } = postMessage(platform, {
    channel: channel.id,
    user: world.bot.user,
    botId: world.bot.id,
    ...contentOf(world, args, LIMITS.message.text),
    ...threadOf(world, channel, args),
    sent: { by: 'chat.postMessage', payload: args },
  });
  return { channel: channel.id, ts: message.ts, message: messageJson(world, message) };
}

/** The thread that a message goes to: a reply to a reply joins its root's thread. */
function threadOf(
  world: World,
  channel: Channel,
  args: JsonObject,
): { readonly threadTs?: string; readonly subtype?: 'thread_broadcast' } {
  const ts = textOf(args.thread_ts);
  if (ts === '') return {};
  const parent = world.messages.get(keyOf(channel.id, ts));
  if (parent?.ephemeralFor !== undefined) return refuse('cannot_reply_to_message');
  const threadTs = parent?.threadTs ?? ts;
  return isTrue(args.reply_broadcast) ? { threadTs, subtype: 'thread_broadcast' } : { threadTs };
}

function postForOne(platform: Platform, args: JsonObject): JsonObject {
  const { world } = platform;
  const channel = writableChannel(world, args.channel);
  const user = textOf(args.user);
  if (!channel.members.includes(user)) return refuse('user_not_in_channel');
  const { threadTs } = threadOf(world, channel, args);
  const message = postEphemeral(world, {
    channel: channel.id,
    user: world.bot.user,
    botId: world.bot.id,
    ...contentOf(world, args, LIMITS.message.text),
    ...(threadTs === undefined ? {} : { threadTs }),
    ephemeralFor: user,
    sent: { by: 'chat.postEphemeral', payload: args },
  });
  return { message_ts: message.ts };
}

function update(platform: Platform, args: JsonObject): JsonObject {
  const { world } = platform;
  const channel = channelOf(world, args.channel);
  const before = messageOf(world, channel, args.ts);
  if (before.user !== world.bot.user) return refuse('cant_update_message');
  const content = contentOf(world, args, LIMITS.message.updatedText);
  const { message } = changeMessage(platform, before, updated(world, before, args, content));
  return {
    channel: channel.id,
    ts: message.ts,
    text: message.text,
    message: messageJson(world, message),
  };
}

/** Text without blocks takes the old blocks away, as in Slack. */
const updated = (
  world: World,
  before: Message,
  args: JsonObject,
  content: ReturnType<typeof contentOf>,
): Message => ({
  ...before,
  ...content,
  edited: { user: world.bot.user, ts: nextTs(world) },
  sent: { by: 'chat.update', payload: args },
});

function remove(platform: Platform, args: JsonObject): JsonObject {
  const { world } = platform;
  const channel = channelOf(world, args.channel);
  const message = messageOf(world, channel, args.ts);
  if (message.user !== world.bot.user) return refuse('cant_delete_message');
  removeMessage(platform, message);
  return { channel: channel.id, ts: message.ts };
}

function permalink({ world }: Platform, args: JsonObject): JsonObject {
  const channel = channelOf(world, args.channel);
  const message = messageOf(world, channel, args.message_ts);
  const path = `archives/${channel.id}/p${message.ts.replace('.', '')}`;
  const thread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : '';
  return { channel: channel.id, permalink: `${world.baseUrl}/${path}${thread}` };
}
