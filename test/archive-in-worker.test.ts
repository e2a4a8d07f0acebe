import { mkdir, mkdtemp, open as openFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '../src/answer/archive.ts';
import { openInWorker } from '../src/archive-in-worker.ts';
import { bundled } from '../src/bundle.mjs';
import { shippedVectors } from '../src/ingest.ts';
import { makeSnapshot } from '../src/make-snapshot.ts';
import { DamagedSnapshot } from '../src/read-snapshot.ts';
import { openSnapshotArchive, type SnapshotArchive } from '../src/snapshot-archive.ts';

const ASKED = { asOf: '2026-03-07', previous: [] };
const WANTED = { code: 'code of May', corpus: 'as it is' };
const QUESTIONS = [
  'when will the harbour reopen?',
  'what did Piet Moll warn about?',
  'who sold herring?',
  'what did the Kremlin say about ATACMS?',
  'hello',
];

let folder = '';
let code: URL;
const place = () => ({ file: join(folder, 'index.bin'), wanted: WANTED });
const open: SnapshotArchive[] = [];

beforeAll(async () => {
  code = new URL((await bundled('archive-worker')) ?? '');
  folder = await mkdtemp(join(tmpdir(), 'quoth-worker-'));
  const corpus = join(folder, 'corpus');
  await mkdir(corpus);
  await writeFile(
    join(corpus, 'a.md'),
    '# Harbour\n\nThe harbour will reopen in May, Mayor Ada Quill said.\n\nRain fell on the quays.\n',
  );
  await writeFile(join(corpus, 'b.txt'), 'The old bridge is unsafe, engineer Piet Moll warned.\n');
  await writeFile(join(corpus, 'c.txt'), '“We sold out of herring,” said Jon Aske.\n');
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function make(): Promise<void> {
  const order = { paths: [join(folder, 'corpus')], today: '2026-03-07', ...WANTED };
  await makeSnapshot({ ...order, ...place(), readings: join(folder, 'readings') }, () => {});
}

async function apart(failed: (error: unknown) => void = () => {}): Promise<SnapshotArchive> {
  const found = await openInWorker(place(), { failed, code });
  if (typeof found === 'string') throw new Error(`The snapshot is ${found}`);
  open.push(found);
  return found;
}

async function here(): Promise<SnapshotArchive> {
  const found = await openSnapshotArchive(place(), shippedVectors);
  if (typeof found === 'string') throw new Error(`The snapshot is ${found}`);
  open.push(found);
  return found;
}

describe('an archive in a worker thread', () => {
  test('says all that one in this thread says', async () => {
    await make();
    const [one, other] = [(await apart()).archive, (await here()).archive];
    const all = async (archive: Archive) => {
      const answers = await Promise.all(QUESTIONS.map((words) => archive.ask(words, ASKED)));
      const [first] = answers.flatMap((found) => (found.kind === 'quoted' ? found.quotations : []));
      return JSON.stringify([
        archive.overview(),
        answers,
        await archive.context(first?.id ?? ''),
        await archive.verify('The harbour will reopen in June'),
      ]);
    };
    expect(await all(one)).toBe(await all(other));
  });

  test('answers in the order in which it is asked', async () => {
    await make();
    const { archive } = await apart();
    const order: string[] = [];
    await Promise.all(
      QUESTIONS.map(async (words) => {
        await archive.ask(words, ASKED);
        order.push(words);
      }),
    );
    expect(order).toEqual(QUESTIONS);
  });

  test('answers what it was asked before it closes, and nothing after', async () => {
    await make();
    const found = await apart();
    const answer = found.archive.ask('when will the harbour reopen?', ASKED);
    await found.close();
    expect((await answer).kind).toBe('quoted');
    await expect(found.archive.ask('who sold herring?', ASKED)).rejects.toThrow('closed');
    open.splice(0);
  });

  test('refuses a snapshot that is not there, or not the one wanted', async () => {
    await make();
    const other = { ...place(), wanted: { code: 'code of June' } };
    const options = { failed: () => {}, code };
    expect(await openInWorker(other, options)).toBe('stale');
    expect(await openInWorker({ ...place(), file: join(folder, 'none') }, options)).toBe('missing');
  });

  test('tells damage from other failures', async () => {
    await make();
    const { archive } = await apart();
    const file = await openFile(place().file, 'r+');
    await file.write(Buffer.alloc(200, 0x20), 0, 200, 40);
    await file.close();
    const answers = QUESTIONS.map((words) => archive.ask(words, ASKED).catch((error) => error));
    expect(await Promise.all(answers)).toContainEqual(expect.any(DamagedSnapshot));
  });
});

/** Takes the place of the thread's code: does what it is asked. */
const TOY = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads';
    parentPort.once('message', () => {
      parentPort.on('message', (call) => {
        if (call === 'close') return parentPort.close();
        const { question } = call.wish;
        if (question === 'fail') throw new Error('as wished');
        if (question === 'end') process.exit(3);
        parentPort.postMessage({ id: call.id, value: threadId });
      });
      parentPort.postMessage({ about: {} });
    });
  `)}`,
);

test.each([
  { wish: 'fail', says: 'as wished' },
  { wish: 'end', says: 'ended with code 3' },
])('another thread takes the place of one told to $wish', async ({ wish, says }) => {
  const failures: unknown[] = [];
  const found = await openInWorker(place(), { failed: (error) => failures.push(error), code: TOY });
  if (typeof found === 'string') throw new Error(found);
  open.push(found);
  const { archive } = found;
  const first = await archive.ask('who?', ASKED);
  const asked = [wish, 'too late'].map((words) => archive.ask(words, ASKED));
  for (const answer of asked) await expect(answer).rejects.toThrow(says);
  expect(failures).toEqual([expect.objectContaining({ message: expect.stringContaining(says) })]);
  expect(await archive.ask('who?', ASKED)).not.toBe(first);
  expect(failures).toHaveLength(1);
});
