import type { PageMessage, PageNotice, PageState } from '../page-state.ts';
import { createChannelView } from './channel-view.ts';
import type { Desk } from './desk.ts';
import { el } from './dom.ts';
import { createModals } from './modal-view.ts';
import { type Place, placeFrom } from './place.ts';
import { act, listen } from './server.ts';
import { createSidebar } from './sidebar.ts';
import { createStore, userOf } from './store.ts';
import { createThreadPanel } from './thread-panel.ts';
import { announce, attempt, toast } from './toast.ts';

async function start(): Promise<void> {
  // A page that has just been opened starts without the modals of an earlier one.
  await act('arrive', {});
  listenToWorkspace();
}

/** Draws the page, and from then on whatever is changed at the desk. */
function openDesk(initial: PageState): Desk {
  const store = createStore(initial);
  let place: Place = placeFrom(store.state());
  const desk: Desk = {
    store,
    place: () => place,
    state: store.state,
    unread: new Map(),
    opened: new Set(),
    editing: null,
    draw: () => draw(),
  };

  const shell = el('div', { class: 'shell' });
  const sidebar = createSidebar(desk);
  const channel = createChannelView(desk, () => {
    if (shell.classList.toggle('show-sidebar')) sidebar.focus();
  });
  closeOnLeaving(shell, sidebar.element);
  const thread = createThreadPanel(desk);
  const modals = createModals(desk);
  shell.append(sidebar.element, channel.element, thread.element);
  const skip = el('a', { class: 'skip', href: '#main' }, 'Skip to messages');
  skip.addEventListener('click', (event) => {
    event.preventDefault();
    channel.focus();
  });
  document.getElementById('workspace')?.replaceChildren(skip, shell);

  const draw = (): void => {
    shell.classList.toggle('with-thread', place.thread !== undefined);
    sidebar.draw();
    channel.draw();
    thread.draw();
    modals.draw();
    document.title = titleOf(desk);
  };

  /** The address changed: another channel, tab or thread. */
  const arrive = (): void => {
    const before = place;
    place = placeFrom(store.state());
    desk.unread.delete(place.channel);
    shell.classList.remove('show-sidebar');
    draw();
    if (place.thread !== undefined && place.thread !== before.thread) thread.focus();
    else if (place.channel !== before.channel || before.thread !== undefined) channel.focus();
    if (place.channel !== before.channel || place.tab !== before.tab) tellApp(desk);
  };

  addEventListener('hashchange', arrive);
  draw();
  channel.focus();
  tellApp(desk);
  return desk;
}

/** On narrow screens the sidebar lies over the page until one turns to something else. */
function closeOnLeaving(shell: HTMLElement, sidebar: HTMLElement): void {
  const close = (): void => shell.classList.remove('show-sidebar');
  shell.addEventListener('pointerdown', (event) => {
    const away = event.target instanceof Element && !sidebar.contains(event.target);
    if (away && !event.target.closest('.menu-button')) close();
  });
  shell.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
}

/** Opening the app's Home or messages is an event that the app hears of. */
function tellApp(desk: Desk): void {
  const { channel, tab } = desk.place();
  const room = desk.state().channels.find(({ id }) => id === channel);
  if (room?.kind === 'im') attempt(act('open', { tab }));
}

function listenToWorkspace(): void {
  let desk: Desk | undefined;
  let gap = false;
  listen({
    onState: (state) => {
      gap = false;
      if (desk === undefined) {
        desk = openDesk(state);
        return;
      }
      desk.store.replace(state);
      desk.draw();
    },
    onNotice: (notice) => {
      if (desk === undefined) return;
      desk.store.apply(notice);
      take(desk, notice);
      desk.draw();
    },
    onGap: () => {
      if (!gap) toast('The workspace does not answer. Is it still running?');
      gap = true;
    },
  });
}

function take(desk: Desk, notice: PageNotice): void {
  if (notice.kind === 'failure') toast(notice.text);
  if (notice.kind === 'message') hear(desk, notice.message);
}

/** A message of somebody else: read out where one is, counted where one is not. */
function hear(desk: Desk, message: PageMessage): void {
  const state = desk.state();
  const age = Date.now() / 1000 - Number(message.ts);
  if (message.user === state.me || age > 10 || message.edited || heard.has(message.ts)) return;
  heard.add(message.ts);
  const { channel } = desk.place();
  if (message.channel === channel)
    announce(`${userOf(state, message.user).realName}: ${message.text}`);
  else desk.unread.set(message.channel, (desk.unread.get(message.channel) ?? 0) + 1);
}

const heard = new Set<string>();

function titleOf(desk: Desk): string {
  const state = desk.state();
  const room = state.channels.find(({ id }) => id === desk.place().channel);
  const name = room?.kind === 'im' ? state.app.name : `#${room?.name ?? ''}`;
  const unread = [...desk.unread.values()].reduce((sum, count) => sum + count, 0);
  return `${unread > 0 ? `(${unread}) ` : ''}${name} · ${state.team}`;
}

start().catch((error: unknown) => {
  const words = error instanceof Error ? error.message : String(error);
  document
    .getElementById('workspace')
    ?.replaceChildren(`The workspace could not be opened: ${words}`);
});
