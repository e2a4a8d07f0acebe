import { isObject, type JsonObject, textOf } from '../json.ts';
import { messageJson } from '../message-json.ts';
import type { Delivered, Platform } from '../platform.ts';
import { askedOn, newResponseUrl, newTrigger } from '../tickets.ts';
import { viewJson } from '../views.ts';
import { type Message, nextTs, tell, type View, type World } from '../world.ts';
import { actionOf, type Choice, type Placed, placedElements, stateValues } from './elements.ts';
import { channelFields, interactionBase } from './payload.ts';

/** One use of a button, menu or the like. */
export interface Use {
  readonly user: string;
  readonly actionId: string;
  /** Needed only where an action_id stands in several blocks. */
  readonly blockId?: string;
  readonly choice?: Choice;
  /** What the inputs of the same surface hold, by block and action. */
  readonly filled?: Filled;
}

export type Filled = Readonly<Record<string, Readonly<Record<string, Choice>>>>;

/** A use of an element of a message: null when the person sees no such element there. */
export async function useInMessage(
  platform: Platform,
  message: Message,
  use: Use,
): Promise<Delivered | null> {
  const { world } = platform;
  const placed = find(message.blocks, use);
  const channel = world.channels.get(message.channel);
  const hidden = (message.ephemeralFor ?? use.user) !== use.user;
  if (placed === null || channel === undefined || hidden) return null;
  return dispatch(platform, use, {
    container: containerOf(message),
    channel: channelFields(channel),
    ...(message.ephemeralFor === undefined ? { message: messageFields(world, message) } : {}),
    state: { values: stateValues(message.blocks, chosenIn(use.filled ?? {}, placed, use)) },
    response_url: newResponseUrl(world, askedOn(message, use.user)),
    actions: [actionOf(placed, use.choice, nextTs(world))],
  });
}

/** A use of an element of a modal or of the Home tab. */
export async function useInView(
  platform: Platform,
  view: View,
  use: Use,
): Promise<Delivered | null> {
  const { world } = platform;
  const placed = find(view.blocks, use);
  if (placed === null) return null;
  const values = stateValues(view.blocks, chosenIn(use.filled ?? {}, placed, use));
  return dispatch(platform, use, {
    container: { type: 'view', view_id: view.id },
    view: viewJson(world, view, values),
    actions: [actionOf(placed, use.choice, nextTs(world))],
  });
}

function find(blocks: readonly JsonObject[], use: Use): Placed | null {
  const fits = ({ blockId, element }: Placed): boolean =>
    element.action_id === use.actionId && (use.blockId === undefined || use.blockId === blockId);
  return placedElements(blocks).find(fits) ?? null;
}

const chosenIn =
  (filled: Filled, used: Placed, use: Use) =>
  ({ blockId, element }: Placed): Choice | undefined =>
    element === used.element ? use.choice : filled[blockId]?.[textOf(element.action_id)];

const containerOf = (message: Message): JsonObject => ({
  type: 'message',
  message_ts: message.ts,
  ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
  channel_id: message.channel,
  is_ephemeral: message.ephemeralFor !== undefined,
});

const messageFields = (world: World, message: Message): JsonObject => messageJson(world, message);

async function dispatch(platform: Platform, use: Use, fields: JsonObject): Promise<Delivered> {
  const { world, link } = platform;
  const outcome = await link.deliver('interactive', {
    type: 'block_actions',
    ...interactionBase(world, use.user),
    ...fields,
    trigger_id: newTrigger(world, use.user),
  });
  if (!outcome.acked) tell(world, { kind: 'failure', user: use.user, text: NO_ANSWER });
  return outcome;
}

export const NO_ANSWER = 'The app did not respond. Try again?';

/** The options of an external menu for what has been typed so far. */
export async function suggestOptions(
  platform: Platform,
  view: View,
  { user, actionId, typed }: { user: string; actionId: string; typed: string },
): Promise<readonly JsonObject[]> {
  const placed = find(view.blocks, { user, actionId });
  if (placed === null) return [];
  const outcome = await platform.link.deliver('interactive', {
    type: 'block_suggestion',
    ...interactionBase(platform.world, user),
    container: { type: 'view', view_id: view.id },
    view: viewJson(platform.world, view),
    action_id: actionId,
    block_id: placed.blockId,
    value: typed,
  });
  const options = outcome.acked ? outcome.payload.options : [];
  return Array.isArray(options) ? options.filter(isObject) : [];
}
