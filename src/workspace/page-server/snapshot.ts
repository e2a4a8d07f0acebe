import { isObject, textOf } from '../json.ts';
import type {
  PageChannel,
  PageMessage,
  PageNotice,
  PagePrompts,
  PageState,
  PageView,
} from '../page-state.ts';
import type { Platform } from '../platform.ts';
import { type Channel, keyOf, type Message, type Notice, type View, type World } from '../world.ts';

/** All that one person sees. */
export function snapshot({ world, link }: Platform, me: string): PageState {
  const channels = [...world.channels.values()].filter((channel) => channel.members.includes(me));
  const seen = [...world.messages.values()].filter((message) => sees(world, me, message));
  return {
    me,
    team: world.team.name,
    app: {
      name: world.app.botName,
      description: world.app.description,
      user: world.bot.user,
      commands: world.app.commands,
      shortcuts: world.app.shortcuts,
      isAgent: world.app.isAgent,
      hasHome: world.app.hasHome,
    },
    users: [...world.users.values()],
    channels: channels.map((channel) => pageChannel(world, channel)),
    messages: seen.map((message) => pageMessage(world, message)),
    modals: openModals(world, me),
    home: homeOf(world, me),
    prompts: Object.fromEntries(channels.map(({ id }) => [id, promptsOf(world, id)])),
    statuses: Object.fromEntries(
      [...world.statuses.keys()].map((key) => [key, statusOf(world, key)]),
    ),
    titles: Object.fromEntries(world.titles),
    connected: link.connected(),
  };
}

const sees = (world: World, me: string, message: Message): boolean =>
  message.ephemeralFor === undefined
    ? world.channels.get(message.channel)?.members.includes(me) === true
    : message.ephemeralFor === me;

const pageChannel = (world: World, channel: Channel): PageChannel => ({
  id: channel.id,
  kind: channel.kind,
  name: channel.name,
  topic: channel.topic,
  hasApp: channel.members.includes(world.bot.user),
  members: channel.members.length,
});

function pageMessage(world: World, message: Message): PageMessage {
  const { channel, ts, user, text, blocks, threadTs, reactions, sent } = message;
  return {
    channel,
    ts,
    user,
    text,
    blocks,
    ...(threadTs === undefined ? {} : { threadTs }),
    broadcast: message.subtype === 'thread_broadcast',
    edited: message.edited !== undefined && user !== world.bot.user,
    ephemeral: message.ephemeralFor !== undefined,
    reactions,
    sentBy: sent?.by ?? 'typed',
    sent: sent?.payload ?? { text, blocks },
  };
}

function openModals(world: World, me: string): readonly PageView[] {
  const views = (world.modals.get(me) ?? []).map((id) => world.views.get(id));
  return views.filter((view) => view !== undefined).map(pageView);
}

function homeOf(world: World, me: string): PageView | null {
  const view = world.views.get(world.homes.get(me) ?? '');
  return view ? pageView(view) : null;
}

const pageView = (view: View): PageView => ({
  id: view.id,
  hash: view.hash,
  title: labelOf(view.given.title),
  submit: labelOf(view.given.submit),
  close: labelOf(view.given.close),
  blocks: view.blocks,
  sent: view.given,
});

const labelOf = (value: unknown): string => (isObject(value) ? textOf(value.text) : '');

/** What the app set, or what its manifest gives. */
function promptsOf(world: World, channel: string): PagePrompts {
  const direct = world.channels.get(channel)?.kind === 'im';
  return world.prompts.get(channel) ?? { title: '', prompts: direct ? world.app.prompts : [] };
}

function statusOf(world: World, key: string): string {
  const status = world.statuses.get(key);
  return status !== undefined && status.expires > world.now() ? status.text : '';
}

/** What a change means to one person; null when it is none of their business. */
export function pageNotice({ world }: Platform, me: string, notice: Notice): PageNotice | null {
  switch (notice.kind) {
    case 'message':
      return sees(world, me, notice.message)
        ? { kind: 'message', message: pageMessage(world, notice.message) }
        : null;
    case 'removed': {
      const { channel, ts } = notice.message;
      return sees(world, me, notice.message) ? { kind: 'removed', channel, ts } : null;
    }
    case 'channel':
      return { kind: 'channel', channel: pageChannel(world, notice.channel) };
    case 'connection':
      return notice;
    default:
      return isPersonal(notice) ? personal(world, me, notice) : inChannel(world, me, notice);
  }
}

type Personal = Extract<Notice, { readonly user: string }>;
type InChannel = Extract<Notice, { readonly channel: string }>;

const isPersonal = (notice: Personal | InChannel): notice is Personal => 'user' in notice;

function personal(world: World, me: string, notice: Personal): PageNotice | null {
  if (notice.user !== me) return null;
  switch (notice.kind) {
    case 'modals':
      return { kind: 'modals', modals: openModals(world, me) };
    case 'home':
      return { kind: 'home', home: homeOf(world, me) };
    case 'failure':
      return { kind: 'failure', text: notice.text };
  }
}

function inChannel(world: World, me: string, notice: InChannel): PageNotice | null {
  const { channel } = notice;
  if (world.channels.get(channel)?.members.includes(me) !== true) return null;
  if (notice.kind === 'prompts') return { ...notice, prompts: promptsOf(world, channel) };
  const thread = keyOf(channel, notice.threadTs);
  return notice.kind === 'status'
    ? { kind: 'status', thread, text: statusOf(world, thread) }
    : { kind: 'title', thread, title: world.titles.get(thread) ?? '' };
}
