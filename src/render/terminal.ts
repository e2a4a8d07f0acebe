/** Styles for a terminal; the plain ones leave text as it is. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly mark: (text: string) => string;
}

const ESCAPE = '\u001b[';
const style = (open: number, close: number) => (text: string) =>
  text === '' ? '' : `${ESCAPE}${open}m${text}${ESCAPE}${close}m`;
const same = (text: string): string => text;

export const plainPaint: Paint = { bold: same, dim: same, mark: same };

/** ANSI SGR: bold 1/22, faint 2/22, underline 4/24, so that a marked word inside bold text ends on its own. */
export const colourPaint: Paint = { bold: style(1, 22), dim: style(2, 22), mark: style(4, 24) };

const CODES = /\p{Cc}\[\d+m/gu;

/** Control characters in an article would act on the terminal: shown as U+FFFD instead. Tabs and line breaks stay. */
export const harmless = (text: string): string =>
  text.replace(/\r\n?/gu, '\n').replace(/(?![\t\n])\p{Cc}/gu, '\ufffd');

const seen = (word: string): number => word.replace(CODES, '').length;

/** `text` in lines of at most `columns`, each beginning with `indent`; a longer word has a line of its own. */
export function wrap(text: string, columns: number, indent: string): string {
  if (columns === Number.POSITIVE_INFINITY) return indent + text.replaceAll('\n', `\n${indent}`);
  const room = Math.max(20, columns - seen(indent));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n]/)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (line !== '' && seen(joined) > room) {
      lines.push(line);
      line = word;
    } else line = joined;
  }
  lines.push(line);
  return lines.map((one) => indent + one).join('\n');
}
