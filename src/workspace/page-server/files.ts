import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { transform } from 'esbuild';
import { answerText } from '../http.ts';
import { PAGE_HEADERS } from './guard.ts';

const FOLDER = new URL('../page/', import.meta.url);

/** What does not lie in the folder under its own name. `../json.ts` the page shares with the server. */
const ALIASES: Readonly<Record<string, string>> = {
  '/': 'index.html',
  '/favicon.ico': 'icon.svg',
  '/json.ts': '../json.ts',
};

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  ts: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Names of the page's own files; none leads out of the folder but the one that is shared. */
const NAME = /^(?:\.\.\/json|(?:[a-z-]+\/)?[a-z-]+)\.(html|css|ts|svg)$/u;

const served = new Map<string, Promise<string>>();

/** Answers GET / and GET /page/…; TypeScript leaves as JavaScript. */
export async function serveFile(path: string, response: ServerResponse): Promise<void> {
  const name = ALIASES[path] ?? path.replace(/^\/page\//u, '');
  const extension = NAME.exec(name)?.[1];
  if (extension === undefined) return answerText(response, 404, 'not found');
  const text = await cached(name, extension).catch(() => null);
  if (text === null) return answerText(response, 404, 'not found');
  answerText(response, 200, text, { ...PAGE_HEADERS, 'content-type': TYPES[extension] ?? '' });
}

function cached(name: string, extension: string): Promise<string> {
  const known = served.get(name) ?? load(name, extension);
  served.set(name, known);
  return known;
}

async function load(name: string, extension: string): Promise<string> {
  const text = await readFile(new URL(name, FOLDER), 'utf8');
  if (extension !== 'ts') return text;
  return (await transform(text, { loader: 'ts', format: 'esm', target: 'es2022' })).code;
}
