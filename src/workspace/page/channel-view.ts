import type { PageChannel } from '../page-state.ts';
import { avatar } from './avatar.ts';
import { iconButton } from './blocks/buttons.ts';
import { createComposer } from './composer.ts';
import type { Desk } from './desk.ts';
import { el, keepingFocus } from './dom.ts';
import { createHome } from './home-view.ts';
import { icon } from './icons.ts';
import { createMessageList } from './message-list.ts';
import { addressOf, go } from './place.ts';
import { suggestedPrompts } from './prompts.ts';
import { act } from './server.ts';
import { channelOf, rootsIn, userOf } from './store.ts';
import { attempt } from './toast.ts';

export interface ChannelView {
  readonly element: HTMLElement;
  readonly draw: () => void;
  readonly focus: () => void;
}

/** The middle of the page: a channel, or a direct message with the app and its Home tab. */
export function createChannelView(desk: Desk, toggleSidebar: () => void): ChannelView {
  const head = el('header', { class: 'channel-head' });
  const intro = el('div', { class: 'intro' });
  const list = createMessageList(desk, 'Messages', false);
  list.element.prepend(intro);
  const home = createHome(desk);
  const composer = createComposer(desk, {
    placeholder: () => placeholder(desk),
    thread: () => undefined,
    shortcuts: true,
    onSent: (ts) => openConversation(desk, ts),
  });
  const talk = el('div', { class: 'talk' }, list.element, composer.element);
  const element = el('main', { class: 'channel', id: 'main' }, head, talk, home.element);

  const draw = (): void => {
    const { channel: id, tab } = desk.place();
    const state = desk.state();
    const channel = channelOf(state, id);
    if (channel === undefined) return;
    keepingFocus(head, () => head.replaceChildren(...headOf(desk, channel, toggleSidebar)));
    talk.hidden = tab === 'home';
    home.element.hidden = tab !== 'home';
    keepingFocus(intro, () => intro.replaceChildren(...introOf(desk, channel)));
    list.draw(rootsIn(state, id));
    if (tab === 'home') home.draw();
    composer.draw();
  };
  return { element, draw, focus: () => composer.field.focus() };
}

function placeholder(desk: Desk): string {
  const state = desk.state();
  const channel = channelOf(state, desk.place().channel);
  return channel?.kind === 'im' ? `Message ${state.app.name}` : `Message #${channel?.name ?? ''}`;
}

/** With an agent every message begins a conversation of its own: it opens beside. */
function openConversation(desk: Desk, ts: string): void {
  const { channel } = desk.place();
  const state = desk.state();
  if (channelOf(state, channel)?.kind !== 'im' || !state.app.isAgent) return;
  go({ channel, tab: 'messages', thread: ts });
}

function headOf(
  desk: Desk,
  channel: PageChannel,
  toggleSidebar: () => void,
): readonly HTMLElement[] {
  const state = desk.state();
  const menu = iconButton('menu', 'Channels');
  menu.classList.add('menu-button');
  menu.setAttribute('aria-controls', 'sidebar');
  menu.setAttribute('data-focus', 'menu');
  menu.addEventListener('click', toggleSidebar);
  const direct = channel.kind === 'im';
  const title = el(
    'h1',
    {},
    direct ? avatar(userOf(state, state.app.user)) : icon('hash'),
    direct ? state.app.name : channel.name,
  );
  const topic = el('p', { class: 'topic' }, direct ? state.app.description : channel.topic);
  const bar = el('div', { class: 'head-bar' }, menu, title, topic);
  return direct && state.app.hasHome ? [bar, tabs(desk, channel)] : [bar];
}

function tabs(desk: Desk, channel: PageChannel): HTMLElement {
  const here = desk.place().tab;
  const tab = (name: 'home' | 'messages', label: string): HTMLElement =>
    el(
      'a',
      {
        class: 'tab',
        href: addressOf({ channel: channel.id, tab: name }),
        'aria-current': here === name ? 'page' : undefined,
        'data-focus': `tab/${name}`,
      },
      label,
    );
  const label = `${desk.state().app.name}’s tabs`;
  return el(
    'nav',
    { class: 'tabs', 'aria-label': label },
    tab('home', 'Home'),
    tab('messages', 'Messages'),
  );
}

/** What stands above the first message. */
function introOf(desk: Desk, channel: PageChannel): readonly HTMLElement[] {
  const state = desk.state();
  const { app } = state;
  if (channel.kind === 'im') {
    const given = state.prompts[channel.id] ?? { title: '', prompts: [] };
    const prompts = suggestedPrompts(given, (text) => attempt(ask(desk, channel, text)));
    const hello = el(
      'div',
      { class: 'hello' },
      avatar(userOf(state, app.user)),
      el('div', {}, el('h2', {}, app.name), el('p', {}, app.description)),
    );
    return prompts ? [hello, prompts] : [hello];
  }
  const words = channel.hasApp
    ? `Ask with @${app.name} and your question, or ${app.commands[0]?.command ?? ''}.`
    : `${app.name} is not in this channel: it can be asked by command, but cannot be mentioned.`;
  const start = el(
    'div',
    { class: 'hello' },
    el('div', {}, el('h2', {}, `# ${channel.name}`), el('p', {}, words)),
  );
  if (!channel.hasApp) start.append(inviteButton(channel, app.name));
  return [start];
}

async function ask(desk: Desk, channel: PageChannel, text: string): Promise<void> {
  const answer = await act('say', { channel: channel.id, text });
  openConversation(desk, String(answer.ts));
}

function inviteButton(channel: PageChannel, name: string): HTMLElement {
  const invite = (): void => attempt(act('invite', { channel: channel.id }));
  return el('button', { type: 'button', class: 'button', onclick: invite }, `Invite ${name}`);
}
