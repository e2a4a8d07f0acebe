import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Archive } from './answer/archive.ts';
import { openArchive } from './answer/open-archive.ts';
import { openInWorker } from './archive-in-worker.ts';
import type { LoadProblem } from './corpus/article.ts';
import { type CorpusStamp, stampCorpus } from './corpus-stamp.ts';
import { type Progress, readArticles, shippedVectors } from './ingest.ts';
import { InputError } from './input-error.ts';
import { loadCorpus } from './load-corpus.ts';
import { makeInWorker } from './make-in-worker.ts';
import { DamagedSnapshot, type Refusal } from './read-snapshot.ts';
import { problemWords } from './render/wording.ts';
import { buildIndex } from './retrieval/build-index.ts';
import type { WordVectors } from './retrieval/word-vectors.ts';
import {
  openSnapshotArchive,
  type SnapshotArchive,
  type SnapshotPlace,
} from './snapshot-archive.ts';
import { indexersState } from './source-state.ts';
import { isWithoutThreads } from './without-threads.ts';

/** A corpus ready to be asked, and what was wrong with its files. */
export interface OpenCorpus {
  readonly archive: Archive;
  readonly problems: readonly LoadProblem[];
  /**
   * Looks whether the corpus has changed on disk, and makes it searchable anew in a worker thread; `archive` answers
   * from the old until the new is ready. Tells whether it had changed. Throws InputError where no article is left.
   */
  refresh(today: string): Promise<boolean>;
  /** To be asked no more. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** ISO date. */
  readonly today: string;
  /** Folder that keeps what reading found, and the index of a large corpus, from start to start. */
  readonly state: string;
  readonly progress?: Progress;
  /**
   * Answers from a large corpus in a worker thread, so that this one never waits; told where that thread has failed, and
   * another takes its place.
   */
  readonly apart?: (failed: unknown) => void;
}

/** A smaller corpus is read and indexed in memory before a snapshot of it could be opened. */
const WORTH_A_SNAPSHOT = 6_000_000;

const isLarge = ({ bytes }: CorpusStamp): boolean => bytes >= WORTH_A_SNAPSHOT;

/** One state of the corpus. */
interface Edition {
  readonly archive: Archive;
  readonly problems: readonly LoadProblem[];
  readonly stamp: CorpusStamp;
  close(): Promise<void>;
}

/** What stays the same from edition to edition. */
interface Press extends OpenOptions {
  readonly paths: readonly string[];
  /** Names the code that runs, whatever becomes of its files. */
  readonly code: () => Promise<string>;
  readonly vectors: () => Promise<WordVectors>;
}

/** Reads, attributes and indexes the articles at `paths`. Throws InputError for an empty corpus. */
export async function openCorpus(
  paths: readonly string[],
  options: OpenOptions,
): Promise<OpenCorpus> {
  const press = { ...options, paths, code: once(indexersState), vectors: once(shippedVectors) };
  const stamp = await stampCorpus(paths);
  let edition = await (isLarge(stamp) ? fromSnapshot : inMemory)(press, stamp);
  let seen = stamp.key;
  const inTurn = queue();
  const exchange = async (changed: CorpusStamp, today: string) => {
    const old = edition;
    edition = await fromSnapshot({ ...press, today, progress: () => {} }, changed);
    await old.close();
  };
  const mend = async (damaged: Edition) => {
    if (edition !== damaged) return;
    await rm(placesOf(press).file, { force: true });
    await exchange(damaged.stamp, options.today);
  };
  const answered = async <T>(ask: (archive: Archive) => Promise<T>): Promise<T> => {
    // However many questions wait, others are served between any two.
    await setImmediate();
    const asked = edition;
    try {
      return await ask(asked.archive);
    } catch (error) {
      if (!(error instanceof DamagedSnapshot)) throw error;
      await inTurn(() => mend(asked));
      return ask(edition.archive);
    }
  };
  return {
    problems: edition.problems,
    archive: {
      ask: (question, asked) => answered((archive) => archive.ask(question, asked)),
      context: (id) => answered((archive) => archive.context(id)),
      verify: (quotation) => answered((archive) => archive.verify(quotation)),
      overview: () => edition.archive.overview(),
    },
    close: () => inTurn(() => edition.close()),
    refresh: async (today) => {
      const now = await stampCorpus(paths);
      if (now.key === seen) return false;
      // What cannot be read is not tried again until it changes.
      seen = now.key;
      await inTurn(() => exchange(now, today));
      return true;
    },
  };
}

/** Runs one after the other, whether those before fail or not. */
function queue(): (work: () => Promise<void>) => Promise<void> {
  let last = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}

async function inMemory(press: Press, stamp: CorpusStamp): Promise<Edition> {
  const { paths, today, progress, vectors } = press;
  const { articles, problems } = await loadCorpus(paths, { today });
  if (articles.length === 0) throw nothingRead(paths, problems);
  const { readings: state } = placesOf(press);
  const read = await readArticles(articles, { state, ...(progress ? { progress } : {}) });
  const archive = openArchive(buildIndex(read, await vectors()));
  return { archive, problems, stamp, close: async () => {} };
}

/** Opens the snapshot of this state of the corpus, or makes it. */
async function fromSnapshot(press: Press, stamp: CorpusStamp): Promise<Edition> {
  const { paths, today, progress = () => {} } = press;
  const { file, readings } = placesOf(press);
  const wanted = { code: await press.code(), corpus: stamp.key };
  const open = () => opened({ file, wanted }, press, stamp);
  const kept = await open();
  if (typeof kept !== 'string') {
    if (isOfToday(kept.about, today)) return editionOf(kept, stamp);
    await kept.close();
  }
  try {
    const { articles, problems } = await makeInWorker(
      { paths, today, file, readings, ...wanted },
      progress,
    );
    if (articles === 0) throw nothingRead(paths, problems);
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    return inMemory(press, stamp);
  }
  const made = await open();
  if (typeof made !== 'string') return editionOf(made, stamp);
  throw new InputError(
    `The snapshot in ${file} is ${made} as soon as it is written; check the disk, or set STATE_DIR to another.`,
  );
}

const editionOf = ({ archive, about, close }: SnapshotArchive, stamp: CorpusStamp): Edition => {
  return { archive, problems: about.problems, stamp, close };
};

async function opened(
  place: SnapshotPlace,
  { apart, vectors }: Press,
  stamp: CorpusStamp,
): Promise<SnapshotArchive | Refusal> {
  const here = () => openSnapshotArchive(place, vectors);
  if (apart === undefined || !isLarge(stamp)) return here();
  return openInWorker(place, { failed: apart }).catch((error) => {
    if (isWithoutThreads(error)) return here();
    throw error;
  });
}

/** A date that had not come when the snapshot was made was left out; it may have come. */
const isOfToday = ({ problems, today: made }: SnapshotArchive['about'], today: string): boolean =>
  made === today || !problems.some(({ field }) => field !== undefined && /date/i.test(field));

const isUnwritable = (error: unknown): boolean =>
  ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR'].includes(
    String((error as NodeJS.ErrnoException).code),
  );

function nothingRead(paths: readonly string[], problems: readonly LoadProblem[]): InputError {
  const causes = problems.map((problem) => `\n  ${problemWords(problem)}`).join('');
  return new InputError(
    `No article could be read from ${paths.join(', ')}; name a folder with .md, .txt, .html or .jsonl files with --corpus or CORPUS_DIR.${causes}`,
  );
}

/** For each corpus its own, so that a small one does not have to look through what a large one left. */
function placesOf({ paths, state }: Pick<Press, 'paths' | 'state'>): {
  file: string;
  readings: string;
} {
  const name = createHash('sha256')
    .update(paths.map((path) => resolve(path)).join('\n'))
    .digest('hex')
    .slice(0, 16);
  return { file: join(state, 'index', `${name}.bin`), readings: join(state, 'readings', name) };
}
