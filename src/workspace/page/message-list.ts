import type { PageMessage } from '../page-state.ts';
import type { Desk } from './desk.ts';
import { openThread } from './desk.ts';
import { el, keepingFocus } from './dom.ts';
import { keyOfMessage, messageRow } from './message-row.ts';
import { repliesOf } from './store.ts';
import { dayName, momentOf } from './time.ts';

export interface MessageList {
  readonly element: HTMLElement;
  readonly draw: (messages: readonly PageMessage[]) => void;
}

interface Drawn {
  readonly signature: string;
  readonly node: HTMLElement;
}

/** Seconds within which messages of one author stand together. */
const TOGETHER = 300;

/** Pixels from the end within which the list follows new messages. */
const NEAR = 120;

/** Messages in order. Only rows that changed are drawn anew; arrows move between messages. */
export function createMessageList(desk: Desk, label: string, inThread: boolean): MessageList {
  const list = el('ol', { class: 'messages', 'aria-label': label });
  const element = el('div', { class: 'scroller' }, list);
  const drawn = new Map<string, Drawn>();
  let shown = '';

  const rowFor = (message: PageMessage, before: PageMessage | undefined): HTMLElement => {
    const grouped =
      before !== undefined &&
      standsWith(before, message) &&
      !(inThread && before.threadTs !== message.threadTs);
    const signature = signatureOf(desk, message, grouped);
    const key = keyOfMessage(message);
    const old = drawn.get(key);
    if (old?.signature === signature) return old.node;
    const node = messageRow(desk, message, { grouped, inThread });
    drawn.set(key, { signature, node });
    return node;
  };

  const draw = (messages: readonly PageMessage[]): void => {
    const place = `${messages[0]?.channel}/${inThread ? messages[0]?.ts : ''}`;
    const follow = place !== shown || nearEnd(element);
    const focused = list.querySelector('.message:focus')?.getAttribute('data-ts');
    keepingFocus(list, () => list.replaceChildren(...rows(messages, rowFor, inThread)));
    setStop(list, focused ?? messages.at(-1)?.ts);
    if (focused) list.querySelector<HTMLElement>(`[data-ts="${focused}"]`)?.focus();
    if (follow) element.scrollTop = element.scrollHeight;
    shown = place;
  };

  list.addEventListener('keydown', (event) => move(desk, list, event));
  return { element, draw };
}

const nearEnd = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean =>
  scrollHeight - scrollTop - clientHeight < NEAR;

/** The rows, with a line for each new day. */
function rows(
  messages: readonly PageMessage[],
  rowFor: (message: PageMessage, before: PageMessage | undefined) => HTMLElement,
  inThread: boolean,
): readonly HTMLElement[] {
  return messages.flatMap((message, index) => {
    const before = messages[index - 1];
    const row = rowFor(message, before);
    const day = dayName(momentOf(message.ts));
    const sameDay = before !== undefined && dayName(momentOf(before.ts)) === day;
    if (inThread) return index === 0 ? [row, replyCount(messages.length - 1)] : [row];
    return sameDay ? [row] : [el('li', { class: 'day' }, el('span', {}, day)), row];
  });
}

/** The line under a thread's root. */
const replyCount = (count: number): HTMLElement =>
  el(
    'li',
    { class: 'reply-count', 'aria-hidden': 'true' },
    count === 1 ? '1 reply' : `${count} replies`,
  );

function standsWith(before: PageMessage, message: PageMessage): boolean {
  const close = Number(message.ts) - Number(before.ts) < TOGETHER;
  const plain = !before.ephemeral && !message.ephemeral && !message.broadcast;
  return plain && close && before.user === message.user;
}

/** Everything a row's looks depend on. */
function signatureOf(desk: Desk, message: PageMessage, grouped: boolean): string {
  const state = desk.state();
  const key = keyOfMessage(message);
  return JSON.stringify([
    message,
    grouped,
    desk.opened.has(key),
    desk.editing === message.ts,
    state.statuses[key] ?? '',
    repliesOf(state, message).map(({ ts, user }) => [ts, user]),
  ]);
}

/** One message is the way in by Tab: the one that had the focus, or the last. */
function setStop(list: HTMLElement, ts: string | null | undefined): void {
  for (const row of list.querySelectorAll<HTMLElement>('.message')) {
    row.tabIndex = row.dataset.ts === ts ? 0 : -1;
  }
}

function move(desk: Desk, list: HTMLElement, event: KeyboardEvent): void {
  const row = event.target;
  if (!(row instanceof HTMLElement) || !row.matches('.message')) return;
  const all = [...list.querySelectorAll<HTMLElement>('.message')];
  const at = all.indexOf(row);
  const targets: Readonly<Record<string, number>> = {
    ArrowUp: Math.max(0, at - 1),
    ArrowDown: Math.min(all.length - 1, at + 1),
    Home: 0,
    End: all.length - 1,
  };
  const next = targets[event.key];
  if (next !== undefined) {
    event.preventDefault();
    setStop(list, all[next]?.dataset.ts);
    all[next]?.focus();
  } else if (event.key === 'Enter') {
    const message = desk.state().messages.find(({ ts }) => ts === row.dataset.ts);
    if (message && !message.ephemeral) openThread(desk, message);
  }
}
