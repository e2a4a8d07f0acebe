import { renderBlocks } from './blocks/render-blocks.ts';
import { type Desk, use } from './desk.ts';
import { el, keepingFocus } from './dom.ts';
import { createForm } from './form.ts';
import { foldedJson } from './json-panel.ts';

/** The app's Home tab. */
export function createHome(desk: Desk): { element: HTMLElement; draw: () => void } {
  const element = el('div', { class: 'home', tabindex: -1 });
  const form = createForm();
  let shown: string | null = null;

  const draw = (): void => {
    const { home, app } = desk.state();
    const version = home ? `${home.id}/${home.hash}` : '';
    if (version === shown) return;
    shown = version;
    if (home === null) {
      element.replaceChildren(
        el('p', { class: 'empty' }, `${app.name} has not set up its Home yet.`),
      );
      return;
    }
    const surface = form.surface(desk, {
      kind: 'home',
      viewId: home.id,
      errors: {},
      use: (body) => use(body),
    });
    keepingFocus(element, () =>
      element.replaceChildren(
        renderBlocks(home.blocks, surface),
        foldedJson(home.sent, 'Sent by views.publish'),
      ),
    );
  };
  return { element, draw };
}
