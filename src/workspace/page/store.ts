import type { PageChannel, PageMessage, PageNotice, PageState, PageUser } from '../page-state.ts';

/** The page's copy of what the workspace holds. */
export interface Store {
  readonly state: () => PageState;
  readonly replace: (state: PageState) => void;
  readonly apply: (notice: PageNotice) => void;
}

export function createStore(initial: PageState): Store {
  let current = initial;
  return {
    state: () => current,
    replace: (state) => {
      current = state;
    },
    apply: (notice) => {
      current = { ...current, ...changed(current, notice) };
    },
  };
}

function changed(state: PageState, notice: PageNotice): Partial<PageState> {
  switch (notice.kind) {
    case 'message':
      return { messages: [...without(state, notice.message), notice.message].sort(byTime) };
    case 'removed':
      return { messages: without(state, notice) };
    case 'channel':
      return { channels: state.channels.map((old) => pick(old, notice.channel)) };
    case 'modals':
      return { modals: notice.modals };
    case 'home':
      return { home: notice.home };
    case 'status':
      return { statuses: { ...state.statuses, [notice.thread]: notice.text } };
    case 'title':
      return { titles: { ...state.titles, [notice.thread]: notice.title } };
    case 'prompts':
      return { prompts: { ...state.prompts, [notice.channel]: notice.prompts } };
    case 'connection':
      return { connected: notice.connected };
    case 'failure':
      return {};
  }
}

const byTime = (a: PageMessage, b: PageMessage): number => (a.ts < b.ts ? -1 : 1);

const pick = (old: PageChannel, next: PageChannel): PageChannel =>
  old.id === next.id ? next : old;

const without = (
  state: PageState,
  { channel, ts }: { readonly channel: string; readonly ts: string },
): readonly PageMessage[] =>
  state.messages.filter((message) => message.channel !== channel || message.ts !== ts);

export const userOf = (state: PageState, id: string): PageUser =>
  state.users.find((user) => user.id === id) ?? {
    id,
    name: id,
    realName: id,
    title: '',
    isBot: false,
  };

export const channelOf = (state: PageState, id: string): PageChannel | undefined =>
  state.channels.find((channel) => channel.id === id);

/** What stands in a channel itself: roots, and replies that were also sent to the channel. */
export const rootsIn = (state: PageState, channel: string): readonly PageMessage[] =>
  state.messages.filter(
    (message) =>
      message.channel === channel &&
      (message.threadTs === undefined || message.threadTs === message.ts || message.broadcast),
  );

/** The replies of a thread, oldest first. */
export const repliesOf = (state: PageState, root: PageMessage): readonly PageMessage[] =>
  state.messages.filter(
    (message) =>
      message.channel === root.channel && message.threadTs === root.ts && message.ts !== root.ts,
  );

export const messageAt = (state: PageState, channel: string, ts: string): PageMessage | undefined =>
  state.messages.find((message) => message.channel === channel && message.ts === ts);
