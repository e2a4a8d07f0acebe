import { randomUUID } from 'node:crypto';
import { tellAppOfChange, tellAppOfDeletion, tellAppOfMessage } from './events.ts';
import type { Delivered, Platform } from './platform.ts';
import { keyOf, type Message, nextTs, tell, type World } from './world.ts';

type Draft = Omit<Message, 'ts' | 'reactions'>;

/** Something done to a message, and how the app took the news. */
export interface Posted {
  readonly message: Message;
  readonly delivered: Promise<readonly Delivered[]>;
}

/** Puts a message where it belongs and tells who may see it, the app included. */
export function postMessage(platform: Platform, draft: Draft): Posted {
  const message = store(platform.world, draft);
  return { message, delivered: tellAppOfMessage(platform, message) };
}

/** A message only one person sees: no event tells of it. */
export function postEphemeral(world: World, draft: Draft & { ephemeralFor: string }): Message {
  return store(world, draft);
}

function store(world: World, draft: Draft): Message {
  const { statuses } = world;
  const message = { ...draft, ts: nextTs(world), reactions: [] };
  world.messages.set(keyOf(message.channel, message.ts), message);
  if (message.botId !== undefined && message.threadTs !== undefined) {
    statuses.delete(keyOf(message.channel, message.threadTs));
    tell(world, { kind: 'status', channel: message.channel, threadTs: message.threadTs });
  }
  tell(world, { kind: 'message', message });
  tellOfRoot(world, message);
  return message;
}

/** A thread's root shows how many have answered. */
function tellOfRoot(world: World, reply: Message): void {
  const root = reply.threadTs && world.messages.get(keyOf(reply.channel, reply.threadTs));
  if (root) tell(world, { kind: 'message', message: root });
}

export function changeMessage(platform: Platform, before: Message, after: Message): Posted {
  replaceMessage(platform.world, after);
  return { message: after, delivered: tellAppOfChange(platform, before, after) };
}

/** Stores a message anew without an event: what Slack does for reactions and ephemerals. */
export function replaceMessage(world: World, message: Message): void {
  world.messages.set(keyOf(message.channel, message.ts), message);
  tell(world, { kind: 'message', message });
}

export function removeMessage(platform: Platform, message: Message): Posted {
  const { world } = platform;
  world.messages.delete(keyOf(message.channel, message.ts));
  tell(world, { kind: 'removed', message });
  tellOfRoot(world, message);
  return { message, delivered: tellAppOfDeletion(platform, message) };
}

/** A line from Slack itself to one person, such as "the app did not respond". */
export function tellPerson(world: World, user: string, channel: string, text: string): Message {
  return postEphemeral(world, { channel, user: SLACKBOT, text, blocks: [], ephemeralFor: user });
}

export const SLACKBOT = 'USLACKBOT';

export const clientMsgId = (): string => randomUUID();
