import { mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DamagedSnapshot, type OpenedSnapshot, readSnapshot } from '../src/read-snapshot.ts';
import { writeSnapshot } from '../src/write-snapshot.ts';

const TABLES = {
  words: { bytes: Uint8Array.of(1, 2, 3), starts: Uint32Array.of(0, 1, 3) },
  signed: Int32Array.of(-1, 7),
  small: Uint16Array.of(65_535),
  large: Float64Array.of(2 ** 40),
  none: new Uint32Array(),
};
const RECORDS = ['first record', '', 'third'].map((text) => Buffer.from(text));
const MADE = { code: 'code of May', corpus: 'corpus of May', about: { articles: 3 } };

let folder = '';
const path = () => join(folder, 'index.bin');
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-snapshot-'));
  write(path());
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function write(where: string, made = MADE): void {
  const writer = writeSnapshot(where);
  for (const record of RECORDS) writer.record(record);
  writer.finish(TABLES, made);
}

const read = () => readSnapshot(path(), { code: 'code of May', corpus: 'corpus of May' });

async function sound(): Promise<OpenedSnapshot> {
  const found = await read();
  if (typeof found === 'string') throw new Error(`The snapshot is ${found}`);
  return found;
}

describe('a snapshot', () => {
  test('gives back what was written', async () => {
    const { tables, about, record, close } = await sound();
    expect(tables).toEqual(TABLES);
    expect(about).toEqual({ articles: 3 });
    expect(RECORDS.map((_, at) => Buffer.from(record(at)))).toEqual(RECORDS);
    await close();
  });

  test.each([
    { what: 'no file', spoil: () => rm(path()), found: 'missing' },
    { what: 'an empty file', spoil: () => writeFile(path(), ''), found: 'foreign' },
    { what: 'another file', spoil: () => writeFile(path(), 'a picture'), found: 'foreign' },
    { what: 'a file that breaks off in its head', spoil: () => truncate(path(), 9), found: 'torn' },
    {
      what: 'a file that was never finished',
      spoil: async () => {
        const writer = writeSnapshot(path());
        writer.record(Buffer.from('only record'));
        const [draft = ''] = (await readdir(folder)).filter((name) => name !== 'index.bin');
        await writeFile(path(), await readFile(join(folder, draft)));
        writer.abandon();
      },
      found: 'foreign',
    },
  ])('is not made of $what', async ({ spoil, found }) => {
    await spoil();
    expect(await read()).toBe(found);
  });

  test.each([
    { what: 'other code', made: { ...MADE, code: 'code of June' } },
    { what: 'another state of the corpus', made: { ...MADE, corpus: 'corpus of June' } },
  ])('made by $what is stale', async ({ made }) => {
    write(path(), made);
    expect(await read()).toBe('stale');
  });

  test('is opened for any state of the corpus where none is wanted', async () => {
    const found = await readSnapshot(path(), { code: 'code of May' });
    expect(found).toHaveProperty('tables', TABLES);
    if (typeof found !== 'string') await found.close();
  });

  test('cut off anywhere is torn', async () => {
    const whole = await readFile(path());
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: whole.length - 1 }), async (length) => {
        await writeFile(path(), whole.subarray(0, length));
        expect(await read()).toBe('torn');
      }),
    );
  });

  test('with any bit turned is refused, or refuses the record that holds it', async () => {
    const whole = await readFile(path());
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        await writeFile(path(), bytes);
        const found = await read();
        if (typeof found === 'string') return;
        const readAll = () => RECORDS.map((_, position) => found.record(position));
        expect(readAll).toThrow(DamagedSnapshot);
        await found.close();
      }),
    );
  });

  test('is whole for whoever reads while another is put into its place', async () => {
    const before = await sound();
    write(path(), { ...MADE, corpus: 'corpus of June' });
    expect(Buffer.from(before.record(0))).toEqual(RECORDS[0]);
    await before.close();
    expect(await read()).toBe('stale');
  });

  test('clears away what a killed process left, but nothing that is being written', async () => {
    await writeFile(`${path()}.left`, 'half a snapshot');
    await writeFile(`${path()}.going-on`, 'half a snapshot');
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    await utimes(`${path()}.left`, longAgo, longAgo);
    write(path());
    expect((await readdir(folder)).sort()).toEqual(['index.bin', 'index.bin.going-on']);
  });

  test('leaves nothing beside it, finished or abandoned', async () => {
    writeSnapshot(path()).abandon();
    expect(await readdir(folder)).toEqual(['index.bin']);
  });
});
