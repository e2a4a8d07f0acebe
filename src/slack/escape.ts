/** `text` for a field that Slack parses: the three characters that begin mentions, links and entities, in this order. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** An article's address as Slack takes it, or null where it is no web address. */
export function webAddress(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  const encoded = href.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E');
  return encoded.length <= 3000 ? encoded : null;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** `text` in at most `longest` UTF-16 code units, ending in an ellipsis where it was cut, never inside a character. */
export function clipped(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text.slice(0, longest + 64))) {
    if (kept.length + segment.length > longest - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** `text` escaped, in at most `longest` characters, ending in an ellipsis where it was cut. */
export function escapedWithin(text: string, longest: number): string {
  let room = longest;
  let result = escaped(clipped(text, room));
  while (result.length > longest) {
    room = Math.floor(room * 0.8);
    result = escaped(clipped(text, room));
  }
  return result;
}
