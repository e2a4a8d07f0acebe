import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { type Extractor, loadExtractor } from './attribution/extract.ts';
import type { Article } from './corpus/article.ts';
import { buildIndex } from './retrieval/build-index.ts';
import { readArticle } from './retrieval/read-article.ts';
import type { CorpusIndex, Reading } from './retrieval/retrieve.ts';
import { decodeWordVectors, type WordVectors } from './retrieval/word-vectors.ts';

const EXTRACTOR = new URL('attribution/model/weights.bin', import.meta.url);
const VECTORS = new URL('retrieval/model/word-vectors.bin', import.meta.url);

/** The extractor that ships with Quoth. */
export const shippedExtractor = async (): Promise<Extractor> =>
  loadExtractor(await readFile(EXTRACTOR));

/** The word vectors that ship with Quoth. */
export const shippedVectors = async (): Promise<WordVectors> =>
  decodeWordVectors(await readFile(VECTORS));

export interface IngestOptions {
  /** Told after each article, with how many are read. */
  readonly progress?: (read: number, of: number) => void;
}

/** Reads `articles` and makes them searchable, a short step at a time. */
export async function ingest(
  articles: readonly Article[],
  { progress }: IngestOptions = {},
): Promise<CorpusIndex> {
  const [extractor, vectors] = await Promise.all([shippedExtractor(), shippedVectors()]);
  const readings: Reading[] = [];
  for (const article of articles) {
    readings.push(readArticle(article, extractor));
    progress?.(readings.length, articles.length);
    await setImmediate();
  }
  return buildIndex(readings, vectors);
}
