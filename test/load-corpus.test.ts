import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadCorpus } from '../src/load-corpus.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-corpus-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const load = (paths: readonly string[] = [folder]) => loadCorpus(paths, { today: '2026-03-02' });

test('a text file is one article whose body is the file, character for character', async () => {
  const text = 'Harbour closes\r\n\r\nThe harbour of Port Ellery closed\u00a0on Monday.\r\n';
  await writeFile(join(folder, 'harbour.txt'), text);
  const { articles, problems } = await load();
  expect(problems).toEqual([]);
  expect(articles).toMatchObject([{ id: 'harbour', headline: 'Harbour closes', body: text }]);
});
