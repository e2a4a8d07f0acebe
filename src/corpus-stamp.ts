import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { corpusFiles } from './corpus-files.ts';

/** The state of a corpus on disk, told without reading it. */
export interface CorpusStamp {
  /** Equal as long as no file comes, goes or is written to. */
  readonly key: string;
  /** Of all files, unpacked (a guess where they are packed). */
  readonly bytes: number;
}

/** English text, gzipped, takes a third of its room. */
const UNPACKED = 3;

/** Looks at names, sizes and times: of modification, and of change, which no program can set back. */
export async function stampCorpus(paths: readonly string[]): Promise<CorpusStamp> {
  const { files } = await corpusFiles(paths);
  const key = createHash('sha256');
  let bytes = 0;
  for (const { path, gzip } of files) {
    const found = await stat(path).catch(() => null);
    key.update(JSON.stringify([resolve(path), found?.size, found?.mtimeMs, found?.ctimeMs]));
    bytes += (found?.size ?? 0) * (gzip ? UNPACKED : 1);
  }
  return { key: key.digest('hex').slice(0, 32), bytes };
}
