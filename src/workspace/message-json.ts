import type { JsonObject } from './json.ts';
import { type Channel, keyOf, type Message, type World } from './world.ts';

/** A message as Slack's API and events show it; fields that say nothing are left out. */
export function messageJson(world: World, message: Message): JsonObject {
  return {
    ...(message.clientMsgId ? { client_msg_id: message.clientMsgId } : {}),
    type: 'message',
    ...(message.subtype ? { subtype: message.subtype } : {}),
    text: message.text,
    user: message.user,
    ts: message.ts,
    team: world.team.id,
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments ? { attachments: message.attachments } : {}),
    ...botJson(world, message),
    ...threadJson(world, message),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(message.metadata ? { metadata: message.metadata } : {}),
    ...(message.reactions.length > 0 ? { reactions: reactionsJson(message) } : {}),
  };
}

function botJson(world: World, message: Message): JsonObject {
  if (!message.botId) return {};
  return {
    bot_id: message.botId,
    app_id: world.app.id,
    bot_profile: {
      id: message.botId,
      deleted: false,
      name: world.app.botName,
      app_id: world.app.id,
      team_id: world.team.id,
    },
  };
}

function threadJson(world: World, message: Message): JsonObject {
  if (message.threadTs === undefined) return rootJson(world, message);
  const parent = world.messages.get(keyOf(message.channel, message.threadTs));
  return {
    thread_ts: message.threadTs,
    ...(parent && parent.ts !== message.ts ? { parent_user_id: parent.user } : {}),
  };
}

function rootJson(world: World, message: Message): JsonObject {
  const replies = repliesTo(world, message);
  const last = replies.at(-1);
  if (last === undefined) return {};
  const people = [...new Set(replies.map((reply) => reply.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: people.length,
    latest_reply: last.ts,
    reply_users: people,
    is_locked: false,
  };
}

const reactionsJson = (message: Message): readonly JsonObject[] =>
  message.reactions.map((reaction) => ({ ...reaction, count: reaction.users.length }));

/** The answers in a message's thread that everybody sees, oldest first. */
export function repliesTo(world: World, root: Message): readonly Message[] {
  return messagesIn(world, root.channel).filter((message) => message.threadTs === root.ts);
}

/** The messages of a channel that everybody sees, oldest first. */
export function messagesIn(world: World, channel: string): readonly Message[] {
  return [...world.messages.values()]
    .filter((message) => message.channel === channel && message.ephemeralFor === undefined)
    .sort((a, b) => (a.ts < b.ts ? -1 : 1));
}

export const channelTypeOf = (channel: Channel): string =>
  channel.kind === 'im' ? 'im' : 'channel';

/** A channel's name as Slack's payloads give it. */
export const channelNameOf = (channel: Channel): string =>
  channel.kind === 'im' ? 'directmessage' : channel.name;
