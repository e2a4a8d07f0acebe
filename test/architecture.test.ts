import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = resolve(dirname(fileURLToPath(import.meta.url)), '../src');

/** What each folder may import: folders of src, and packages. Files at the top of src may import anything. */
const ARROWS: Readonly<
  Record<string, { folders: readonly string[]; packages: readonly string[] }>
> = {
  text: { folders: [], packages: ['stemmer'] },
  corpus: {
    folders: ['text'],
    packages: [
      'zod',
      'yaml',
      'mdast-util-from-markdown',
      'mdast',
      '@mozilla/readability',
      'linkedom',
    ],
  },
  attribution: {
    folders: ['text', 'corpus'],
    packages: ['world-countries', 'gender-detection-from-name'],
  },
  question: { folders: ['text', 'attribution'], packages: [] },
  retrieval: { folders: ['text', 'corpus', 'attribution', 'question'], packages: ['minisearch'] },
  answer: { folders: ['text', 'corpus', 'attribution', 'question', 'retrieval'], packages: [] },
  render: { folders: ['text', 'corpus', 'attribution', 'question', 'answer'], packages: [] },
  slack: {
    folders: ['text', 'corpus', 'question', 'answer', 'render'],
    packages: [
      '@slack/bolt',
      '@slack/types',
      '@slack/web-api',
      'node-sqlite3-wasm',
      'zod',
      'node:',
    ],
  },
  workspace: { folders: [], packages: ['ws', 'esbuild', 'zod', 'node:'] },
  commands: {
    folders: [
      'text',
      'corpus',
      'attribution',
      'question',
      'retrieval',
      'answer',
      'render',
      'slack',
      'workspace',
    ],
    packages: ['zod', 'node:'],
  },
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly specifier: string;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && statSync(join(src, name)).isFile())
  .map((name) => join(src, name));

/** Static, re-exported, type-only and dynamic imports alike; a word list may hold the word "from". */
const SPECIFIER =
  /^(?:import|export)\s+(?:[\w$*{}\s,]+?\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(SPECIFIER)].map(([, still, moving]) => ({
    file: relative(src, file),
    from: relative(src, file).split('/').slice(0, -1)[0] ?? '',
    specifier: still ?? moving ?? '',
  })),
);

/** The folder of src a relative import lands in: "" for the top of src, ".." outside. */
function landing({ file, specifier }: Import): string {
  const path = relative(src, resolve(src, dirname(file), specifier));
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

function allowed(one: Import): boolean {
  const arrows = ARROWS[one.from];
  if (one.from === '' || !arrows) return true;
  if (!one.specifier.startsWith('.')) {
    return arrows.packages.some(
      (name) =>
        one.specifier === name || one.specifier.startsWith(name.endsWith(':') ? name : `${name}/`),
    );
  }
  const to = landing(one);
  const shell = one.from === 'commands' || one.from === 'slack' || one.from === 'workspace';
  return to === one.from || arrows.folders.includes(to) || (shell && to === '');
}

test('every folder of src has its arrows', () => {
  const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !(name in ARROWS))).toEqual([]);
});

test('imports are seen at all', () => {
  expect(imports.length).toBeGreaterThan(50);
});

test('no import goes against the arrows', () => {
  expect(
    imports
      .filter((one) => !allowed(one))
      .map(({ file, specifier }) => `${file} imports ${specifier}`),
  ).toEqual([]);
});

test.each([
  { what: 'a shell file from the core', file: 'answer/x.ts', specifier: '../config.ts' },
  { what: 'a path that takes a detour', file: 'text/x.ts', specifier: './../retrieval/y.ts' },
  { what: 'Bolt in the core', file: 'answer/x.ts', specifier: '@slack/bolt' },
  { what: 'the file system in the core', file: 'retrieval/x.ts', specifier: 'node:fs' },
  { what: 'retrieval from the bot', file: 'slack/x.ts', specifier: '../retrieval/y.ts' },
])('the guard refuses $what', ({ file, specifier }) => {
  expect(allowed({ file, from: file.split('/')[0] ?? '', specifier })).toBe(false);
});
