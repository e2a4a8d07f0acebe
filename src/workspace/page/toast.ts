import { el } from './dom.ts';

const SHOWN_FOR = 6_000;

/** A passing notice at the foot of the page, read out by screen readers. */
export function toast(text: string): void {
  const note = el('div', { class: 'toast' }, text);
  document.getElementById('toasts')?.append(note);
  setTimeout(() => note.remove(), SHOWN_FOR);
}

/** Tells screen readers of a new message without moving the focus. */
export function announce(text: string): void {
  const log = document.getElementById('live');
  if (log === null) return;
  log.append(el('p', {}, text));
  while (log.childElementCount > 10) log.firstElementChild?.remove();
}

/** Runs an action of the workspace and says so when it fails. */
export function attempt(action: Promise<unknown>): void {
  action.catch((error: unknown) => {
    toast(error instanceof Error ? `That did not work: ${error.message}` : 'That did not work.');
  });
}
