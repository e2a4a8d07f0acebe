import { type JsonObject, objectOf, objectsOf, textOf } from '../../json.ts';
import { el } from '../dom.ts';
import { formatDate } from '../time.ts';
import { emoji } from './emoji.ts';
import { mention, webLink } from './mrkdwn.ts';
import type { Names } from './surface.ts';

/** A rich_text block. What its text elements hold is shown as it is: nothing in it is parsed. */
export function richText(block: JsonObject, names: Names): HTMLElement {
  const parts = objectsOf(block.elements).map((part) => container(part, names));
  return el('div', { class: 'rich-text' }, ...parts);
}

function container(part: JsonObject, names: Names): HTMLElement {
  const inner = objectsOf(part.elements);
  switch (part.type) {
    case 'rich_text_quote':
      return el('blockquote', {}, ...inner.map((element) => inline(element, names)));
    case 'rich_text_preformatted':
      return el('pre', {}, ...inner.map((element) => inline(element, names)));
    case 'rich_text_list':
      return list(part, inner, names);
    default:
      return el('p', {}, ...inner.map((element) => inline(element, names)));
  }
}

function list(part: JsonObject, items: readonly JsonObject[], names: Names): HTMLElement {
  const entries = items.map((item) =>
    el('li', {}, ...objectsOf(item.elements).map((element) => inline(element, names))),
  );
  const indent = Number(part.indent ?? 0);
  const attributes = { class: `indent-${indent}` };
  if (part.style !== 'ordered') return el('ul', attributes, ...entries);
  return el('ol', { ...attributes, start: Number(part.offset ?? 0) + 1 }, ...entries);
}

function inline(element: JsonObject, names: Names): Node {
  return styled(unstyled(element, names), objectOf(element.style));
}

function unstyled(element: JsonObject, names: Names): Node {
  switch (element.type) {
    case 'text':
      return document.createTextNode(textOf(element.text));
    case 'link':
      return webLink(textOf(element.url), textOf(element.text) || textOf(element.url));
    case 'user':
      return mention(`@${names.user(textOf(element.user_id))}`);
    case 'channel':
      return mention(`#${names.channel(textOf(element.channel_id))}`);
    case 'usergroup':
      return mention(`@${textOf(element.usergroup_id)}`);
    case 'broadcast':
      return mention(`@${textOf(element.range)}`);
    case 'emoji':
      return document.createTextNode(emoji(textOf(element.name)));
    case 'date':
      return el('time', {}, formatDate(textOf(element.format), Number(element.timestamp)));
    case 'color':
      return el('code', {}, textOf(element.value));
    default:
      return document.createTextNode(`[${textOf(element.type)}]`);
  }
}

const STYLES = { bold: 'strong', italic: 'em', strike: 's', code: 'code', underline: 'u' } as const;

function styled(node: Node, style: JsonObject): Node {
  let outer = node;
  for (const [name, tag] of Object.entries(STYLES)) {
    if (style[name] === true) outer = el(tag, {}, outer);
  }
  return outer;
}
