import { type JsonObject, textOf } from '../json.ts';
import { replaceMessage } from '../messages.ts';
import type { Platform } from '../platform.ts';
import type { User, World } from '../world.ts';
import { channelOf, messageOf } from './find.ts';
import type { Methods } from './method.ts';
import { refuse } from './refusal.ts';

/** users.info, bots.info, reactions.add. */
export const peopleMethods: Methods = {
  'users.info': ({ world }, args) => {
    const user = world.users.get(textOf(args.user)) ?? refuse('user_not_found');
    return { user: userJson(world, user) };
  },
  'bots.info': ({ world }, args) => {
    if (textOf(args.bot) !== world.bot.id) return refuse('bot_not_found');
    const { app, bot } = world;
    return {
      bot: { id: bot.id, deleted: false, name: app.botName, app_id: app.id, user_id: bot.user },
    };
  },
  'reactions.add': react,
};

const userJson = (world: World, user: User): JsonObject => ({
  id: user.id,
  team_id: world.team.id,
  name: user.name,
  deleted: false,
  real_name: user.realName,
  tz: 'Etc/UTC',
  tz_offset: 0,
  profile: { title: user.title, real_name: user.realName, display_name: user.name },
  is_admin: false,
  is_bot: user.isBot,
  is_app_user: false,
  locale: 'en-US',
});

function react({ world }: Platform, args: JsonObject): JsonObject {
  const channel = channelOf(world, args.channel);
  const message = messageOf(world, channel, args.timestamp);
  const name = textOf(args.name).replaceAll(':', '') || refuse('no_item_specified');
  const same = message.reactions.find((reaction) => reaction.name === name);
  if (same?.users.includes(world.bot.user)) return refuse('already_reacted');
  const users = [...(same?.users ?? []), world.bot.user];
  const others = message.reactions.filter((reaction) => reaction.name !== name);
  replaceMessage(world, { ...message, reactions: [...others, { name, users }] });
  return {};
}
