import { isObject, type JsonObject, textOf } from '../../json.ts';
import { el } from '../dom.ts';
import { richText } from './rich-text.ts';
import type { Names, Surface } from './surface.ts';

/** A table; the first row of a data_table is its head. */
export function table(block: JsonObject, { names }: Surface): HTMLElement {
  const rows = Array.isArray(block.rows) ? block.rows : [];
  const isData = block.type === 'data_table';
  const lines = rows.map((row: unknown, index) => {
    const cells = Array.isArray(row) ? row.filter(isObject) : [];
    const head = isData && index === 0;
    return el(
      'tr',
      {},
      ...cells.map((cell) => el(head ? 'th' : 'td', {}, cellContent(cell, names))),
    );
  });
  const caption = isData ? el('caption', {}, textOf(block.caption)) : null;
  return el('div', { class: 'table', tabindex: 0 }, el('table', {}, caption, ...lines));
}

function cellContent(cell: JsonObject, names: Names): Node {
  if (cell.type === 'rich_text') return richText(cell, names);
  const number = cell.value === undefined ? '' : String(cell.value);
  return document.createTextNode(textOf(cell.text) || number);
}
