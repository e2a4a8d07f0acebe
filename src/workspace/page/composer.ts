import type { PageState } from '../page-state.ts';
import { iconButton } from './blocks/buttons.ts';
import { createCompletion } from './completion.ts';
import { type Desk, sent } from './desk.ts';
import { el, uniqueId } from './dom.ts';
import { openMenu } from './menu.ts';
import { act } from './server.ts';
import { attempt, toast } from './toast.ts';

export interface Composer {
  readonly element: HTMLElement;
  readonly field: HTMLTextAreaElement;
  readonly draw: () => void;
}

export interface ComposerOptions {
  readonly placeholder: () => string;
  /** The thread it writes to, undefined for the channel. */
  readonly thread: () => string | undefined;
  /** Where a reply may also go, such as "#newsroom"; undefined where it may not. */
  readonly alsoTo?: () => string | undefined;
  /** Whether the app's global shortcuts are offered here. */
  readonly shortcuts: boolean;
  /** Runs when a message has gone; `ts` is the new message's. */
  readonly onSent: (ts: string) => void;
}

/** Where one writes: Enter sends, Shift+Enter begins a line, "/" and "@" offer what fits. */
export function createComposer(desk: Desk, options: ComposerOptions): Composer {
  const hint = el('p', { class: 'command-hint', id: uniqueId('hint') });
  const field = el('textarea', {
    class: 'composer-field',
    rows: 1,
    'aria-describedby': hint.id,
    enterkeyhint: 'send',
  });
  const send = iconButton('send', 'Send');
  send.classList.add('send');
  const also = alsoBox(options);
  const completion = createCompletion(field, () => desk.state());

  const draw = (): void => {
    field.placeholder = options.placeholder();
    field.setAttribute('aria-label', options.placeholder());
    showHint(hint, field.value, desk.state());
    send.disabled = field.value.trim() === '';
    also.draw();
    field.style.setProperty('height', 'auto');
    field.style.setProperty('height', `${Math.min(field.scrollHeight, 200)}px`);
  };
  const submit = async (): Promise<void> => {
    const text = field.value.trim();
    if (text === '') return;
    field.value = '';
    draw();
    const went = await submitText(desk, options, { text, broadcast: also.box.checked });
    if (!went && field.value === '') field.value = text;
    if (went) also.box.checked = false;
    draw();
  };
  field.addEventListener('input', draw);
  field.addEventListener('keydown', (event) => {
    if (completion.take(event)) return draw();
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      void submit();
    }
    if (event.key === 'ArrowUp' && field.value === '') editLast(desk, options.thread(), event);
  });
  send.addEventListener('click', () => void submit());
  const more = options.shortcuts ? shortcutButton(desk) : null;
  const bar = el('div', { class: 'composer-bar' }, more, field, send);
  const element = el('div', { class: 'composer' }, completion.element, hint, bar, also.element);
  draw();
  return { element, field, draw };
}

/** The usage hint of the command that is being typed. */
function showHint(hint: HTMLElement, typed: string, { app }: PageState): void {
  const command = app.commands.find(
    (known) => typed === known.command || typed.startsWith(`${known.command} `),
  );
  hint.hidden = command === undefined;
  if (command === undefined) return;
  hint.replaceChildren(
    el('strong', {}, command.command),
    ` ${command.usageHint} `,
    el('span', { class: 'hint' }, command.description),
  );
}

/** The box under a thread's field: "Also send to #newsroom". */
function alsoBox({ alsoTo }: ComposerOptions) {
  const box = el('input', { type: 'checkbox' });
  const words = el('span');
  const element = el('label', { class: 'also' }, box, words);
  const draw = (): void => {
    const where = alsoTo?.();
    element.hidden = where === undefined;
    words.textContent = `Also send to ${where ?? ''}`;
  };
  return { box, element, draw };
}

interface Typed {
  readonly text: string;
  readonly broadcast: boolean;
}

async function submitText(
  desk: Desk,
  options: ComposerOptions,
  { text, broadcast }: Typed,
): Promise<boolean> {
  const { channel } = desk.place();
  const threadTs = options.thread();
  const [, command] = /^(\/[a-z][\w-]*)(?:\s|$)/u.exec(text) ?? [];
  if (command !== undefined) return submitCommand(channel, threadTs, command, text);
  try {
    const answer = await act('say', {
      channel,
      text,
      ...(threadTs ? { threadTs, broadcast } : {}),
    });
    options.onSent(String(answer.ts));
    return true;
  } catch (error) {
    toast(error instanceof Error ? `Not sent: ${error.message}` : 'Not sent.');
    return false;
  }
}

/** Slack has no commands in threads; it says so and keeps what was typed. */
async function submitCommand(
  channel: string,
  threadTs: string | undefined,
  command: string,
  text: string,
): Promise<boolean> {
  if (threadTs !== undefined) {
    toast(`${command} is not supported in threads. Sorry!`);
    return false;
  }
  const rest = text.slice(command.length).trim();
  return sent('command', { channel, command, text: rest });
}

/** The app's global shortcuts. */
function shortcutButton(desk: Desk): HTMLElement {
  const button = iconButton('bolt', 'Shortcuts');
  button.setAttribute('aria-haspopup', 'menu');
  button.addEventListener('click', () => {
    const { app } = desk.state();
    const items = app.shortcuts
      .filter(({ type }) => type === 'global')
      .map(({ name, callbackId, description }) => ({
        label: name,
        hint: description || app.name,
        run: () => attempt(act('shortcut', { callbackId })),
      }));
    if (items.length > 0) openMenu(button, 'Shortcuts', items);
    else toast(`${app.name} has no global shortcuts.`);
  });
  return button;
}

/** Arrow up in an empty field edits one's last message, as in Slack. */
function editLast(desk: Desk, thread: string | undefined, event: KeyboardEvent): void {
  const { me, messages } = desk.state();
  const { channel } = desk.place();
  const last = messages.findLast(
    (message) =>
      message.user === me &&
      message.channel === channel &&
      (thread === undefined ? message.threadTs === undefined : message.threadTs === thread),
  );
  if (last === undefined) return;
  event.preventDefault();
  desk.editing = last.ts;
  desk.draw();
}
