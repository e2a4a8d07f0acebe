import type { PageState } from '../page-state.ts';
import { el, uniqueId } from './dom.ts';

interface Offer {
  /** What goes into the field. */
  readonly text: string;
  readonly label: string;
  readonly hint: string;
}

export interface Completion {
  readonly element: HTMLElement;
  /** Whether a key was meant for the list. */
  readonly take: (event: KeyboardEvent) => boolean;
}

/** Offers commands after "/" and people after "@": a listbox that the field keeps control of. */
export function createCompletion(field: HTMLTextAreaElement, state: () => PageState): Completion {
  const element = el('div', {
    class: 'completion',
    role: 'listbox',
    id: uniqueId('offers'),
    'aria-label': 'Suggestions',
    hidden: true,
  });
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', element.id);
  let offers: readonly Offer[] = [];
  let at = 0;

  const show = (): void => {
    element.hidden = offers.length === 0;
    element.replaceChildren(...offers.map((offer, index) => row(offer, index)));
    const active = element.children[at]?.id;
    if (active) field.setAttribute('aria-activedescendant', active);
    else field.removeAttribute('aria-activedescendant');
  };
  const row = (offer: Offer, index: number): HTMLElement =>
    el(
      'div',
      {
        role: 'option',
        id: `${element.id}-${index}`,
        class: 'offer',
        'aria-selected': String(index === at),
        onpointerdown: (event) => {
          event.preventDefault();
          choose(offer);
        },
      },
      el('strong', {}, offer.label),
      el('span', { class: 'hint' }, offer.hint),
    );
  const choose = (offer: Offer): void => {
    const start = field.value.slice(0, field.selectionStart).search(/\S*$/u);
    field.setRangeText(`${offer.text} `, start, field.selectionStart, 'end');
    offers = [];
    show();
    field.dispatchEvent(new Event('input'));
  };
  const look = (): void => {
    offers = offersFor(field.value.slice(0, field.selectionStart), state());
    at = 0;
    show();
  };
  field.addEventListener('input', look);
  field.addEventListener('blur', () => close());

  const take = (event: KeyboardEvent): boolean => {
    const offer = offers[at];
    const deed = offer === undefined ? undefined : deeds(offer)[event.key];
    if (deed === undefined) return false;
    event.preventDefault();
    deed();
    return true;
  };
  const step = (by: number) => (): void => {
    at = (at + by) % offers.length;
    show();
  };
  const close = (): void => {
    offers = [];
    show();
  };
  const deeds = (offer: Offer): Readonly<Record<string, () => void>> => ({
    ArrowDown: step(1),
    ArrowUp: step(offers.length - 1),
    Escape: close,
    Enter: () => choose(offer),
    Tab: () => choose(offer),
  });
  return { element, take };
}

/** What fits the word before the caret. */
function offersFor(before: string, state: PageState): readonly Offer[] {
  if (/^\/\S*$/u.test(before)) {
    return state.app.commands
      .filter(({ command }) => command.startsWith(before))
      .map(({ command, usageHint, description }) => ({
        text: command,
        label: command,
        hint: [usageHint, description].filter(Boolean).join(' · '),
      }));
  }
  const [, name] = /(?:^|\s)@(\S*)$/u.exec(before) ?? [];
  if (name === undefined) return [];
  return state.users
    .filter((user) => user.name !== 'slackbot' && user.id !== state.me)
    .filter((user) => `${user.name} ${user.realName}`.toLowerCase().includes(name.toLowerCase()))
    .sort((a, b) => Number(b.isBot) - Number(a.isBot))
    .map((user) => ({ text: `@${user.name}`, label: user.realName, hint: user.title }));
}
