import type { types } from '@slack/bolt';
import type { Span } from '../../text/span.ts';
import { webAddress } from '../escape.ts';

export type Inline = types.RichTextText | types.RichTextLink;

/** Text that Slack shows as typed: no mention, link or markup comes to life in it. */
export const words = (text: string): types.RichTextText => ({ type: 'text', text });

export const bold = (text: string): types.RichTextText => ({
  type: 'text',
  text,
  style: { bold: true },
});

/** `text` as a link, or as plain text where `url` is no web address. */
export function linked(text: string, url: string | undefined): Inline {
  const address = webAddress(url);
  return address === null ? words(text) : { type: 'link', url: address, text };
}

export const line = (elements: readonly Inline[]): types.RichTextSection => ({
  type: 'rich_text_section',
  elements: [...elements],
});

export const quoted = (elements: readonly Inline[]): types.RichTextQuote => ({
  type: 'rich_text_quote',
  elements: [...elements],
});

export const richText = (elements: readonly types.RichTextBlockElement[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [...elements],
});

/** The characters of `text`, unchanged and in order, with those that `spans` cover in bold. */
export function emphasised(text: string, spans: readonly Span[]): types.RichTextText[] {
  const pieces: types.RichTextText[] = [];
  let at = 0;
  for (const { start, end } of merged(spans, text.length)) {
    if (start > at) pieces.push(words(text.slice(at, start)));
    pieces.push(bold(text.slice(start, end)));
    at = end;
  }
  if (at < text.length) pieces.push(words(text.slice(at)));
  return pieces;
}

/** In order, none touching, all within 0 to `length`. */
function merged(spans: readonly Span[], length: number): Span[] {
  const within = spans
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(length, end) }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start);
  const result: { start: number; end: number }[] = [];
  for (const span of within) {
    const last = result.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}
