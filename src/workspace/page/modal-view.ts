import { objectOf } from '../json.ts';
import type { PageView } from '../page-state.ts';
import { iconButton } from './blocks/buttons.ts';
import { renderBlocks } from './blocks/render-blocks.ts';
import { type Desk, use } from './desk.ts';
import { el, keepingFocus } from './dom.ts';
import { createForm, type Form } from './form.ts';
import { foldedJson } from './json-panel.ts';
import { act } from './server.ts';
import { attempt, toast } from './toast.ts';

type Errors = Readonly<Record<string, string>>;

/** The topmost modal as a dialog; the browser keeps the focus inside it. */
export function createModals(desk: Desk): { draw: () => void } {
  const title = el('h2', { id: 'modal-title' });
  const content = el('div', { class: 'modal-content' });
  const foot = el('div', { class: 'dialog-foot' });
  const close = iconButton('close', 'Close');
  const dialog = el(
    'dialog',
    { class: 'modal', 'aria-labelledby': 'modal-title' },
    el('header', { class: 'modal-head' }, title, close),
    content,
    foot,
  );
  document.body.append(dialog);
  const forms = new Map<string, Form>();
  let shown = '';

  const dismiss = (): void => attempt(act('dismiss', {}));
  close.addEventListener('click', dismiss);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    dismiss();
  });

  const fill = (view: PageView, errors: Errors): void => {
    const form = forms.get(view.id) ?? createForm();
    forms.set(view.id, form);
    const surface = form.surface(desk, {
      kind: 'modal',
      viewId: view.id,
      errors,
      use: (body) => use(body),
    });
    title.textContent = view.title;
    keepingFocus(dialog, () => {
      content.replaceChildren(
        renderBlocks(view.blocks, surface),
        foldedJson(view.sent, 'The view as it was sent'),
      );
      foot.replaceChildren(...footOf(view, dismiss, () => submit(view, form)));
    });
    content
      .querySelector<HTMLElement>('[aria-invalid="true"] input, .field[aria-invalid="true"]')
      ?.focus();
  };

  const submit = async (view: PageView, form: Form): Promise<void> => {
    const answer = await act('submit', { viewId: view.id, filled: form.filled() });
    if (answer.kind !== 'errors') return;
    const errors = objectOf(answer.errors) as Errors;
    if (Object.keys(errors).length === 0) toast('The form was not accepted.');
    fill(view, errors);
  };

  const draw = (): void => {
    const view = desk.state().modals.at(-1);
    const version = view ? `${view.id}/${view.hash}` : '';
    if (version === shown) return;
    shown = version;
    if (view === undefined) {
      forms.clear();
      dialog.close();
      return;
    }
    fill(view, {});
    if (!dialog.open) dialog.showModal();
    (content.querySelector<HTMLElement>('[autofocus], .field, input') ?? close).focus();
  };
  return { draw };
}

function footOf(
  view: PageView,
  dismiss: () => void,
  submit: () => Promise<void>,
): readonly HTMLElement[] {
  const cancel = el('button', { type: 'button', class: 'button', onclick: dismiss });
  cancel.textContent = view.close || (view.submit ? 'Cancel' : 'Close');
  if (view.submit === '') return [cancel];
  const send = el('button', { type: 'button', class: 'button primary', 'data-focus': 'submit' });
  send.textContent = view.submit;
  send.addEventListener('click', () => {
    send.setAttribute('aria-busy', 'true');
    const sending = submit().finally(() => send.removeAttribute('aria-busy'));
    attempt(sending);
  });
  return [cancel, send];
}
