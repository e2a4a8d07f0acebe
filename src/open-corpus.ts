import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Archive } from './answer/archive.ts';
import { openArchive } from './answer/open-archive.ts';
import type { LoadProblem } from './corpus/article.ts';
import { type CorpusStamp, stampCorpus } from './corpus-stamp.ts';
import { type Progress, readArticles, shippedVectors } from './ingest.ts';
import { InputError } from './input-error.ts';
import { loadCorpus } from './load-corpus.ts';
import { makeInWorker } from './make-in-worker.ts';
import type { AboutSnapshot } from './make-snapshot.ts';
import { DamagedSnapshot, type OpenedSnapshot, readSnapshot } from './read-snapshot.ts';
import { problemWords } from './render/wording.ts';
import { buildIndex } from './retrieval/build-index.ts';
import { openSnapshot, type Snapshot } from './retrieval/snapshot.ts';
import { indexersState } from './source-state.ts';

/** A corpus ready to be asked, and what was wrong with its files. */
export interface OpenCorpus {
  readonly archive: Archive;
  readonly problems: readonly LoadProblem[];
  /**
   * Looks whether the corpus has changed on disk, and makes it searchable anew in a worker thread; `archive` answers
   * from the old until the new is ready. Tells whether it had changed. Throws InputError where no article is left.
   */
  refresh(today: string): Promise<boolean>;
}

export interface OpenOptions {
  /** ISO date. */
  readonly today: string;
  /** Folder that keeps what reading found, and the index of a large corpus, from start to start. */
  readonly state: string;
  /** Told as articles are read, with how many are. */
  readonly progress?: Progress;
}

/** A smaller corpus is read and indexed in memory before a snapshot of it could be opened. */
const WORTH_A_SNAPSHOT = 6_000_000;

/** One state of the corpus. */
interface Edition {
  readonly archive: Archive;
  readonly problems: readonly LoadProblem[];
  readonly stamp: CorpusStamp;
  close(): Promise<void>;
}

/** Reads, attributes and indexes the articles at `paths`. Throws InputError for an empty corpus. */
export async function openCorpus(
  paths: readonly string[],
  options: OpenOptions,
): Promise<OpenCorpus> {
  const stamp = await stampCorpus(paths);
  const large = stamp.bytes >= WORTH_A_SNAPSHOT;
  let edition = await (large ? fromSnapshot : inMemory)(paths, stamp, options);
  const exchange = async (changed: CorpusStamp, today: string) => {
    const old = edition;
    edition = await fromSnapshot(paths, changed, { ...options, today });
    await old.close();
  };
  const answered = async <T>(ask: (archive: Archive) => Promise<T>): Promise<T> => {
    try {
      return await ask(edition.archive);
    } catch (error) {
      if (!(error instanceof DamagedSnapshot)) throw error;
      await rm(placesOf(paths, options.state).file, { force: true });
      await exchange(edition.stamp, options.today);
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
    refresh: async (today) => {
      const now = await stampCorpus(paths);
      if (now.key === edition.stamp.key) return false;
      await exchange(now, today);
      return true;
    },
  };
}

async function inMemory(
  paths: readonly string[],
  stamp: CorpusStamp,
  { today, state, progress }: OpenOptions,
): Promise<Edition> {
  const { articles, problems } = await loadCorpus(paths, { today });
  if (articles.length === 0) throw nothingRead(paths, problems);
  const { readings } = placesOf(paths, state);
  const read = await readArticles(articles, { state: readings, ...(progress ? { progress } : {}) });
  const archive = openArchive(buildIndex(read, await shippedVectors()));
  return { archive, problems, stamp, close: async () => {} };
}

/** Opens the snapshot of this state of the corpus, or makes it. */
async function fromSnapshot(
  paths: readonly string[],
  stamp: CorpusStamp,
  options: OpenOptions,
): Promise<Edition> {
  const places = placesOf(paths, options.state);
  const wanted = { code: await indexersState(), corpus: stamp.key };
  const kept = await readSnapshot(places.file, wanted);
  if (typeof kept !== 'string') {
    if (isOfToday(aboutOf(kept), options.today)) return opened(kept, stamp);
    await kept.close();
  }
  const order = { paths, today: options.today, ...places, ...wanted };
  try {
    const { articles, problems } = await makeInWorker(order, options.progress ?? (() => {}));
    if (articles === 0) throw nothingRead(paths, problems);
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    return inMemory(paths, stamp, options);
  }
  const made = await readSnapshot(places.file, wanted);
  if (typeof made !== 'string') return opened(made, stamp);
  throw new InputError(
    `The snapshot in ${places.file} is ${made} as soon as it is written; check the disk, or set STATE_DIR to another.`,
  );
}

const aboutOf = ({ about }: OpenedSnapshot): AboutSnapshot => about as AboutSnapshot;

async function opened(snapshot: OpenedSnapshot, stamp: CorpusStamp): Promise<Edition> {
  const { index: about, overview, problems } = aboutOf(snapshot);
  const tables = { ...snapshot.tables, about } as Snapshot;
  const index = openSnapshot(tables, snapshot.record, await shippedVectors());
  return { archive: openArchive(index, overview), problems, stamp, close: snapshot.close };
}

/** A date that had not come when the snapshot was made was left out; it may have come. */
const isOfToday = ({ problems, today: made }: AboutSnapshot, today: string): boolean =>
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
function placesOf(paths: readonly string[], state: string): { file: string; readings: string } {
  const name = createHash('sha256')
    .update(paths.map((path) => resolve(path)).join('\n'))
    .digest('hex')
    .slice(0, 16);
  return { file: join(state, 'index', `${name}.bin`), readings: join(state, 'readings', name) };
}
