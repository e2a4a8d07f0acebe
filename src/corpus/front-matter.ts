import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Fault } from './fault.ts';

/** A file's front matter and the text after it. */
export interface FrontMatter {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** 1-based line of a key in the file. */
  readonly lineOf: (key: string) => number | undefined;
}

/** YAML between a first line of --- and the next line of --- or ... */
const FENCED = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u;
const OPENED = /^---[ \t]*\r?\n[ \t]*[\p{L}_]+[ \t]*:/u;

/** What stands before the body of `text`; without front matter the body is the whole text. */
export function frontMatterOf(text: string): FrontMatter | Fault {
  const fenced = FENCED.exec(text);
  if (fenced === null) return OPENED.test(text) ? UNCLOSED : plain(text);
  const yaml = fenced[1] ?? '';
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, schema: 'core' });
  const [error] = document.errors;
  if (error !== undefined) return broken(error.message, yaml, error.linePos?.[0].line ?? 1);
  const { contents } = document;
  if (contents === null) return { ...plain(text), body: text.slice(fenced[0].length) };
  if (!isMap(contents)) return isRule(yaml) ? plain(text) : NOT_KEYS;
  return {
    raw: document.toJS() as Record<string, unknown>,
    body: text.slice(fenced[0].length),
    lineOf: (name) => {
      const pair = contents.items.find(({ key }) => isScalar(key) && key.value === name);
      const range = isScalar(pair?.key) ? pair.key.range : null;
      return range ? lines.linePos(range[0]).line + 1 : undefined;
    },
  };
}

const plain = (text: string): FrontMatter => ({ raw: {}, body: text, lineOf: () => undefined });

/** Prose between two dashed lines is prose, not front matter. */
const isRule = (yaml: string): boolean => !/^[ \t]*(?:- )?[-\p{L}_]+[ \t]*:/mu.test(yaml);

const FIX =
  'Write "key: value" lines between two lines of ---; put values that hold a colon in quotes';

const UNCLOSED: Fault = {
  line: 1,
  field: 'front matter',
  message: 'The front matter opens with --- and never closes',
  fix: FIX,
  severity: 'error',
};

const NOT_KEYS: Fault = {
  ...UNCLOSED,
  message: 'The front matter is not a list of keys and values',
};

/** `line` is 1-based within `yaml`, which begins on the second line of the file. */
function broken(message: string, yaml: string, line: number): Fault {
  const key = /^\s*([\p{L}_-]+)\s*:/u.exec(yaml.split('\n')[line - 1] ?? '')?.[1];
  const cause = message.split('\n')[0]?.replace(/ at line \d+.*$/u, '') ?? '';
  return {
    line: line + 1,
    field: key ?? 'front matter',
    message: `The front matter is not YAML: ${cause}`,
    fix: FIX,
    severity: 'error',
  };
}
