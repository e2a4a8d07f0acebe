type Child = Node | string | null | undefined | false;
type Value = string | number | boolean | undefined | ((event: Event) => void);

/**
 * An element with attributes, listeners (onclick, oninput …) and children. Strings become text
 * nodes: nothing that came from a message is ever read as HTML.
 */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(element, name, value);
  add(element, ...children);
  return element;
}

function set(element: Element, name: string, value: Value): void {
  if (typeof value === 'function') element.addEventListener(name.replace(/^on/u, ''), value);
  else if (value === true) element.setAttribute(name, '');
  else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
}

function add(parent: Node, ...children: readonly Child[]): void {
  for (const child of children) {
    if (child instanceof Node) parent.appendChild(child);
    else if (typeof child === 'string') parent.appendChild(document.createTextNode(child));
  }
}

/** An id that nothing else on the page has. */
export const uniqueId = (() => {
  let last = 0;
  return (prefix: string): string => `${prefix}-${++last}`;
})();

/** Runs a change of the page and puts the focus back on what stands where it was. */
export function keepingFocus(root: Element, change: () => void): void {
  const key = document.activeElement?.getAttribute('data-focus');
  const inside = root.contains(document.activeElement);
  change();
  if (!inside || !key || root.contains(document.activeElement)) return;
  root.querySelector<HTMLElement>(`[data-focus="${CSS.escape(key)}"]`)?.focus();
}
