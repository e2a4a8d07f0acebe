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

/** Reads, attributes and indexes the articles at `paths`. `today` is an ISO date. Throws InputError for an empty corpus. */
export async function openCorpus(paths: readonly string[], today: string): Promise<OpenCorpus> {
  const { articles, problems } = await loadCorpus(paths, { today });
  if (articles.length === 0) {
    const causes = problems.map((problem) => `\n  ${problemWords(problem)}`).join('');
    throw new InputError(
      `No article could be read from ${paths.join(', ')}; name a folder with .md, .txt, .html or .jsonl files with --corpus or CORPUS_DIR.${causes}`,
    );
  }
  return { archive: openArchive(await ingest(articles)), problems };
}
