import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeSnapshot } from '../src/make-snapshot.ts';

const LINES = [
  '{"id":"g1","text":"Two ships collided, Mayor Ada Quill and engineer Piet Moll said."}',
  '{"id":"g2","text":"The lock is mended, said Piet Moll. It opens in May, Quill said."}',
] as const;

const NAMES = ['a.txt', 'c.txt', 'e.txt', 'g.jsonl', 'h.md'];

let folder = '';
const corpus = () => join(folder, 'corpus');
const put = (name: string, text: string) => writeFile(join(corpus(), name), text);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-make-'));
  await mkdir(corpus());
  await put('a.txt', 'The harbour will reopen, Mayor Ada Quill said.\n\nRain fell on the quays.\n');
  await put('c.txt', 'The old bridge is unsafe, engineer Piet Moll warned.\n');
  await put('e.txt', 'Herring was cheap on the market.\n\n“We sold out,” said Jon Aske.\n');
  await put('g.jsonl', `${LINES[0]}\n${LINES[1]}\n`);
  await put('h.md', '# Storms\n\nThe pier is closed, the harbour office said.\n');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const make = async (name: string, code = 'code of May') => {
  const file = join(folder, name);
  const made = await makeSnapshot(
    {
      paths: [corpus()],
      today: '2026-03-07',
      file,
      readings: join(folder, 'readings'),
      code,
      corpus: 'as it is',
    },
    () => {},
  );
  return { ...made, bytes: () => readFile(file) };
};

test.each([
  { what: 'stays as it is', change: async () => {} },
  { what: 'gets an article', change: () => put('b.txt', 'A tunnel under the river is planned.\n') },
  { what: 'loses one', change: () => rm(join(corpus(), 'c.txt')) },
  {
    what: 'gets one before all others',
    change: () =>
      put('A.txt', 'A ferry sank, Mayor Ada Quill said.\n\nNobody was hurt, she said.\n'),
  },
  {
    what: 'has articles in another order',
    change: () => put('g.jsonl', `${LINES[1]}\n${LINES[0]}\n`),
  },
  {
    what: 'makes a paragraph of a heading',
    change: () => put('h.md', 'Storms\n\nThe pier is closed, the harbour office said.\n'),
  },
  {
    what: 'tells who published an article',
    change: () =>
      put('g.jsonl', `${LINES[0]}\n${LINES[1].replace('{', '{"publisher":"The Tarn Post",')}\n`),
  },
  { what: 'changes one', change: () => put('e.txt', 'Cod was dear, said Jon Aske.\n') },
  {
    what: 'is a wholly other one',
    change: async () => {
      for (const name of NAMES) await rm(join(corpus(), name));
      await put('a.txt', 'Snow fell on the pass.\n');
    },
  },
])('an updated snapshot is byte for byte a new one where the corpus $what', async ({ change }) => {
  await make('updated');
  await change();
  const [updated, anew] = [await make('updated'), await make('anew')];
  expect(await updated.bytes()).toEqual(await anew.bytes());
});

test('nothing is taken from a snapshot that other code has made, or that is damaged', async () => {
  const { bytes } = await make('anew');
  await make('updated', 'code of April');
  expect(await (await make('updated')).bytes()).toEqual(await bytes());
  const spoilt = await bytes();
  spoilt.fill(0x20, 40, 300);
  await writeFile(join(folder, 'updated'), spoilt);
  expect(await (await make('updated')).bytes()).toEqual(await bytes());
});

test('two that make the same snapshot at once do not disturb each other', async () => {
  const { bytes } = await make('anew');
  const [one] = await Promise.all([make('shared'), make('shared'), make('shared')]);
  expect(await one.bytes()).toEqual(await bytes());
  expect((await readdir(folder)).sort()).toEqual(['anew', 'corpus', 'readings', 'shared']);
});

test('no article, no snapshot', async () => {
  await make('kept');
  for (const name of NAMES) await rm(join(corpus(), name));
  expect((await make('kept')).articles).toBe(0);
  await expect((await make('never')).bytes()).rejects.toThrow('ENOENT');
});
