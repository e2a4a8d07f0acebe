import { el } from '../dom.ts';
import { formatDate } from '../time.ts';
import { emoji } from './emoji.ts';
import type { Names } from './surface.ts';

interface Reading {
  readonly names: Names;
  /** Whether bare addresses stay text, as `verbatim: true` asks. */
  readonly verbatim: boolean;
}

/** Slack's mrkdwn as elements: https://docs.slack.dev/messaging/formatting-message-text */
export function mrkdwn(text: string, names: Names, verbatim = false): DocumentFragment {
  const whole = document.createDocumentFragment();
  const reading = { names, verbatim };
  for (const part of text.split(/(```[\s\S]+?```)/u)) {
    if (part.startsWith('```') && part.length > 6) whole.append(preformatted(part.slice(3, -3)));
    else whole.append(quotedLines(part, reading));
  }
  return whole;
}

const preformatted = (text: string): HTMLElement => el('pre', {}, unescaped(text.trim()));

/** Lines that begin with ">" form a quotation, as in Slack. */
function quotedLines(text: string, reading: Reading): DocumentFragment {
  const whole = document.createDocumentFragment();
  for (const { quoted, lines } of groupsOf(text)) {
    const words = inline(lines.join('\n'), reading);
    whole.append(quoted ? el('blockquote', {}, words) : words);
  }
  return whole;
}

interface Group {
  readonly quoted: boolean;
  readonly lines: string[];
}

/** Neighbouring lines that are all quoted, or all not. */
function groupsOf(text: string): readonly Group[] {
  const groups: Group[] = [];
  for (const line of text.split('\n')) {
    const words = /^&gt; ?(.*)$/u.exec(line)?.[1];
    const quoted = words !== undefined;
    const last = groups.at(-1);
    if (last?.quoted === quoted) last.lines.push(words ?? line);
    else groups.push({ quoted, lines: [words ?? line] });
  }
  return groups;
}

const TOKEN = new RegExp(
  [
    '<([^<>\\n]+)>',
    '`([^`\\n]+)`',
    '(?<![\\p{L}\\p{N}*])\\*(?=[^\\s*])([^*\\n]*[^\\s*])\\*(?![\\p{L}\\p{N}*])',
    '(?<![\\p{L}\\p{N}_])_(?=[^\\s_])([^_\\n]*[^\\s_])_(?![\\p{L}\\p{N}_])',
    '(?<![\\p{L}\\p{N}~])~(?=[^\\s~])([^~\\n]*[^\\s~])~(?![\\p{L}\\p{N}~])',
    ':([a-z0-9_+-]+(?:::skin-tone-\\d)?):',
    '(https?:\\/\\/[^\\s<>|]+[^\\s<>|.,;:!?)\\]\'"])',
  ].join('|'),
  'gu',
);

function inline(text: string, reading: Reading): DocumentFragment {
  const whole = document.createDocumentFragment();
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    whole.append(unescaped(text.slice(from, match.index)), token(match, reading));
    from = match.index + match[0].length;
  }
  whole.append(unescaped(text.slice(from)));
  return whole;
}

function token(match: RegExpMatchArray, reading: Reading): Node {
  const [whole, control, code, bold, italic, strike, emojiName, address] = match;
  if (control !== undefined) return controlSequence(control, reading);
  if (code !== undefined) return el('code', {}, unescaped(code));
  if (bold !== undefined) return el('strong', {}, inline(bold, reading));
  if (italic !== undefined) return el('em', {}, inline(italic, reading));
  if (strike !== undefined) return el('s', {}, inline(strike, reading));
  if (emojiName !== undefined) return document.createTextNode(emoji(emojiName));
  const bare = address ?? whole;
  return reading.verbatim ? document.createTextNode(unescaped(bare)) : webLink(unescaped(bare));
}

/** What stands between < and >: a link, a mention, a channel, a date. */
function controlSequence(control: string, { names }: Reading): Node {
  const [target = '', label] = control.split('|');
  if (target.startsWith('@')) return mention(`@${names.user(target.slice(1))}`);
  if (target.startsWith('#')) return mention(`#${names.channel(target.slice(1))}`);
  if (target.startsWith('!date')) return date(target, label ?? '');
  if (target.startsWith('!')) return mention(`@${target.slice(1).split('^')[0] ?? ''}`);
  return webLink(unescaped(target), label === undefined ? undefined : unescaped(label));
}

export const mention = (text: string): HTMLElement => el('span', { class: 'mention' }, text);

function date(target: string, fallback: string): Node {
  const [, seconds = '', format = ''] = target.split('^');
  const text = /^\d+$/u.test(seconds) ? formatDate(format, Number(seconds)) : fallback;
  return el('time', {}, text);
}

/** A link to the web; any other scheme shows as text. */
export function webLink(url: string, label = url): HTMLElement {
  if (!/^(?:https?|mailto):/iu.test(url)) return el('span', {}, label);
  return el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label);
}

/** Slack's three entities back to characters. */
export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
