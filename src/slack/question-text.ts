/**
 * The words somebody typed, out of Slack's message text: entities unescaped, mentions and links replaced by their
 * labels or dropped, `<@bot>` gone, white space collapsed. Plain text comes out as it went in.
 */
export function questionText(slackText: string, botUserId?: string): string {
  const withoutBot = botUserId
    ? slackText.replaceAll(new RegExp(`<@${escapeRegExp(botUserId)}(\\|[^>]*)?>`, 'g'), ' ')
    : slackText;
  return unescaped(withoutBot.replaceAll(CONTROL, control))
    .replaceAll(/[\u200B\u2060\uFEFF]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** What Slack writes between angle brackets; a raw `<` in typed text arrives as `&lt;`. */
const CONTROL = /<(@|#|!|mailto:|tel:|https?:)([^<>|]*)(?:\|([^<>]*))?>/g;

function control(
  _whole: string,
  sigil: string,
  _target: string,
  label: string | undefined,
): string {
  const words = label ?? '';
  if (sigil === '@' || sigil === '#') return words === '' ? ' ' : ` ${words.replace(/^[@#]/, '')} `;
  if (sigil === '!') return words === '' ? ' ' : ` ${words.replace(/^@/, '')} `;
  return words === '' || /^https?:/.test(words) ? ' ' : words;
}

/** `&amp;` last, so that `&amp;lt;` stays the typed `&lt;`. */
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const escapeRegExp = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
