import { type JsonObject, objectOf } from '../../json.ts';
import { el, uniqueId } from '../dom.ts';
import type { Names } from './surface.ts';
import { plainText, textObject } from './text.ts';

/** Asks before an action that wants it; true at once where it does not. */
export function confirmed(element: JsonObject, names: Names): Promise<boolean> {
  if (element.confirm === undefined) return Promise.resolve(true);
  const confirm = objectOf(element.confirm);
  return ask(
    {
      title: plainText(confirm.title),
      text: textObject(confirm.text, names),
      yes: plainText(confirm.confirm),
      no: plainText(confirm.deny),
    },
    confirm.style === 'danger',
  );
}

interface Asked {
  readonly title: string;
  readonly text: Node;
  readonly yes: string;
  readonly no: string;
}

/** A small dialog with two ways out. */
export function ask({ title, text, yes, no }: Asked, danger: boolean): Promise<boolean> {
  const heading = uniqueId('confirm');
  const yesButton = el(
    'button',
    { type: 'button', class: danger ? 'button danger' : 'button primary' },
    yes,
  );
  const noButton = el('button', { type: 'button', class: 'button' }, no);
  const dialog = el(
    'dialog',
    { class: 'confirm', 'aria-labelledby': heading },
    el('h2', { id: heading }, title),
    el('p', {}, text),
    el('div', { class: 'dialog-foot' }, noButton, yesButton),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    const end = (answer: boolean): void => {
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    yesButton.addEventListener('click', () => end(true));
    noButton.addEventListener('click', () => end(false));
    dialog.addEventListener('cancel', () => end(false));
  });
}
