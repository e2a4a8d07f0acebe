import type { PageChannel, PageState } from '../page-state.ts';
import { avatar } from './avatar.ts';
import type { Desk } from './desk.ts';
import { el, keepingFocus } from './dom.ts';
import { icon } from './icons.ts';
import { openMenu } from './menu.ts';
import { addressOf } from './place.ts';
import { userOf } from './store.ts';

interface Sidebar {
  readonly element: HTMLElement;
  readonly draw: () => void;
  readonly focus: () => void;
}

/** The list of channels and direct messages, and who one is. */
export function createSidebar(desk: Desk): Sidebar {
  const element = el('nav', { class: 'sidebar', id: 'sidebar', 'aria-label': 'Channels' });
  const draw = (): void => keepingFocus(element, () => element.replaceChildren(...contents(desk)));
  const focus = (): void => element.querySelector<HTMLElement>('[aria-current], a')?.focus();
  return { element, draw, focus };
}

function contents(desk: Desk): readonly HTMLElement[] {
  const state = desk.state();
  const rooms = state.channels.filter((channel) => channel.kind === 'channel');
  const direct = state.channels.filter((channel) => channel.kind === 'im');
  return [
    el(
      'div',
      { class: 'sidebar-head' },
      el('span', { class: 'team' }, state.team),
      el(
        'span',
        { class: state.connected ? 'link on' : 'link off' },
        state.connected ? `${state.app.name} is connected` : `${state.app.name} is not connected`,
      ),
    ),
    group(
      'Channels',
      rooms.map((channel) => entry(desk, channel)),
    ),
    group(
      'Apps',
      direct.map((channel) => entry(desk, channel)),
    ),
    personButton(state),
  ];
}

const group = (title: string, entries: readonly HTMLElement[]): HTMLElement =>
  el(
    'section',
    { class: 'sidebar-group' },
    el('h2', {}, title),
    el('ul', {}, ...entries.map((item) => el('li', {}, item))),
  );

function entry(desk: Desk, channel: PageChannel): HTMLElement {
  const state = desk.state();
  const here = desk.place().channel === channel.id;
  const unread = desk.unread.get(channel.id) ?? 0;
  const direct = channel.kind === 'im';
  const name = direct ? state.app.name : channel.name;
  return el(
    'a',
    {
      href: addressOf({ channel: channel.id, tab: 'messages' }),
      class: unread > 0 ? 'entry unread' : 'entry',
      'aria-current': here ? 'page' : undefined,
      'data-focus': channel.id,
    },
    direct ? avatar(userOf(state, state.app.user)) : icon('hash'),
    el('span', { class: 'entry-name' }, name),
    unread > 0
      ? el('span', { class: 'count', 'aria-label': `${unread} new` }, String(unread))
      : null,
  );
}

/** Who sits at the page; another person is one click away. */
function personButton(state: PageState): HTMLElement {
  const me = userOf(state, state.me);
  const button = el(
    'button',
    { type: 'button', class: 'person', 'aria-haspopup': 'menu', 'data-focus': 'person' },
    avatar(me),
    el(
      'span',
      { class: 'person-name' },
      el('span', {}, me.realName),
      el('span', { class: 'person-title' }, `${me.title} · change`),
    ),
  );
  const others = state.users.filter((user) => !user.isBot && user.id !== state.me);
  const items = others.map((user) => ({
    label: `Be ${user.realName}`,
    hint: user.title,
    run: () =>
      location.assign(`/?as=${user.id}${location.hash.startsWith('#/D') ? '' : location.hash}`),
  }));
  button.addEventListener('click', () => openMenu(button, 'Be somebody else', items));
  return button;
}
