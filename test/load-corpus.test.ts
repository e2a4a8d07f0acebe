import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCorpus } from '../src/load-corpus.ts';

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'quoth-corpus-')));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const load = (...paths: readonly string[]) =>
  loadCorpus(paths.length > 0 ? paths : [folder], { today: '2026-03-02' });

/** Writes `files` (path below the corpus folder, content) and loads the folder. */
async function loadFiles(files: Readonly<Record<string, string | Uint8Array>>) {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, content);
  }
  return load();
}

const TEXT = 'The harbour of Port Ellery closed on Monday, the mayor said.';
const record = (fields: Readonly<Record<string, unknown>>) =>
  JSON.stringify({ text: TEXT, ...fields });

describe('formats', () => {
  test('a text file is one article whose body is the file, character for character', async () => {
    const text = 'Harbour closes\r\n\r\nThe harbour of Port Ellery closed\u00a0on Monday.\r\n';
    const { articles, problems } = await loadFiles({ 'harbour.txt': text });
    expect(problems).toEqual([]);
    expect(articles).toMatchObject([{ id: 'harbour', headline: 'Harbour closes', body: text }]);
  });

  test('folders are read to the bottom, in the order of names, each format also gzipped', async () => {
    const { articles, problems } = await loadFiles({
      'b.html': `<article><p>${TEXT}</p></article>`,
      'a/deep/er.md': TEXT,
      'c.txt.gz': gzipSync(TEXT),
      'd.jsonl': `${record({ id: 'stated' })}\n\n${record({})}\n`,
      'e.jsonl.gz': gzipSync(record({})),
    });
    expect(problems).toEqual([]);
    expect(articles.map(({ id }) => id)).toEqual([
      'a/deep/er',
      'b',
      'c',
      'stated',
      'd.jsonl:3',
      'e.jsonl:1',
    ]);
    expect(new Set(articles.map(({ body }) => body))).toEqual(new Set([TEXT]));
  });

  test('a record keeps its text unchanged and states what its fields say', async () => {
    const text = 'Harbour closes\n\n  “Closed,”\u00a0she said. ';
    const fields = { title: 'Harbour', text, date: '2026-03-01', speaker: 'Orla Finch', url: null };
    const { articles, problems } = await loadFiles({ 'a.jsonl': JSON.stringify(fields) });
    expect(problems).toEqual([]);
    expect(articles).toMatchObject([
      { body: text, headline: 'Harbour', datePublished: '2026-03-01', speaker: 'Orla Finch' },
    ]);
  });

  test('JSONL may begin with a byte order mark or be UTF-16, and a record may be longer than a read', async () => {
    const long = `${TEXT} `.repeat(9000);
    const { articles } = await loadFiles({
      'a.jsonl': `\ufeff${record({ text: long })}\r\n${record({ text: `${long}é` })}`,
      'b.jsonl': Buffer.from(`\ufeff${record({ text: `${long}é` })}\n${record({})}`, 'utf16le'),
    });
    expect(articles.map(({ body }) => body)).toEqual([long, `${long}é`, `${long}é`, TEXT]);
  });
});

describe('what is wrong is named, and the rest served', () => {
  test('lines of JSONL by file, line and field', async () => {
    const lines = ['{"text": 5}', 'not json', '[1]', '{"title": "x"}', record({ text: '' })];
    const { articles, problems } = await loadFiles({
      'a.jsonl': [...lines, record({})].join('\n'),
    });
    expect(articles).toHaveLength(1);
    expect(problems).toMatchObject([
      { line: 1, field: 'text', message: 'Expected "text" to be a string' },
      { line: 2, message: 'The line is not a JSON object' },
      { line: 3, message: 'The line is not a JSON object' },
      { line: 4, field: 'text', message: 'The record has no "text"' },
      { line: 5, field: 'text', message: 'The "text" of the record is empty' },
    ]);
    expect(problems.every(({ path }) => path === join(folder, 'a.jsonl'))).toBe(true);
  });

  test('a file that is wrong from end to end is not named line by line, nor read to its end', async () => {
    const { problems } = await loadFiles({ 'a.jsonl': 'x\n'.repeat(5000) });
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.message).toBe('980 more lines have this fault');
  });

  test('a fault that runs through a good file is named for its first lines and counted for the rest', async () => {
    const lines = Array.from({ length: 50 }, (_, at) => record({ id: `a${at}`, date: '5/1/2026' }));
    const { articles, problems } = await loadFiles({ 'a.jsonl': lines.join('\n') });
    expect(articles).toHaveLength(50);
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toMatchObject({
      field: 'date',
      message: '30 more lines have this fault',
      severity: 'warning',
    });
  });

  test('bytes that are no text, an empty file, a file that is no gzip', async () => {
    const { articles, problems } = await loadFiles({
      'binary.txt': Buffer.from([1, 0, 2, 0, 0, 3]),
      'empty.txt': '',
      'good.txt': TEXT,
      'latin.txt': Buffer.from('Caf\xe9', 'latin1'),
      'packed.txt.gz': TEXT,
      'torn.txt.gz': gzipSync(TEXT.repeat(100)).subarray(0, 40),
    });
    expect(articles.map(({ id }) => id)).toEqual(['good']);
    expect(problems.map(({ path, severity }) => [path.slice(folder.length + 1), severity])).toEqual(
      ['binary.txt', 'empty.txt', 'latin.txt', 'packed.txt.gz', 'torn.txt.gz'].map((name) => [
        name,
        'error',
      ]),
    );
  });

  test('a file of more than 10 MB is no article, gzipped or not; a record of that size neither', async () => {
    const huge = Buffer.alloc(11 * 1024 * 1024, `${TEXT} `);
    const { articles, problems } = await loadFiles({
      'huge.txt': huge,
      'huge.txt.gz': gzipSync(huge, { level: 1 }),
      'huge.jsonl': Buffer.concat([
        Buffer.from('{"text":"'),
        huge,
        Buffer.from(`"}\n${record({})}`),
      ]),
    });
    expect(articles.map(({ id }) => id)).toEqual(['huge.jsonl:2']);
    expect(problems.filter(({ message }) => message.includes('10 MB'))).toHaveLength(3);
  });

  test('markup nested beyond all measure', async () => {
    const { articles, problems } = await loadFiles({
      'deep.html': `${'<div>'.repeat(20_000)}${TEXT}`,
      'good.html': `<p>${TEXT}</p>`,
    });
    expect(articles.map(({ id }) => id)).toEqual(['good']);
    expect(problems).toMatchObject([{ message: 'Its markup is nested too deeply' }]);
  });

  test('a missing path, and a format that is not read', async () => {
    await writeFile(join(folder, 'scan.pdf'), '%PDF');
    const missing = join(folder, 'nowhere');
    expect((await load(missing)).problems).toMatchObject([{ path: missing, severity: 'error' }]);
    expect((await load(join(folder, 'scan.pdf'))).problems).toMatchObject([{ severity: 'error' }]);
    expect((await load()).problems).toMatchObject([
      { path: join(folder, 'scan.pdf'), severity: 'warning' },
    ]);
  });

  test('what is not read is told once for each ending; notes and hidden files are passed over', async () => {
    const { articles, problems } = await loadFiles({
      'a.png': 'x',
      'b.png': 'x',
      'README.md': TEXT,
      '.hidden.txt': TEXT,
      '.git/HEAD.txt': TEXT,
    });
    expect(articles).toEqual([]);
    expect(problems).toMatchObject([
      { path: join(folder, 'a.png'), message: expect.stringContaining('2 files') },
    ]);
  });
});

describe('ids', () => {
  test('the first article of an id is served; a second one, and a copy, are named', async () => {
    const { articles, problems } = await loadFiles({
      'a.jsonl': [
        record({ id: 'x' }),
        record({ id: 'x', text: 'Other words.' }),
        record({ id: 'x' }),
      ].join('\n'),
    });
    expect(articles).toHaveLength(1);
    expect(problems).toMatchObject([
      { field: 'id', severity: 'error', fix: 'Give one of the two an id of its own' },
      { field: 'id', severity: 'warning', fix: 'Remove one of the two' },
    ]);
  });

  test('files whose names would give one id get two', async () => {
    const files = { 'one/a.md': 'First.', 'one/a.txt': 'Second.', 'two/a.md': 'Third.' };
    await loadFiles(files);
    const { articles, problems } = await load(join(folder, 'one'), join(folder, 'two'));
    expect(problems).toEqual([]);
    expect(articles.map(({ id }) => id)).toEqual(['a', 'a.txt', 'a.md']);
  });
});

describe('links', () => {
  test('a link that leads back into the folder ends nothing and repeats nothing', async () => {
    await loadFiles({ 'sub/a.txt': TEXT });
    await symlink('..', join(folder, 'sub', 'loop'));
    await symlink('a.txt', join(folder, 'sub', 'again.txt'));
    await symlink('self.txt', join(folder, 'sub', 'self.txt'));
    await symlink('gone.txt', join(folder, 'sub', 'broken.txt'));
    const { articles, problems } = await load();
    expect(articles).toHaveLength(1);
    expect(problems.map(({ path }) => path.slice(folder.length + 1)).sort()).toEqual([
      'sub/broken.txt',
      'sub/self.txt',
    ]);
  });

  test('a path given twice is read once', async () => {
    await writeFile(join(folder, 'a.txt'), TEXT);
    expect((await load(folder, join(folder, 'a.txt'), folder)).articles).toHaveLength(1);
  });
});

test('what is set aside is told with its article and the reason', async () => {
  const line = '- Trending Now: Five ferries to see';
  const { setAside } = await loadFiles({ 'a.txt': `${TEXT}\n${line}\n${TEXT}` });
  expect(setAside).toEqual([
    { articleId: 'a', path: join(folder, 'a.txt'), text: line, why: 'link to other news' },
  ]);
});
