import { compose } from './compose.ts';
import { tellAppOfMessage } from './events.ts';
import type { JsonObject } from './json.ts';
import { changeMessage, clientMsgId, type Posted, postMessage, removeMessage } from './messages.ts';
import { type Filled, useInMessage, useInView } from './people/actions.ts';
import { runCommand } from './people/commands.ts';
import { type Choice, placedElements } from './people/elements.ts';
import { openApp, runShortcut } from './people/shortcuts.ts';
import { dismissView, type Submitted, submitView } from './people/submissions.ts';
import type { Delivered, Platform } from './platform.ts';
import { topModal } from './views.ts';
import { type Channel, type Message, nextTs, type View, type World } from './world.ts';

interface SayOptions {
  readonly threadTs?: string;
  /** Also to the channel. */
  readonly broadcast?: boolean;
  /** Text that is already in Slack's own notation. */
  readonly raw?: boolean;
}

/** What people do in the workspace. `user` is a person's id, `channel` an id or a name. */
export interface People {
  readonly say: (user: string, channel: string, text: string, options?: SayOptions) => Posted;
  /** Says it to the app: "@Quoth …". */
  readonly mention: (user: string, channel: string, text: string, options?: SayOptions) => Posted;
  /** Says it in the person's direct message with the app. */
  readonly dm: (user: string, text: string, options?: SayOptions) => Posted;
  readonly edit: (message: Message, text: string) => Posted;
  readonly remove: (message: Message) => Posted;
  readonly command: (
    user: string,
    channel: string,
    text: string,
    command?: string,
  ) => Promise<Delivered>;
  /** null where the message has no such element. */
  readonly click: (
    user: string,
    message: Message,
    actionId: string,
    choice?: Choice,
  ) => Promise<Delivered | null>;
  readonly clickInView: (
    user: string,
    view: View,
    actionId: string,
    choice?: Choice,
  ) => Promise<Delivered | null>;
  /** Fills in the topmost modal, by action_id, and submits it. */
  readonly submit: (user: string, answers: Readonly<Record<string, Choice>>) => Promise<Submitted>;
  readonly dismiss: (user: string) => Promise<void>;
  readonly shortcut: (user: string, callbackId: string, message?: Message) => Promise<Delivered>;
  readonly openHome: (user: string) => Promise<Delivered[]>;
  readonly openMessages: (user: string) => Promise<Delivered[]>;
  /** Tells the app of a message once more, as a new event. */
  readonly repeat: (message: Message) => Promise<Delivered[]>;
}

export function createPeople(platform: Platform): People {
  const { world } = platform;
  const say: People['say'] = (user, channel, text, options = {}) =>
    sayAs(platform, user, findChannel(world, channel), text, options);
  return {
    say,
    mention: (user, channel, text, options) =>
      say(user, channel, `<@${world.bot.user}> ${text}`, { ...options, raw: true }),
    dm: (user, text, options = {}) =>
      sayAs(platform, user, directMessageOf(world, user), text, options),
    edit: (message, text) => editAs(platform, message, text),
    remove: (message) => removeMessage(platform, message),
    command: (user, channel, text, command = '/quoth') =>
      runCommand(platform, { user, channel: findChannel(world, channel), command, text }),
    click: (user, message, actionId, choice) =>
      useInMessage(platform, message, { user, actionId, ...(choice ? { choice } : {}) }),
    clickInView: (user, view, actionId, choice) =>
      useInView(platform, view, { user, actionId, ...(choice ? { choice } : {}) }),
    submit: (user, answers) => {
      const view = openView(world, user);
      return submitView(platform, view, filledBy(view, answers));
    },
    dismiss: (user) => dismissView(platform, openView(world, user)),
    shortcut: (user, callbackId, message) =>
      runShortcut(platform, { user, callbackId, ...(message ? { message } : {}) }),
    openHome: (user) => openApp(platform, user, 'home'),
    openMessages: (user) => openApp(platform, user, 'messages'),
    repeat: (message) => tellAppOfMessage(platform, message),
  };
}

function sayAs(
  platform: Platform,
  user: string,
  channel: Channel,
  text: string,
  options: SayOptions,
): Posted {
  const { threadTs } = options;
  return postMessage(platform, {
    channel: channel.id,
    user,
    clientMsgId: clientMsgId(),
    ...(options.raw ? rawContent(platform.world, text) : compose(platform.world, text)),
    ...(threadTs === undefined ? {} : { threadTs }),
    ...(options.broadcast ? { subtype: 'thread_broadcast' as const } : {}),
  });
}

/** Text in Slack's notation: the first mention of the app becomes an element, the rest text. */
function rawContent(world: World, text: string): { text: string; blocks: readonly JsonObject[] } {
  const mention = `<@${world.bot.user}>`;
  const [before = '', ...after] = text.split(mention);
  if (after.length === 0) return { text, blocks: [] };
  const words = (part: string) => (part === '' ? [] : [{ type: 'text', text: part }]);
  const user = { type: 'user', user_id: world.bot.user };
  const elements = [...words(before), user, ...words(after.join(mention))];
  const section = { type: 'rich_text_section', elements };
  return { text, blocks: [{ type: 'rich_text', block_id: 'typed', elements: [section] }] };
}

function editAs(platform: Platform, before: Message, text: string): Posted {
  const { world } = platform;
  const edited = { user: before.user, ts: nextTs(world) };
  return changeMessage(platform, before, { ...before, ...compose(world, text), edited });
}

export function findChannel(world: World, name: string): Channel {
  const byName = (channel: Channel): boolean => channel.kind === 'channel' && channel.name === name;
  const found = world.channels.get(name) ?? [...world.channels.values()].find(byName);
  if (found === undefined) throw new Error(`The workspace has no channel "${name}"`);
  return found;
}

function directMessageOf(world: World, user: string): Channel {
  const found = [...world.channels.values()].find(
    (channel) => channel.kind === 'im' && channel.members.includes(user),
  );
  if (found === undefined) throw new Error(`The workspace has no person "${user}"`);
  return found;
}

function openView(world: World, user: string): View {
  const view = topModal(world, user);
  if (view === undefined) throw new Error(`No modal is open for "${user}"`);
  return view;
}

/** Answers by action_id, put under the blocks they stand in. */
function filledBy(view: View, answers: Readonly<Record<string, Choice>>): Filled {
  const filled: Record<string, Record<string, Choice>> = {};
  for (const { blockId, element } of placedElements(view.blocks)) {
    const actionId = String(element.action_id);
    const answer = answers[actionId];
    if (answer !== undefined) filled[blockId] = { ...filled[blockId], [actionId]: answer };
  }
  return filled;
}
