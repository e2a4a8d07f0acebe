import type { PageMessage } from '../page-state.ts';
import { avatar } from './avatar.ts';
import { emoji } from './blocks/emoji.ts';
import { mrkdwn } from './blocks/mrkdwn.ts';
import { renderBlocks } from './blocks/render-blocks.ts';
import { type Desk, messageSurface, namesIn, openThread } from './desk.ts';
import { el } from './dom.ts';
import { editor } from './editor.ts';
import { icon } from './icons.ts';
import { jsonPanel } from './json-panel.ts';
import { toolbar } from './message-toolbar.ts';
import { repliesOf, userOf } from './store.ts';
import { clockTime, fullTime, momentOf, shortTime } from './time.ts';

/** How a message is shown where it stands. */
export interface RowOptions {
  /** Follows its author's last message closely: no name, no picture. */
  readonly grouped: boolean;
  /** Stands in the thread panel. */
  readonly inThread: boolean;
}

export const keyOfMessage = ({ channel, ts }: PageMessage): string => `${channel}:${ts}`;

/** One message with everything that belongs to it. */
export function messageRow(desk: Desk, message: PageMessage, options: RowOptions): HTMLElement {
  const author = userOf(desk.state(), message.user);
  const row = el('li', {
    class: rowClass(message, options),
    tabindex: -1,
    'data-ts': message.ts,
    'aria-label': `${author.realName}, ${clockTime(momentOf(message.ts))}`,
  });
  const gutter = options.grouped
    ? el('span', { class: 'gutter-time' }, timeOf(message, shortTime))
    : avatar(author);
  row.append(gutter, body(desk, message, options));
  if (desk.editing !== message.ts) row.append(toolbar(desk, message, options.inThread));
  return row;
}

function rowClass(message: PageMessage, { grouped }: RowOptions): string {
  const classes = ['message', grouped ? 'grouped' : '', message.ephemeral ? 'ephemeral' : ''];
  return classes.filter(Boolean).join(' ');
}

const timeOf = (message: PageMessage, words = clockTime): HTMLElement => {
  const moment = momentOf(message.ts);
  return el('time', { datetime: moment.toISOString(), title: fullTime(moment) }, words(moment));
};

function body(desk: Desk, message: PageMessage, options: RowOptions): HTMLElement {
  return el(
    'div',
    { class: 'message-body' },
    message.ephemeral ? onlyYou() : null,
    options.grouped ? null : byline(desk, message),
    message.broadcast && !options.inThread ? broadcastNote(desk, message) : null,
    desk.editing === message.ts ? editor(desk, message) : words(desk, message),
    reactions(message),
    desk.opened.has(keyOfMessage(message)) ? jsonOf(message) : null,
    options.inThread ? null : threadFoot(desk, message),
  );
}

const jsonOf = ({ sent, sentBy }: PageMessage): HTMLElement =>
  jsonPanel(sent, sentBy === 'typed' ? 'As typed' : `Sent by ${sentBy}`);

const onlyYou = (): HTMLElement =>
  el('div', { class: 'only-you' }, icon('eye'), 'Only visible to you');

function byline(desk: Desk, message: PageMessage): HTMLElement {
  const author = userOf(desk.state(), message.user);
  return el(
    'div',
    { class: 'byline' },
    el('span', { class: 'name' }, author.realName),
    author.isBot ? el('span', { class: 'badge' }, 'APP') : null,
    timeOf(message),
  );
}

function broadcastNote(desk: Desk, message: PageMessage): HTMLElement {
  const open = (): void => openThread(desk, message);
  return el(
    'button',
    { type: 'button', class: 'plain-link', onclick: open },
    'replied to a thread',
  );
}

/** The blocks, or the text where there are none. */
function words(desk: Desk, message: PageMessage): HTMLElement {
  const names = namesIn(desk.state());
  const shown =
    message.blocks.length > 0
      ? renderBlocks(message.blocks, messageSurface(desk, message))
      : el('div', { class: 'blocks text' }, mrkdwn(message.text, names));
  if (message.edited) shown.append(el('span', { class: 'edited' }, '(edited)'));
  return shown;
}

function reactions({ reactions: given }: PageMessage): HTMLElement | null {
  if (given.length === 0) return null;
  const shown = given.map(({ name, users }) =>
    el('span', { class: 'reaction', title: `:${name}:` }, `${emoji(name)} ${users.length}`),
  );
  return el('div', { class: 'reactions' }, ...shown);
}

/** "2 replies", and what the app is doing there. */
function threadFoot(desk: Desk, message: PageMessage): HTMLElement | null {
  const state = desk.state();
  const replies = repliesOf(state, message);
  const status = state.statuses[keyOfMessage(message)];
  const last = replies.at(-1);
  if (last === undefined) return status ? statusLine(desk, status) : null;
  const people = [...new Set(replies.map((reply) => reply.user))].slice(0, 3);
  const count = replies.length === 1 ? '1 reply' : `${replies.length} replies`;
  return el(
    'button',
    {
      type: 'button',
      class: 'thread-foot',
      'data-focus': `thread/${message.ts}`,
      onclick: () => openThread(desk, message),
    },
    ...people.map((id) => avatar(userOf(state, id))),
    el('span', { class: 'thread-count' }, count),
    el('span', { class: 'thread-time' }, status || `Last reply ${clockTime(momentOf(last.ts))}`),
  );
}

/** "Quoth is searching…" */
export function statusLine(desk: Desk, status: string): HTMLElement {
  const text = `${desk.state().app.name} ${status}`;
  return el('p', { class: 'status' }, el('span', { class: 'pulse', 'aria-hidden': 'true' }), text);
}
