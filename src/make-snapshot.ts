import type { Overview } from './answer/archive.ts';
import { overviewOf } from './answer/overview.ts';
import type { Article, LoadProblem } from './corpus/article.ts';
import { type IngestOptions, type Progress, readArticles, shippedVectors } from './ingest.ts';
import { loadCorpus } from './load-corpus.ts';
import { DamagedSnapshot, readSnapshot } from './read-snapshot.ts';
import { indexed } from './retrieval/build-index.ts';
import { buildSegment } from './retrieval/build-segment.ts';
import type { IndexTables } from './retrieval/index-tables.ts';
import { mergeSegments, type Origin } from './retrieval/merge-segments.ts';
import type { Reading } from './retrieval/retrieve.ts';
import type { Segment } from './retrieval/segment.ts';
import {
  type Again,
  articleKey,
  buildSnapshot,
  type Earlier,
  openSnapshot,
  type Snapshot,
} from './retrieval/snapshot.ts';
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
  const before = await earlierSnapshot(order);
  try {
    return await make(order, progress, before);
  } catch (error) {
    if (!(error instanceof DamagedSnapshot)) throw error;
    return await make(order, progress, null);
  } finally {
    await before?.close();
  }
}

async function make(
  order: SnapshotOrder,
  progress: Progress,
  before: EarlierSnapshot | null,
): Promise<Made> {
  // First of all, so that a folder that cannot be written is known before anything is read.
  const writer = writeSnapshot(order.file);
  try {
    const { articles, problems } = await loadCorpus(order.paths, { today: order.today });
    if (articles.length === 0) writer.abandon();
    else {
      const content = await contentOf(articles, before, { progress, state: order.readings });
      await write({ ...content, problems }, writer, order, progress);
    }
    return { articles: articles.length, problems };
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

interface Content {
  /** In the order of the corpus. */
  readonly articles: readonly (Reading | Again)[];
  /** Those of them that are in no earlier snapshot. */
  readonly fresh: readonly Reading[];
  readonly earlier: Earlier | null;
}

/** Taking over costs more than it saves where more than this share of the articles is new. */
const MOSTLY_NEW = 0.5;

/** Reads the articles that the earlier snapshot lacks; all of them where little of it could be taken over. */
async function contentOf(
  all: readonly Article[],
  earlier: EarlierSnapshot | null,
  options: IngestOptions,
): Promise<Content> {
  const places = all.map((article) => earlier?.positionOf(article) ?? null);
  const missing = all.filter((_, at) => places[at] === null);
  if (earlier !== null && missing.length <= MOSTLY_NEW * all.length && rise(places)) {
    const fresh = missing.length === 0 ? [] : await readArticles(missing, options);
    const next = fresh.values();
    const articles = all.map((article, at): Reading | Again => {
      const place = places[at] ?? null;
      return place === null ? (next.next().value as Reading) : { article, at: place };
    });
    return { articles, fresh, earlier };
  }
  const fresh = await readArticles(all, options);
  return { articles: fresh, fresh, earlier: null };
}

/** Whether what is taken over stays in its order, as merging needs it. */
function rise(places: readonly (number | null)[]): boolean {
  let last = -1;
  for (const place of places) {
    if (place === null) continue;
    if (place <= last) return false;
    last = place;
  }
  return true;
}

async function write(
  { articles, problems, ...content }: Content & Pick<Made, 'problems'>,
  writer: SnapshotWriter,
  order: SnapshotOrder,
  progress: Progress,
): Promise<void> {
  const { code, corpus, today } = order;
  const { earlier, fresh } = content;
  const tell = teller(fresh.length + articles.length, progress);
  const segment = segmentOf({ articles, ...content }, tell);
  const snapshot = buildSnapshot(counted(articles, tell), writer.record, {
    segment,
    ...(earlier ? { earlier } : {}),
  });
  const overview = overviewOf(openSnapshot(snapshot, writer.read, await shippedVectors()));
  const { about: index, ...tables } = snapshot;
  const about: AboutSnapshot = { index, overview, problems, today };
  writer.finish(tables, { code, corpus, about });
}

/** The words of the articles; those of articles that the earlier snapshot holds are taken from there. */
function segmentOf({ articles, fresh, earlier }: Content, tell: Tell): Segment {
  const read = buildSegment(indexed(counted(fresh, tell)));
  if (earlier === null) return read;
  let taken = 0;
  const plan = articles.map((one): Origin => {
    return 'paragraphs' in one ? { from: 'fresh', at: taken++ } : { from: 'base', at: one.at };
  });
  return mergeSegments(earlier.snapshot.segment, read, plan);
}

interface EarlierSnapshot extends Earlier {
  /** Null for an article that it does not hold, or not as it is now. */
  positionOf(article: Article): number | null;
  close(): Promise<void>;
}

/** Null where there is no earlier snapshot, or none that the same code has made and that is whole. */
async function earlierSnapshot({ file, code }: SnapshotOrder): Promise<EarlierSnapshot | null> {
  const found = await readSnapshot(file, { code });
  if (typeof found === 'string') return null;
  const { tables, about, record, close } = found;
  const snapshot = { ...tables, about: (about as AboutSnapshot).index } as Snapshot;
  const positions = new Map(Array.from(snapshot.keys, (key, at) => [key, at]));
  return {
    snapshot,
    record,
    close,
    positionOf: (article) => positions.get(articleKey(article)) ?? null,
  };
}

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

function* counted<T>(all: readonly T[], tell: Tell): Generator<T> {
  for (const one of all) {
    yield one;
    tell(1);
  }
}
