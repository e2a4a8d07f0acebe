import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Attribution } from '../src/attribution/attribution.ts';
import type { Article } from '../src/corpus/article.ts';
import { openReadingStore } from '../src/reading-store.ts';

const article = (id: string, version: string): Article => {
  const body = 'Boats left.';
  const blocks = [{ kind: 'paragraph', span: { start: 0, end: body.length } }] as const;
  return { id, version, headline: id, headlineFrom: 'stated', language: 'en', body, blocks };
};
const said: Attribution = {
  source: [{ start: 0, end: 5 }],
  cue: [{ start: 6, end: 10 }],
  content: [],
  kind: 'indirect',
  act: 'say',
  speaker: null,
  candidates: [],
  via: [],
};
const STATE = Buffer.from('models of May');

describe('the reading store', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quoth-readings-'));
    const store = await openReadingStore(folder, STATE);
    await store.add([
      [article('harbour', 'v1'), [said]],
      [article('bridge', 'v1'), []],
    ]);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const reopened = (state = STATE) => openReadingStore(folder, state);
  const path = () => join(folder, 'readings.bin');

  test('gives back what was read, after a restart too', async () => {
    const store = await reopened();
    expect(store.get(article('harbour', 'v1'))).toEqual([said]);
    expect(store.get(article('bridge', 'v1'))).toEqual([]);
  });

  test('does not know an article whose words have changed', async () => {
    expect((await reopened()).get(article('harbour', 'v2'))).toBeNull();
  });

  test('forgets everything when the models change', async () => {
    expect((await reopened(Buffer.from('models of June'))).get(article('bridge', 'v1'))).toBeNull();
  });

  test('keeps what is whole of a torn file, and goes on from there', async () => {
    const whole = (await readFile(path())).length;
    await truncate(path(), whole - 3);
    const store = await reopened();
    expect(store.get(article('harbour', 'v1'))).toEqual([said]);
    expect(store.get(article('bridge', 'v1'))).toBeNull();
    await store.add([[article('bridge', 'v1'), [said]]]);
    expect((await reopened()).get(article('bridge', 'v1'))).toEqual([said]);
  });

  test('drops what follows a record that was overwritten', async () => {
    const bytes = await readFile(path());
    bytes[bytes.length - 2] = (bytes[bytes.length - 2] ?? 0) ^ 0xff;
    await writeFile(path(), bytes);
    const store = await reopened();
    expect(store.get(article('harbour', 'v1'))).toEqual([said]);
    expect(store.get(article('bridge', 'v1'))).toBeNull();
  });

  test.each([
    { what: 'a foreign file', bytes: 'not a store' },
    { what: 'an empty file', bytes: '' },
  ])('begins anew on $what', async ({ bytes }) => {
    await writeFile(path(), bytes);
    expect((await reopened()).get(article('harbour', 'v1'))).toBeNull();
  });

  test('passes over rubbish at the end', async () => {
    await appendFile(path(), 'rubbish');
    expect((await reopened()).get(article('bridge', 'v1'))).toEqual([]);
  });
});
