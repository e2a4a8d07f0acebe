import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { LoadProblem } from './corpus/article.ts';

export type Format = 'text' | 'markdown' | 'html' | 'jsonl';

/** A file of a corpus. */
export interface CorpusFile {
  /** As given on the command line, or below it. */
  readonly path: string;
  /** Path from the corpus folder, with forward slashes; the file's name where it was given itself. */
  readonly name: string;
  /**
   * What an article is called that states no id, and with the line's number a record: the name without its
   * ending (of JSONL only .gz); the name whole, or the path, where an earlier file has that id.
   */
  readonly id: string;
  readonly format: Format;
  readonly gzip: boolean;
}

export interface CorpusFiles {
  /** In the order of `paths`; within a folder by name. */
  readonly files: readonly CorpusFile[];
  readonly problems: readonly LoadProblem[];
}

const FORMATS: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

const READABLE = '.txt, .md, .html or .jsonl, each also as .gz';

/** Folders that never hold articles, and files about a folder rather than of it. Dot-files are passed over unsaid. */
const NOT_ARTICLES = /^(?:node_modules|(?:readme|licen[cs]e|changelog|copying)(?:\.\w+)*)$/iu;

interface Walk {
  readonly files: CorpusFile[];
  readonly ids: Set<string>;
  readonly problems: LoadProblem[];
  /** Real paths met: a link that leads back to one of them is passed over. */
  readonly seen: Set<string>;
  readonly unread: Map<string, { count: number; first: string }>;
}

/** All files that `paths` (folders, read recursively, or files) name. Links are followed, each target once. */
export async function corpusFiles(paths: readonly string[]): Promise<CorpusFiles> {
  const walk: Walk = {
    files: [],
    ids: new Set(),
    problems: [],
    seen: new Set(),
    unread: new Map(),
  };
  for (const path of paths) await visitGiven(walk, path);
  for (const [extension, { count, first }] of walk.unread) {
    const files = count === 1 ? 'file is' : `files such as this are`;
    const message = `${count} ${files} not read: ${extension} is not a format of articles`;
    walk.problems.push({
      path: first,
      message,
      fix: `Convert to ${READABLE}`,
      severity: 'warning',
    });
  }
  return { files: walk.files, problems: walk.problems };
}

async function visitGiven(walk: Walk, path: string): Promise<void> {
  const found = await look(walk, path);
  if (found === null) return;
  if (found.isDirectory()) return visitFolder(walk, path, path);
  const kind = kindOf(path);
  if (kind !== null) addFile(walk, { path, name: basename(path), ...kind });
  else {
    const message = 'The file is in no format that Quoth reads';
    walk.problems.push({ path, message, fix: `Convert it to ${READABLE}`, severity: 'error' });
  }
}

/** What stands at `path`; null, and a problem where there is one to tell, where it need not be read. */
async function look(walk: Walk, path: string): Promise<Stats | null> {
  try {
    const real = await realpath(path);
    if (walk.seen.has(real)) return null;
    walk.seen.add(real);
    return await stat(real);
  } catch (error) {
    walk.problems.push(unreachable(path, error));
    return null;
  }
}

async function visitFolder(walk: Walk, root: string, folder: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    walk.problems.push(unreachable(folder, error));
    return;
  }
  for (const name of names.sort()) {
    if (name.startsWith('.') || NOT_ARTICLES.test(name)) continue;
    await visitEntry(walk, root, join(folder, name));
  }
}

async function visitEntry(walk: Walk, root: string, path: string): Promise<void> {
  const found = await look(walk, path);
  if (found === null) return;
  if (found.isDirectory()) return visitFolder(walk, root, path);
  const kind = found.isFile() ? kindOf(path) : null;
  if (kind !== null) {
    addFile(walk, { path, name: relative(root, path).split(sep).join('/'), ...kind });
  } else countUnread(walk, path);
}

function addFile({ files, ids }: Walk, file: Omit<CorpusFile, 'id'>): void {
  const ending = file.format === 'jsonl' ? /\.gz$/iu : ENDING;
  const stem = file.name.replace(ending, '');
  const id = [stem, file.name].find((name) => !ids.has(name)) ?? file.path;
  ids.add(id);
  files.push({ ...file, id });
}

function countUnread({ unread }: Walk, path: string): void {
  const extension = /\.\w+$/u.exec(path)?.[0].toLowerCase() ?? 'a name without ending';
  const known = unread.get(extension);
  if (known === undefined) unread.set(extension, { count: 1, first: path });
  else known.count += 1;
}

/** The ending of a file's name: ".txt", ".md.gz". */
const ENDING = /\.([a-z]+)(\.gz)?$/iu;

function kindOf(path: string): Pick<CorpusFile, 'format' | 'gzip'> | null {
  const [, extension = '', gzip] = ENDING.exec(path) ?? [];
  const format = FORMATS[extension.toLowerCase()];
  return format === undefined ? null : { format, gzip: gzip !== undefined };
}

/** A file or folder that the system will not give, or whose parser overflows. */
export function unreachable(path: string, error: unknown): LoadProblem {
  const code = error instanceof RangeError ? 'TOO_DEEP' : codeOf(error);
  const [message, fix] = SYSTEM_ERRORS[code] ?? [
    `It cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    'Check the file and the disk',
  ];
  return { path, message, fix, severity: 'error' };
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const SYSTEM_ERRORS: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['There is no such file or folder', 'Check the path, or what the link points to'],
  EACCES: ['Reading it is not permitted', 'Give the user that runs Quoth leave to read it'],
  EPERM: ['Reading it is not permitted', 'Give the user that runs Quoth leave to read it'],
  ELOOP: ['The link leads back to itself', 'Remove the link or point it at a file'],
  TOO_DEEP: ['Its markup is nested too deeply', 'Save the article as plain text'],
  Z_DATA_ERROR: ['The file ends in .gz and is not sound gzip', 'Compress it again with gzip'],
  Z_BUF_ERROR: ['The gzip file is cut short', 'Copy or compress it again'],
};
