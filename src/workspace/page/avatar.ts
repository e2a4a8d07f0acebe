import type { PageUser } from '../page-state.ts';
import { el } from './dom.ts';

const TINTS = 6;

/** A person's initials on their own colour; an app's quotation mark on its own. */
export function avatar(user: PageUser): HTMLElement {
  if (user.isBot && user.name !== 'slackbot') {
    return el('span', { class: 'avatar app', 'aria-hidden': 'true' }, '“');
  }
  const initials = user.realName
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2);
  const tint = [...user.id].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % TINTS;
  return el('span', { class: `avatar tint-${tint}`, 'aria-hidden': 'true' }, initials);
}
