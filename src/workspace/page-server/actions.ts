import { findChannel, type People } from '../driver.ts';
import { type JsonObject, objectOf, textOf } from '../json.ts';
import { tellPerson } from '../messages.ts';
import {
  type Filled,
  suggestOptions,
  type Use,
  useInMessage,
  useInView,
} from '../people/actions.ts';
import type { Choice } from '../people/elements.ts';
import { dismissView, submitView } from '../people/submissions.ts';
import type { Platform } from '../platform.ts';
import { closeModals, topModal } from '../views.ts';
import { type Channel, keyOf, type Message, tell, type View, type World } from '../world.ts';

/** Something the person at the page does; what it returns goes back as JSON. */
type Action = (site: Site, me: string, body: JsonObject) => unknown;

export interface Site {
  readonly platform: Platform;
  readonly people: People;
}

/** POST /client/<name>, by name. */
export const PAGE_ACTIONS: Readonly<Record<string, Action>> = {
  arrive: ({ platform }, me) => closeModals(platform.world, me, 'all'),
  say,
  edit: ({ platform, people }, me, body) => {
    people.edit(ownMessage(platform.world, me, body), textOf(body.text));
  },
  remove: ({ platform, people }, me, body) => {
    people.remove(ownMessage(platform.world, me, body));
  },
  command,
  use,
  submit: ({ platform }, me, body) =>
    submitView(platform, viewFor(platform.world, me, body), filledOf(body.filled)),
  dismiss: ({ platform }, me) => {
    const view = topModal(platform.world, me);
    return view ? dismissView(platform, view) : undefined;
  },
  shortcut: async ({ platform, people }, me, body) => {
    const message = body.ts === undefined ? undefined : messageFor(platform.world, me, body);
    await people.shortcut(me, textOf(body.callbackId), message);
  },
  open: async ({ people }, me, body) => {
    await (body.tab === 'home' ? people.openHome(me) : people.openMessages(me));
  },
  invite: ({ platform }, me, body) => invite(platform.world, me, body),
  suggest: ({ platform }, me, body) =>
    suggestOptions(platform, viewFor(platform.world, me, body), {
      user: me,
      actionId: textOf(body.actionId),
      typed: textOf(body.typed),
    }),
};

function say({ platform, people }: Site, me: string, body: JsonObject): unknown {
  const { world } = platform;
  const channel = channelFor(world, me, body);
  const threadTs = textOf(body.threadTs);
  const thread = threadTs === '' ? {} : { threadTs };
  const { message } = people.say(me, channel.id, textOf(body.text), {
    ...thread,
    broadcast: body.broadcast === true,
  });
  const mentioned = message.text.includes(`<@${world.bot.user}>`);
  if (mentioned && !channel.members.includes(world.bot.user)) {
    tellPerson(world, me, channel.id, `@${world.app.botName} is not in this channel.`);
  }
  return { ts: message.ts };
}

async function command({ platform, people }: Site, me: string, body: JsonObject): Promise<void> {
  const { world } = platform;
  const channel = channelFor(world, me, body);
  const name = textOf(body.command);
  if (!world.app.commands.some((known) => known.command === name)) {
    tellPerson(world, me, channel.id, `${name} is not a valid command.`);
    return;
  }
  await people.command(me, channel.id, textOf(body.text), name);
}

async function use({ platform }: Site, me: string, body: JsonObject): Promise<unknown> {
  const { world } = platform;
  const what: Use = {
    user: me,
    actionId: textOf(body.actionId),
    blockId: textOf(body.blockId),
    choice: choiceOf(body.choice),
    filled: filledOf(body.filled),
  };
  const outcome =
    body.viewId === undefined
      ? await useInMessage(platform, messageFor(world, me, body), what)
      : await useInView(platform, viewFor(world, me, body), what);
  return { acked: outcome?.acked === true };
}

/** The app joins a channel, as after "/invite @Quoth". */
function invite(world: World, me: string, body: JsonObject): void {
  const channel = channelFor(world, me, body);
  if (channel.members.includes(world.bot.user)) return;
  const joined = { ...channel, members: [...channel.members, world.bot.user] };
  world.channels.set(channel.id, joined);
  tell(world, { kind: 'channel', channel: joined });
}

function channelFor(world: World, me: string, body: JsonObject): Channel {
  const channel = findChannel(world, textOf(body.channel));
  if (!channel.members.includes(me)) throw new Error('not a member');
  return channel;
}

function messageFor(world: World, me: string, body: JsonObject): Message {
  const { id } = channelFor(world, me, body);
  const message = world.messages.get(keyOf(id, textOf(body.ts)));
  if (message === undefined || (message.ephemeralFor ?? me) !== me) throw new Error('no message');
  return message;
}

function ownMessage(world: World, me: string, body: JsonObject): Message {
  const message = messageFor(world, me, body);
  if (message.user !== me) throw new Error('not the own message');
  return message;
}

function viewFor(world: World, me: string, body: JsonObject): View {
  const view = world.views.get(textOf(body.viewId));
  if (view === undefined || view.user !== me) throw new Error('no view');
  return view;
}

function choiceOf(value: unknown): Choice {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value : null;
}

const filledOf = (value: unknown): Filled =>
  Object.fromEntries(
    Object.entries(objectOf(value)).map(([block, actions]) => [
      block,
      Object.fromEntries(
        Object.entries(objectOf(actions)).map(([action, choice]) => [action, choiceOf(choice)]),
      ),
    ]),
  );
