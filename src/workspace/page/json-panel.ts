import type { JsonObject } from '../json.ts';
import { el } from './dom.ts';
import { readableJson } from './readable-json.ts';
import { toast } from './toast.ts';

/** What was sent, as it came over the wire. `by` names the call. */
export function jsonPanel(sent: JsonObject, by: string): HTMLElement {
  const json = readableJson(sent);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(json);
    toast('Copied.');
  };
  return el(
    'div',
    { class: 'json' },
    el(
      'div',
      { class: 'json-head' },
      el('span', {}, by),
      el('button', { type: 'button', class: 'plain-link', onclick: () => void copy() }, 'Copy'),
    ),
    el('pre', { tabindex: 0, role: 'region', 'aria-label': 'JSON' }, json),
  );
}

/** The same, folded away: for views. */
export const foldedJson = (sent: JsonObject, by: string): HTMLElement =>
  el('details', { class: 'folded-json' }, el('summary', {}, 'JSON'), jsonPanel(sent, by));
