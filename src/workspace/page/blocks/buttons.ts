import { type JsonObject, objectOf, objectsOf, textOf } from '../../json.ts';
import { el } from '../dom.ts';
import { type IconName, icon } from '../icons.ts';
import { openMenu } from '../menu.ts';
import { confirmed } from './confirm.ts';
import type { Choice, Surface } from './surface.ts';
import { plainText } from './text.ts';

/** A button; one with an address is a link that the app hears of too. */
export function button(element: JsonObject, blockId: string, surface: Surface): HTMLElement {
  const label = plainText(element.text);
  const url = textOf(element.url);
  const attributes = {
    class: `button ${textOf(element.style)}`,
    'data-focus': `${blockId}/${textOf(element.action_id)}`,
    'data-action': textOf(element.action_id),
    'aria-label': textOf(element.accessibility_label) || undefined,
  };
  if (/^https?:/iu.test(url)) {
    const link = { ...attributes, href: url, target: '_blank', rel: 'noopener noreferrer' };
    return el('a', { ...link, onclick: () => send(element, blockId, surface, null) }, label);
  }
  const made = el('button', { ...attributes, type: 'button' }, label);
  made.addEventListener('click', () => press(made, element, { blockId, surface, choice: null }));
  return made;
}

interface Press {
  readonly blockId: string;
  readonly surface: Surface;
  readonly choice: Choice;
}

/** Asks where asked to, shows that it is busy, and tells the app. */
async function press(
  target: HTMLElement,
  element: JsonObject,
  { blockId, surface, choice }: Press,
): Promise<void> {
  if (target.getAttribute('aria-busy') === 'true') return;
  if (!(await confirmed(element, surface.names))) return;
  target.setAttribute('aria-busy', 'true');
  await send(element, blockId, surface, choice);
  target.removeAttribute('aria-busy');
}

const send = (
  element: JsonObject,
  blockId: string,
  surface: Surface,
  choice: Choice,
): Promise<void> => surface.use(textOf(element.action_id), blockId, choice);

/** Thumbs up and down. */
export function feedbackButtons(
  element: JsonObject,
  blockId: string,
  surface: Surface,
): HTMLElement {
  const group = el('span', { class: 'feedback', role: 'group', 'aria-label': 'Feedback' });
  group.append(
    thumb(group, element, { blockId, surface, choice: 'positive' }),
    thumb(group, element, { blockId, surface, choice: 'negative' }),
  );
  return group;
}

function thumb(group: HTMLElement, element: JsonObject, press_: Press): HTMLElement {
  const good = press_.choice === 'positive';
  const own = objectOf(good ? element.positive_button : element.negative_button);
  const label = textOf(own.accessibility_label) || plainText(own.text);
  const made = iconButton(good ? 'up' : 'down', label);
  made.setAttribute('data-focus', `${press_.blockId}/${String(press_.choice)}`);
  made.setAttribute('aria-pressed', 'false');
  made.addEventListener('click', () => {
    for (const other of group.querySelectorAll('button'))
      other.setAttribute('aria-pressed', 'false');
    made.setAttribute('aria-pressed', 'true');
    void press(made, element, press_);
  });
  return made;
}

/** A button that is only an icon, with its name for screen readers and on hover. */
export const iconButton = (name: IconName, label: string): HTMLButtonElement =>
  el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': label, title: label },
    icon(name),
  );

export function trashButton(element: JsonObject, blockId: string, surface: Surface): HTMLElement {
  const label = textOf(element.accessibility_label) || plainText(element.text);
  const made = iconButton('trash', label);
  made.setAttribute('data-action', textOf(element.action_id));
  made.addEventListener('click', () => press(made, element, { blockId, surface, choice: null }));
  return made;
}

/** The three dots that open a short list. */
export function overflow(element: JsonObject, blockId: string, surface: Surface): HTMLElement {
  const made = iconButton('dots', 'More options');
  made.setAttribute('aria-haspopup', 'menu');
  const items = objectsOf(element.options).map((option) => ({
    label: plainText(option.text),
    run: () => void press(made, element, { blockId, surface, choice: textOf(option.value) }),
  }));
  made.addEventListener('click', () => openMenu(made, 'More options', items));
  return made;
}
