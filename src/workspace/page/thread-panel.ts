import type { PageMessage } from '../page-state.ts';
import { iconButton } from './blocks/buttons.ts';
import { createComposer } from './composer.ts';
import { closeThread, type Desk } from './desk.ts';
import { el } from './dom.ts';
import { createMessageList } from './message-list.ts';
import { statusLine } from './message-row.ts';
import { channelOf, messageAt, repliesOf } from './store.ts';

export interface ThreadPanel {
  readonly element: HTMLElement;
  readonly draw: () => void;
  /** Puts the focus into its field; where the root has yet to arrive, as soon as it has. */
  readonly focus: () => void;
}

/** The panel beside the channel with one thread: its root, its replies, and a field to answer. */
export function createThreadPanel(desk: Desk): ThreadPanel {
  const where = el('p', { class: 'panel-where' });
  const close = iconButton('close', 'Close thread');
  close.addEventListener('click', () => closeThread(desk));
  const title = el('h2', { id: 'thread-title' }, 'Thread');
  const head = el('header', { class: 'panel-head' }, el('div', {}, title, where), close);
  const list = createMessageList(desk, 'Messages of the thread', true);
  const status = el('div', { class: 'status-place', 'aria-live': 'polite' });
  const composer = createComposer(desk, {
    placeholder: () => 'Reply…',
    thread: () => desk.place().thread,
    alsoTo: () => {
      const room = channelOf(desk.state(), desk.place().channel);
      return room?.kind === 'channel' ? `#${room.name}` : undefined;
    },
    shortcuts: false,
    onSent: () => undefined,
  });
  const element = el(
    'aside',
    { class: 'thread', 'aria-labelledby': 'thread-title' },
    head,
    list.element,
    status,
    composer.element,
  );
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) closeThread(desk);
  });

  let wanted = false;
  const focus = (): void => {
    wanted = element.hidden !== false;
    if (!wanted) composer.field.focus();
  };

  const fill = (root: PageMessage): void => {
    const state = desk.state();
    const room = channelOf(state, root.channel);
    const key = `${root.channel}:${root.ts}`;
    title.textContent = state.titles[key] || 'Thread';
    where.textContent = room?.kind === 'im' ? state.app.name : `#${room?.name ?? ''}`;
    list.draw([root, ...repliesOf(state, root)]);
    const text = state.statuses[key];
    status.replaceChildren(...(text ? [statusLine(desk, text)] : []));
    composer.draw();
    if (wanted) focus();
  };
  const draw = (): void => {
    const { channel, thread } = desk.place();
    const root = thread === undefined ? undefined : messageAt(desk.state(), channel, thread);
    element.hidden = root === undefined;
    if (root !== undefined) fill(root);
  };
  return { element, draw, focus };
}
