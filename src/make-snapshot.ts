import type { Overview } from './answer/archive.ts';
import { overviewOf } from './answer/overview.ts';
import type { Article, LoadProblem } from './corpus/article.ts';
import { type Progress, readArticles, shippedVectors } from './ingest.ts';
import { loadCorpus } from './load-corpus.ts';
import { DamagedSnapshot, readSnapshot } from './read-snapshot.ts';
import { indexed } from './retrieval/build-index.ts';
import { buildSegment } from './retrieval/build-segment.ts';
import type { IndexTables } from './retrieval/index-tables.ts';
import { mergeSegments, type Origin } from './retrieval/merge-segments.ts';
import type { Reading } from './retrieval/retrieve.ts';
import type { Segment } from './retrieval/segment.ts';
import { buildSnapshot, openSnapshot, type Snapshot } from './retrieval/snapshot.ts';
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
  order: SnapshotOrder,
  progress: Progress,
): Promise<void> {
  const { code, corpus, today } = order;
  const tell = teller(2 * readings.length, progress);
  const segment = await segmentOf(readings, order, tell);
  const snapshot = buildSnapshot(counted(readings, tell), writer.record, segment);
  const overview = overviewOf(openSnapshot(snapshot, writer.read, await shippedVectors()));
  const { about: index, ...tables } = snapshot;
  const about: AboutSnapshot = { index, overview, problems, today };
  writer.finish(tables, { code, corpus, about });
}

/** Merging costs more than it saves where more than this share of the articles is new. */
const MOSTLY_NEW = 0.5;

/** The words of `readings`; those of articles that the earlier snapshot holds are taken from there. */
async function segmentOf(
  readings: readonly Reading[],
  order: SnapshotOrder,
  tell: Tell,
): Promise<Segment> {
  const before = await earlier(order);
  const places = readings.map(({ article }) => before?.positionOf(article) ?? null);
  const fresh = readings.filter((_, at) => places[at] === null);
  if (before !== null && fresh.length <= MOSTLY_NEW * readings.length) {
    tell(readings.length - fresh.length);
    let taken = 0;
    const plan = places.map((at): Origin => {
      return at === null ? { from: 'fresh', at: taken++ } : { from: 'base', at };
    });
    const merged = mergeSegments(before.segment, buildSegment(indexed(counted(fresh, tell))), plan);
    if (merged !== null) return merged;
  }
  return buildSegment(indexed(counted(readings, tell)));
}

interface Earlier {
  readonly segment: Segment;
  /** Null for an article that it does not hold, or in other words. */
  positionOf(article: Article): number | null;
}

/** Null where there is no earlier snapshot, or none that the same code has made and that is whole. */
async function earlier({ file, code }: SnapshotOrder): Promise<Earlier | null> {
  const found = await readSnapshot(file, { code });
  if (typeof found === 'string') return null;
  try {
    const { index: about } = found.about as AboutSnapshot;
    const snapshot = { ...found.tables, about } as Snapshot;
    const { articles } = openSnapshot(snapshot, found.record, null);
    const positions = new Map<string, number>();
    for (let at = 0; at < articles.count; at++) positions.set(keyOf(articles.at(at)), at);
    return {
      segment: snapshot.segment,
      positionOf: (article) => positions.get(keyOf(article)) ?? null,
    };
  } catch (error) {
    if (error instanceof DamagedSnapshot) return null;
    throw error;
  } finally {
    await found.close();
  }
}

const keyOf = ({ id, version }: Article): string => `${version} ${id}`;

type Tell = (more: number) => void;

/** Telling of every article would cost as much as indexing it. */
const TOLD_EVERY = 50;

function teller(all: number, progress: Progress): Tell {
  let done = 0;
  let told = 0;
  return (more) => {
    done = Math.min(all, done + more);
    if (done - told < TOLD_EVERY && done < all) return;
    told = done;
    progress('Indexing', done, all);
  };
}

function* counted(readings: readonly Reading[], tell: Tell): Generator<Reading> {
  for (const reading of readings) {
    yield reading;
    tell(1);
  }
}
