import { el, uniqueId } from './dom.ts';

export interface MenuItem {
  readonly label: string;
  readonly hint?: string;
  readonly danger?: boolean;
  readonly run: () => void;
}

/** Opens a menu at a button: arrows move, Enter chooses, Escape closes and gives the focus back. */
export function openMenu(button: HTMLElement, label: string, items: readonly MenuItem[]): void {
  document.querySelector('.menu')?.remove();
  const menu = el('div', {
    class: 'menu',
    role: 'menu',
    'aria-label': label,
    id: uniqueId('menu'),
  });
  const close = (refocus: boolean): void => {
    menu.remove();
    button.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
    if (refocus) button.focus();
  };
  const outside = (event: Event): void => {
    if (event.target instanceof Node && !menu.contains(event.target)) close(false);
  };
  for (const item of items) {
    menu.append(itemButton(item, () => close(true)));
  }
  menu.addEventListener('keydown', (event) => moveInMenu(menu, event, close));
  document.addEventListener('pointerdown', outside, true);
  button.setAttribute('aria-expanded', 'true');
  (button.closest('dialog') ?? document.body).append(menu);
  place(menu, button);
  menu.querySelector('button')?.focus();
}

function itemButton(item: MenuItem, close: () => void): HTMLButtonElement {
  const choose = (): void => {
    close();
    item.run();
  };
  return el(
    'button',
    {
      type: 'button',
      role: 'menuitem',
      tabindex: -1,
      class: item.danger ? 'menu-item danger' : 'menu-item',
      onclick: choose,
    },
    el('span', {}, item.label),
    item.hint ? el('span', { class: 'menu-hint' }, item.hint) : null,
  );
}

function moveInMenu(menu: HTMLElement, event: KeyboardEvent, close: (back: boolean) => void): void {
  const items = [...menu.querySelectorAll('button')];
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const next = steps[event.key];
  if (next !== undefined) {
    event.preventDefault();
    items[next]?.focus();
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    event.stopPropagation();
    close(true);
  }
}

/** Under the button, or above it where there is no room, and always on the screen. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = at.bottom + 4 + height <= innerHeight;
  const left = Math.max(8, Math.min(at.left, innerWidth - width - 8));
  const top = below ? at.bottom + 4 : Math.max(8, at.top - height - 4);
  menu.style.setProperty('left', `${left}px`);
  menu.style.setProperty('top', `${top}px`);
}
