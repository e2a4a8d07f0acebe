import type { PageMessage } from '../page-state.ts';
import { iconButton } from './blocks/buttons.ts';
import { ask } from './blocks/confirm.ts';
import { type Desk, openThread } from './desk.ts';
import { el } from './dom.ts';
import { type MenuItem, openMenu } from './menu.ts';
import { act } from './server.ts';
import { attempt, toast } from './toast.ts';

/** What one can do with a message; shown on hover and focus. */
export function toolbar(desk: Desk, message: PageMessage, inThread: boolean): HTMLElement {
  const bar = el('div', { class: 'toolbar', role: 'toolbar', 'aria-label': 'Message actions' });
  if (!inThread && !message.ephemeral) {
    const reply = iconButton('reply', 'Reply in thread');
    reply.addEventListener('click', () => openThread(desk, message));
    bar.append(reply);
  }
  bar.append(jsonToggle(desk, message), moreButton(desk, message));
  for (const button of bar.querySelectorAll('button')) {
    button.setAttribute('data-focus', `${message.ts}/${button.getAttribute('aria-label')}`);
  }
  return bar;
}

function jsonToggle(desk: Desk, message: PageMessage): HTMLElement {
  const key = `${message.channel}:${message.ts}`;
  const button = iconButton('braces', 'JSON');
  button.setAttribute('aria-pressed', String(desk.opened.has(key)));
  button.addEventListener('click', () => {
    if (!desk.opened.delete(key)) desk.opened.add(key);
    desk.draw();
  });
  return button;
}

function moreButton(desk: Desk, message: PageMessage): HTMLElement {
  const button = iconButton('dots', 'More actions');
  button.setAttribute('aria-haspopup', 'menu');
  button.addEventListener('click', () => {
    openMenu(button, 'More actions', [...shortcuts(desk, message), ...own(desk, message)]);
  });
  return button;
}

/** The app's message shortcuts; Slack offers none on messages only one person sees. */
function shortcuts(desk: Desk, message: PageMessage): readonly MenuItem[] {
  const { app } = desk.state();
  const where = { channel: message.channel, ts: message.ts };
  const offered = message.ephemeral ? [] : app.shortcuts.filter(({ type }) => type === 'message');
  const run = (callbackId: string) => () => attempt(act('shortcut', { ...where, callbackId }));
  return [
    ...offered.map(({ name, callbackId }) => ({
      label: name,
      hint: app.name,
      run: run(callbackId),
    })),
    { label: 'Copy text', run: () => attempt(copyText(message)) },
  ];
}

async function copyText(message: PageMessage): Promise<void> {
  await navigator.clipboard.writeText(message.text);
  toast('Copied.');
}

function own(desk: Desk, message: PageMessage): readonly MenuItem[] {
  if (message.user !== desk.state().me) return [];
  const edit = (): void => {
    desk.editing = message.ts;
    desk.draw();
  };
  return [
    { label: 'Edit message', run: edit },
    { label: 'Delete message…', danger: true, run: () => void remove(message) },
  ];
}

async function remove(message: PageMessage): Promise<void> {
  const text = document.createTextNode('This cannot be undone.');
  const asked = { title: 'Delete this message?', text, yes: 'Delete', no: 'Cancel' };
  if (!(await ask(asked, true))) return;
  attempt(act('remove', { channel: message.channel, ts: message.ts }));
}
