import type { Overview } from './answer/archive.ts';
import { overviewOf } from './answer/overview.ts';
import type { LoadProblem } from './corpus/article.ts';
import { type Progress, readArticles, shippedVectors } from './ingest.ts';
import { loadCorpus } from './load-corpus.ts';
import type { IndexTables } from './retrieval/index-tables.ts';
import type { Reading } from './retrieval/retrieve.ts';
import { buildSnapshot, openSnapshot } from './retrieval/snapshot.ts';
import { type SnapshotWriter, writeSnapshot } from './write-snapshot.ts';

/** What is to be made into a snapshot, and where; plain data, as it goes to a worker thread. */
export interface SnapshotOrder {
  readonly paths: readonly string[];
  /** ISO date. */
  readonly today: string;
  readonly file: string;
  /** Folder of the readings. */
  readonly readings: string;
  /** What the snapshot belongs to: see snapshot-format.ts. */
  readonly code: string;
  readonly corpus: string;
}

/** What a snapshot says beside its tables. */
export interface AboutSnapshot {
  readonly index: IndexTables['about'];
  readonly overview: Overview;
  readonly problems: readonly LoadProblem[];
  /** The day it was made: an article dated later than tomorrow has no date, until that day comes. */
  readonly today: string;
}

/** How it went. Without articles no snapshot is made. */
export interface Made {
  readonly articles: number;
  readonly problems: readonly LoadProblem[];
}

/** Reads and indexes a corpus into a file. Takes long and never pauses: it belongs into a worker thread. */
export async function makeSnapshot(order: SnapshotOrder, progress: Progress): Promise<Made> {
  // First of all, so that a folder that cannot be written is known before anything is read.
  const writer = writeSnapshot(order.file);
  try {
    const { articles, problems } = await loadCorpus(order.paths, { today: order.today });
    if (articles.length === 0) writer.abandon();
    else {
      const readings = await readArticles(articles, { progress, state: order.readings });
      await write({ readings, problems }, writer, order, progress);
    }
    return { articles: articles.length, problems };
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

interface Content {
  readonly readings: readonly Reading[];
  readonly problems: readonly LoadProblem[];
}

async function write(
  { readings, problems }: Content,
  writer: SnapshotWriter,
  { code, corpus, today }: SnapshotOrder,
  progress: Progress,
): Promise<void> {
  const snapshot = buildSnapshot(counted(readings, progress), writer.record);
  const overview = overviewOf(openSnapshot(snapshot, writer.read, await shippedVectors()));
  const { about: index, ...tables } = snapshot;
  const about: AboutSnapshot = { index, overview, problems, today };
  writer.finish(tables, { code, corpus, about });
}

/** Gone through twice: for the words, and for all else. */
const ROUNDS = 2;
/** Telling of every article would cost as much as indexing it. */
const TOLD_EVERY = 50;

function counted(readings: readonly Reading[], progress: Progress): Iterable<Reading> {
  let done = 0;
  const all = ROUNDS * readings.length;
  return {
    *[Symbol.iterator]() {
      for (const reading of readings) {
        yield reading;
        done++;
        if (done % TOLD_EVERY === 0 || done === all) progress('Indexing', done, all);
      }
    },
  };
}
