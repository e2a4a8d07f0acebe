const CONTROL = /<(?:[@#!][^<>\n]*|(?:https?:\/\/|mailto:|tel:)[^<>\s][^<>\n]*)>/gu;

/** Text as Slack stores it: stray &, < and > become entities, control sequences stay. */
export function storedText(text: string): string {
  let stored = '';
  let from = 0;
  for (const match of text.matchAll(CONTROL)) {
    stored += escapeStray(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return stored + escapeStray(text.slice(from));
}

const escapeStray = (text: string): string =>
  text
    .replace(/&(?!(?:amp|lt|gt);)/gu, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
