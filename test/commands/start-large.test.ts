import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const program = resolve(import.meta.dirname, '../../src/quoth.mjs');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-large-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Few words in a file as large as those that are served from a thread of their own. */
const FILLING = 'x'.repeat(6_000_000);
const ARTICLE = {
  id: 'harbour',
  text: 'The harbour of Veldt will reopen on Monday, Mayor Ada Quill said.',
  filling: FILLING,
};

test('a large corpus is served from a thread of its own, which ends with the program', async () => {
  const corpus = join(folder, 'corpus.jsonl');
  await writeFile(corpus, JSON.stringify(ARTICLE));
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, PORT: '0', STATE_DIR: join(folder, 'state') };
  const child = spawn(process.execPath, [program, 'start', '--corpus', corpus], {
    cwd: folder,
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let printed = '';
  child.stdin.write('When will the harbour of Veldt reopen?\n');
  for await (const words of child.stdout) {
    printed += String(words);
    if (printed.includes('Ada Quill said')) break;
  }
  expect(printed).toContain('reopen on Monday, Mayor Ada Quill said');
  expect(await readdir(join(folder, 'state', 'index'))).toHaveLength(1);
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
});
