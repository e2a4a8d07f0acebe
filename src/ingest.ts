import { readdir, readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { attribute } from './attribution/attribute.ts';
import type { Attribution } from './attribution/attribution.ts';
import { type Extractor, loadExtractor } from './attribution/extract.ts';
import type { Article } from './corpus/article.ts';
import { paragraphsOf } from './corpus/paragraphs.ts';
import { readModelFile } from './model-file.ts';
import { readInWorkers } from './read-in-workers.ts';
import { openReadingStore, type ReadingStore } from './reading-store.ts';
import { buildIndex } from './retrieval/build-index.ts';
import type { CorpusIndex, Reading } from './retrieval/retrieve.ts';
import { decodeWordVectors, type WordVectors } from './retrieval/word-vectors.ts';

const VECTORS = new URL('retrieval/model/word-vectors.bin', import.meta.url);

/** Below this many UTF-16 units in all, starting worker threads costs more than it saves. */
const WORTH_WORKERS = 1_500_000;

/** The extractor that ships with Quoth. */
export const shippedExtractor = async (): Promise<Extractor> => loadExtractor(readModelFile());

/** The word vectors that ship with Quoth. */
export const shippedVectors = async (): Promise<WordVectors> =>
  decodeWordVectors(await readFile(VECTORS));

export interface IngestOptions {
  /** Told as articles are read, with how many are. */
  readonly progress?: (read: number, of: number) => void;
  /** Folder that keeps readings from start to start; without it, everything is read each time. */
  readonly state?: string;
}

type Readings = Map<Article, readonly Attribution[]>;

/** Reads `articles`, those not yet known in short steps or in worker threads, and makes them searchable. */
export async function ingest(
  articles: readonly Article[],
  { progress, state }: IngestOptions = {},
): Promise<CorpusIndex> {
  const store = state === undefined ? null : await storeIn(state);
  const read: Readings = new Map();
  for (const article of articles) {
    const kept = store?.get(article) ?? null;
    if (kept !== null) read.set(article, kept);
  }
  const missing = articles.filter((article) => !read.has(article));
  const done = async (batch: readonly (readonly [Article, readonly Attribution[]])[]) => {
    for (const [article, attributions] of batch) read.set(article, attributions);
    await store?.add(batch);
    progress?.(read.size, articles.length);
  };
  await readAll(missing, read, done);
  return buildIndex(
    articles.map((article) => readingOf(article, read)),
    await shippedVectors(),
  );
}

type Done = (batch: readonly (readonly [Article, readonly Attribution[]])[]) => Promise<void>;

async function readAll(missing: readonly Article[], read: Readings, done: Done): Promise<void> {
  const units = missing.reduce((sum, { body }) => sum + body.length, 0);
  // Where threads cannot be had, as under some test runners, the rest is read here.
  if (units >= WORTH_WORKERS) await readInWorkers(missing, done).catch(() => undefined);
  const rest = missing.filter((article) => !read.has(article));
  if (rest.length === 0) return;
  const extractor = await shippedExtractor();
  for (const article of rest) {
    await done([[article, attribute(article, extractor)]]);
    await setImmediate();
  }
}

function readingOf(article: Article, read: Readings): Reading {
  return { article, paragraphs: paragraphsOf(article), attributions: read.get(article) ?? [] };
}

/** Null where the folder cannot be written: everything is then read each time. */
const storeIn = async (folder: string): Promise<ReadingStore | null> =>
  openReadingStore(folder, Buffer.concat([readModelFile(), await readersState()])).catch(
    () => null,
  );

/** Readings depend on the code that made them as well as on the model. */
const READERS = ['text', 'corpus', 'attribution'];

async function readersState(): Promise<Buffer> {
  const folders = READERS.map((name) => new URL(`${name}/`, import.meta.url));
  const files = await Promise.all(folders.map(sourcesIn));
  return Buffer.concat(await Promise.all(files.flat().map((file) => readFile(file))));
}

async function sourcesIn(folder: URL): Promise<URL[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => new URL(name, folder));
}
