import type { PageMessage } from '../page-state.ts';
import { unescaped } from './blocks/mrkdwn.ts';
import { type Desk, namesIn, sent } from './desk.ts';
import { el } from './dom.ts';
import { userOf } from './store.ts';

/** A message's text as its author typed it. */
function typedText(desk: Desk, message: PageMessage): string {
  const state = desk.state();
  const names = namesIn(state);
  const named = message.text
    .replace(/<@(\w+)>/gu, (_, id: string) => `@${userOf(state, id).name}`)
    .replace(/<#(\w+)(?:\|[^>]*)?>/gu, (_, id: string) => `#${names.channel(id)}`)
    .replace(/<!(\w+)>/gu, '@$1')
    .replace(/<(https?:[^>|]+)(?:\|[^>]*)?>/gu, '$1');
  return unescaped(named);
}

/** A field in the message's place: Enter saves, Escape leaves it as it was. */
export function editor(desk: Desk, message: PageMessage): HTMLElement {
  const field = el('textarea', { class: 'field', rows: 2, 'aria-label': 'Edit message' });
  field.value = typedText(desk, message);
  const leave = (): void => {
    desk.editing = null;
    desk.draw();
  };
  const save = async (): Promise<void> => {
    const text = field.value.trim();
    const body = { channel: message.channel, ts: message.ts, text };
    if (text === '' || (await sent('edit', body))) leave();
  };
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave();
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void save();
    }
  });
  setTimeout(() => {
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  });
  return el(
    'div',
    { class: 'editor' },
    field,
    el(
      'div',
      { class: 'editor-foot' },
      el('button', { type: 'button', class: 'button', onclick: leave }, 'Cancel'),
      el('button', { type: 'button', class: 'button primary', onclick: () => void save() }, 'Save'),
    ),
  );
}
