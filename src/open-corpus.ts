import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Archive } from './answer/archive.ts';
import { openArchive } from './answer/open-archive.ts';
import type { LoadProblem } from './corpus/article.ts';
import { ingest } from './ingest.ts';
import { InputError } from './input-error.ts';
import { loadCorpus } from './load-corpus.ts';
import { problemWords } from './render/wording.ts';

/** A corpus ready to be asked, and what was wrong with its files. */
export interface OpenCorpus {
  readonly archive: Archive;
  readonly problems: readonly LoadProblem[];
}

export interface OpenOptions {
  /** ISO date. */
  readonly today: string;
  /** Folder that keeps what reading found from start to start. */
  readonly state: string;
  /** Told as articles are read, with how many are. */
  readonly progress?: (read: number, of: number) => void;
}

/** Reads, attributes and indexes the articles at `paths`. Throws InputError for an empty corpus. */
export async function openCorpus(
  paths: readonly string[],
  { today, state, progress }: OpenOptions,
): Promise<OpenCorpus> {
  const { articles, problems } = await loadCorpus(paths, { today });
  if (articles.length === 0) {
    const causes = problems.map((problem) => `\n  ${problemWords(problem)}`).join('');
    throw new InputError(
      `No article could be read from ${paths.join(', ')}; name a folder with .md, .txt, .html or .jsonl files with --corpus or CORPUS_DIR.${causes}`,
    );
  }
  const index = await ingest(articles, {
    state: join(state, 'readings', nameOf(paths)),
    ...(progress ? { progress } : {}),
  });
  return { archive: openArchive(index), problems };
}

/** A folder for each corpus, so that a small one does not have to look through what a large one left. */
const nameOf = (paths: readonly string[]): string =>
  createHash('sha256')
    .update(paths.map((path) => resolve(path)).join('\n'))
    .digest('hex')
    .slice(0, 16);
