import type { PageMessage } from '../page-state.ts';
import { el } from './dom.ts';
import { readableJson } from './readable-json.ts';
import { toast } from './toast.ts';

/** What was sent, as it came over the wire. */
export function jsonPanel(message: PageMessage): HTMLElement {
  const json = readableJson(message.sent);
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
      el('span', {}, message.sentBy === 'typed' ? 'As typed' : `Sent by ${message.sentBy}`),
      el('button', { type: 'button', class: 'plain-link', onclick: () => void copy() }, 'Copy'),
    ),
    el('pre', { tabindex: 0, role: 'region', 'aria-label': 'JSON of this message' }, json),
  );
}
