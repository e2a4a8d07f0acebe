import type { Archive } from './answer/archive.ts';
import { openArchive } from './answer/open-archive.ts';
import type { AboutSnapshot } from './make-snapshot.ts';
import { type Refusal, readSnapshot, type Wanted } from './read-snapshot.ts';
import { openSnapshot, type Snapshot } from './retrieval/snapshot.ts';
import type { WordVectors } from './retrieval/word-vectors.ts';

/** Which snapshot is opened: where it lies, and what it must have been made from. */
export interface SnapshotPlace {
  readonly file: string;
  readonly wanted: Wanted;
}

/** An archive that answers from a snapshot. */
export interface SnapshotArchive {
  readonly archive: Archive;
  readonly about: Omit<AboutSnapshot, 'index'>;
  /** To be asked no more. */
  close(): Promise<void>;
}

/** Opens the snapshot in this thread, if it is whole and made from what is wanted. */
export async function openSnapshotArchive(
  { file, wanted }: SnapshotPlace,
  vectors: () => Promise<WordVectors>,
): Promise<SnapshotArchive | Refusal> {
  const found = await readSnapshot(file, wanted);
  if (typeof found === 'string') return found;
  const { index: ofIndex, ...about } = found.about as AboutSnapshot;
  const tables = { ...found.tables, about: ofIndex } as Snapshot;
  const index = openSnapshot(tables, found.record, await vectors());
  return { archive: openArchive(index, about.overview), about, close: found.close };
}
