import type { PageState } from '../page-state.ts';

/** Where the person is: kept in the address, so that reload and Back work. */
export interface Place {
  readonly channel: string;
  readonly tab: 'messages' | 'home';
  /** The ts of the open thread's root. */
  readonly thread?: string;
}

/** The place that the address names, or the first that makes sense. */
export function placeFrom(state: PageState): Place {
  const [, channel = '', word = '', ts] = location.hash.split('/');
  const known = state.channels.find(({ id }) => id === channel) ?? fromPermalink(state);
  if (known === undefined) return { channel: firstChannel(state), tab: 'messages' };
  if (word === 'home') return { channel: known.id, tab: 'home' };
  const thread = word === 'thread' ? ts : undefined;
  return { channel: known.id, tab: 'messages', ...(thread ? { thread } : {}) };
}

function fromPermalink(state: PageState) {
  const [, , channel] = location.pathname.split('/');
  return state.channels.find(({ id }) => id === channel);
}

/** Newcomers begin with the app itself, where its suggested prompts are. */
function firstChannel(state: PageState): string {
  const direct = state.channels.find(({ kind }) => kind === 'im');
  return (direct ?? state.channels[0])?.id ?? '';
}

export function addressOf({ channel, tab, thread }: Place): string {
  if (tab === 'home') return `#/${channel}/home`;
  return thread === undefined ? `#/${channel}` : `#/${channel}/thread/${thread}`;
}

export function go(place: Place): void {
  location.hash = addressOf(place);
}
