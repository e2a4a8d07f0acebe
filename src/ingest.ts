import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { attribute } from './attribution/attribute.ts';
import type { Attribution } from './attribution/attribution.ts';
import { type Extractor, loadExtractor } from './attribution/extract.ts';
import type { Article } from './corpus/article.ts';
import { paragraphsOf } from './corpus/paragraphs.ts';
import { readModelFile } from './model-file.ts';
import { readInWorkers } from './read-in-workers.ts';
import { openReadingStore, type ReadingStore } from './reading-store.ts';
import type { Reading } from './retrieval/retrieve.ts';
import { decodeWordVectors, type WordVectors } from './retrieval/word-vectors.ts';
import { readersState } from './source-state.ts';

const WORDS = new URL('retrieval/model/word-vectors.bin', import.meta.url);
const TOPICS = new URL('retrieval/model/topic-vectors.bin', import.meta.url);

/** Below this many UTF-16 units in all, starting worker threads costs more than it saves. */
const WORTH_WORKERS = 1_500_000;

/** The extractor that ships with Quoth. */
export const shippedExtractor = async (): Promise<Extractor> => loadExtractor(readModelFile());

/** The word vectors that ship with Quoth. */
export async function shippedVectors(): Promise<WordVectors> {
  const [words, topics] = await Promise.all([readFile(WORDS), readFile(TOPICS)]);
  return { words: decodeWordVectors(words), topics: decodeWordVectors(topics) };
}

/** Told how far a long work is: what is done, and how much of it. */
export type Progress = (what: 'Reading' | 'Indexing', done: number, of: number) => void;

export interface IngestOptions {
  readonly progress?: Progress;
  /** Folder that keeps readings from start to start; without it, everything is read each time. */
  readonly state?: string;
}

type Readings = Map<Article, readonly Attribution[]>;

/** Reads `articles`, those not yet known in short steps or in worker threads. */
export async function readArticles(
  articles: readonly Article[],
  { progress, state }: IngestOptions = {},
): Promise<Reading[]> {
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
    progress?.('Reading', read.size, articles.length);
  };
  await readAll(missing, read, done);
  return articles.map((article) => readingOf(article, read));
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
  openReadingStore(folder, Buffer.from(await readersState())).catch(() => null);
