import { type JsonObject, textOf } from '../json.ts';
import { messageJson, repliesTo } from '../message-json.ts';
import type { Platform } from '../platform.ts';
import { type Channel, keyOf, type World } from '../world.ts';
import { channelOf } from './find.ts';
import type { Methods } from './method.ts';
import { refuse } from './refusal.ts';

/** conversations.*: https://docs.slack.dev/reference/methods/conversations.replies and others. */
export const conversationMethods: Methods = {
  'conversations.open': open,
  'conversations.info': ({ world }, args) => ({
    channel: channelJson(world, channelOf(world, args.channel)),
  }),
  'conversations.replies': replies,
};

function open({ world }: Platform, args: JsonObject): JsonObject {
  const users = textOf(args.users).split(',').filter(Boolean);
  const [user] = users;
  if (user === undefined && args.channel === undefined) return refuse('users_list_not_supplied');
  if (user !== undefined && !world.users.has(user)) return refuse('user_not_found');
  const channel = channelOf(world, user ?? args.channel);
  return { no_op: true, already_open: true, channel: { id: channel.id } };
}

const channelJson = (world: World, channel: Channel): JsonObject => ({
  id: channel.id,
  ...(channel.kind === 'channel' ? { name: channel.name, name_normalized: channel.name } : {}),
  is_channel: channel.kind === 'channel',
  is_group: false,
  is_im: channel.kind === 'im',
  is_mpim: false,
  is_private: channel.kind === 'im',
  is_archived: channel.isArchived === true,
  is_ext_shared: channel.isShared === true,
  is_member: channel.members.includes(world.bot.user),
  num_members: channel.members.length,
  topic: { value: channel.topic, creator: '', last_set: 0 },
  ...(channel.kind === 'im' ? { user: channel.members[0] } : {}),
});

/** Objects a page may hold, and holds when nothing is said. */
const MOST_REPLIES = 1000;

function replies({ world }: Platform, args: JsonObject): JsonObject {
  const channel = channelOf(world, args.channel);
  if (!channel.members.includes(world.bot.user)) return refuse('not_in_channel');
  const named = world.messages.get(keyOf(channel.id, textOf(args.ts)));
  const root = named?.threadTs ? world.messages.get(keyOf(channel.id, named.threadTs)) : named;
  if (root === undefined || root.ephemeralFor !== undefined) return refuse('thread_not_found');
  const thread = [root, ...repliesTo(world, root)];
  const limit = Number(args.limit ?? MOST_REPLIES);
  return {
    messages: thread.slice(0, limit).map((message) => messageJson(world, message)),
    has_more: thread.length > limit,
  };
}
