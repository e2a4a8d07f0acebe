import { mkdir, mkdtemp, open as openFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenCorpus, openCorpus } from '../src/open-corpus.ts';

const TODAY = '2026-03-07';
const HARBOUR =
  'The harbour of Tarn will reopen in May, Mayor Ada Quill said on Monday.\n\nRain fell on the quays.\n';
const BRIDGE = 'The old bridge is unsafe, engineer Piet Moll warned on Tuesday.\n';

let folder = '';
const corpus = () => join(folder, 'corpus');
const state = () => join(folder, 'state');
const put = (name: string, text: string) => writeFile(join(corpus(), name), text);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-open-'));
  await mkdir(corpus());
  await put('harbour.txt', HARBOUR);
});
const open: OpenCorpus[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await rm(folder, { recursive: true, force: true });
});

async function opened(): Promise<OpenCorpus> {
  const one = await openCorpus([corpus()], { today: TODAY, state: state() });
  open.push(one);
  return one;
}

async function firstWords({ archive }: OpenCorpus, question: string): Promise<string | null> {
  const answer = await archive.ask(question, { asOf: TODAY, previous: [] });
  return answer.kind === 'quoted' ? (answer.quotations[0]?.quotation.text ?? null) : null;
}

const REOPENS = 'The harbour of Tarn will reopen in May, Mayor Ada Quill said on Monday.';

test('a corpus that stays as it is needs no refreshing', async () => {
  expect(await (await opened()).refresh(TODAY)).toBe(false);
});

test('articles that come, change and go are found as they are', async () => {
  const one = await opened();
  expect(await firstWords(one, 'when will the harbour reopen?')).toBe(REOPENS);
  await put('bridge.txt', BRIDGE);
  expect(await one.refresh(TODAY)).toBe(true);
  expect(await firstWords(one, 'what did Piet Moll warn about?')).toBe(BRIDGE.trim());
  expect(one.archive.overview().articles).toBe(2);

  await put('harbour.txt', HARBOUR.replace('in May', 'in June'));
  await rm(join(corpus(), 'bridge.txt'));
  expect(await one.refresh(TODAY)).toBe(true);
  expect(await firstWords(one, 'when will the harbour reopen?')).toContain('in June');
  expect(await firstWords(one, 'what did Piet Moll warn about?')).toBeNull();
});

test('a corpus that has lost all its articles is refused, and the old one goes on', async () => {
  const one = await opened();
  await rm(join(corpus(), 'harbour.txt'));
  await expect(one.refresh(TODAY)).rejects.toThrow('No article could be read');
  expect(await firstWords(one, 'when will the harbour reopen?')).toBe(REOPENS);
});

test('a snapshot that is damaged while it serves is made anew', async () => {
  const one = await opened();
  await put('bridge.txt', BRIDGE);
  await one.refresh(TODAY);
  const index = join(state(), 'index');
  const [name = ''] = await readdir(index);
  const file = await openFile(join(index, name), 'r+');
  await file.write(Buffer.alloc(400, 0x20), 0, 400, 40);
  await file.close();
  expect(await firstWords(one, 'when will the harbour reopen?')).toBe(REOPENS);
  expect(await readdir(index)).toEqual([name]);
});
