import type { JsonObject } from './json.ts';
import { channelTypeOf, messageJson } from './message-json.ts';
import type { Delivered, Platform } from './platform.ts';
import { type Channel, type Message, nextId, nextTs, type World } from './world.ts';

/** What the workspace tells the app about. */
export interface AppEvent {
  readonly event: JsonObject;
  readonly channel?: Channel;
}

/** The outer object of an event, the same over HTTP and Socket Mode. */
export function eventEnvelope(world: World, { event, channel }: AppEvent): JsonObject {
  const id = nextId(world, 'Ev');
  return {
    token: 'verification-token-of-the-workspace',
    team_id: world.team.id,
    context_team_id: world.team.id,
    context_enterprise_id: null,
    api_app_id: world.app.id,
    event,
    type: 'event_callback',
    event_id: id,
    event_time: Math.floor(world.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: world.team.id,
        user_id: world.bot.user,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: channel?.isShared === true,
    event_context: `4-${id}`,
  };
}

/** Sends the app every event that Slack would send for a new message, in Slack's order. */
export function tellAppOfMessage(platform: Platform, message: Message): Promise<Delivered[]> {
  const { world } = platform;
  const channel = world.channels.get(message.channel);
  if (channel === undefined || !seenByApp(world, channel, message)) return Promise.resolve([]);
  const events = [
    ...messageEvents(world, channel, messageEvent(world, message, channel)),
    ...mentionEvents(world, channel, message),
  ];
  return emit(platform, channel, events);
}

const seenByApp = (world: World, channel: Channel, message: Message): boolean =>
  message.ephemeralFor === undefined && channel.members.includes(world.bot.user);

function messageEvent(world: World, message: Message, channel: Channel): JsonObject {
  const root = message.threadTs && world.messages.get(`${message.channel}:${message.threadTs}`);
  return {
    ...messageJson(world, message),
    ...(message.subtype === 'thread_broadcast' && root ? { root: messageJson(world, root) } : {}),
    channel: message.channel,
    event_ts: message.ts,
    channel_type: channelTypeOf(channel),
  };
}

/** A message event, where the app has subscribed to that kind of channel. */
function messageEvents(world: World, channel: Channel, event: JsonObject): readonly JsonObject[] {
  const name = channel.kind === 'im' ? 'message.im' : 'message.channels';
  return world.app.events.includes(name) ? [event] : [];
}

/** A mention in a channel; direct messages have none. */
function mentionEvents(world: World, channel: Channel, message: Message): readonly JsonObject[] {
  if (channel.kind === 'im' || message.user === world.bot.user) return [];
  if (!world.app.events.includes('app_mention') || !mentionsBot(world, message.text)) return [];
  const event = messageJson(world, message);
  return [{ ...event, type: 'app_mention', channel: message.channel, event_ts: message.ts }];
}

const mentionsBot = (world: World, text: string): boolean =>
  text.includes(`<@${world.bot.user}>`) || text.includes(`<@${world.bot.user}|`);

/** An edit, by the app or by a person. A mention that the edit adds is a mention too. */
export function tellAppOfChange(
  platform: Platform,
  before: Message,
  after: Message,
): Promise<Delivered[]> {
  const { world } = platform;
  const channel = world.channels.get(after.channel);
  if (channel === undefined || !seenByApp(world, channel, after)) return Promise.resolve([]);
  const ts = nextTs(world);
  const changed = {
    type: 'message',
    subtype: 'message_changed',
    message: messageJson(world, after),
    previous_message: messageJson(world, before),
    channel: after.channel,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: channelTypeOf(channel),
  };
  const added = mentionsBot(world, before.text) ? [] : mentionEvents(world, channel, after);
  return emit(platform, channel, [...messageEvents(world, channel, changed), ...added]);
}

export function tellAppOfDeletion(platform: Platform, message: Message): Promise<Delivered[]> {
  const { world } = platform;
  const channel = world.channels.get(message.channel);
  if (channel === undefined || !seenByApp(world, channel, message)) return Promise.resolve([]);
  const ts = nextTs(world);
  const event = {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: messageJson(world, message),
    channel: message.channel,
    hidden: true,
    deleted_ts: message.ts,
    ts,
    event_ts: ts,
    channel_type: channelTypeOf(channel),
  };
  return emit(platform, channel, messageEvents(world, channel, event));
}

/** Sends events one after the other, without waiting for the earlier ones' acknowledgement. */
export function emit(
  { world, link }: Platform,
  channel: Channel | undefined,
  events: readonly JsonObject[],
): Promise<Delivered[]> {
  const sent = events.map((event) =>
    link.deliver('events_api', eventEnvelope(world, channel ? { event, channel } : { event })),
  );
  return Promise.all(sent);
}
