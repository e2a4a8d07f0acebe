import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Attribution } from '../../src/attribution/attribution.ts';
import type { Article } from '../../src/corpus/article.ts';
import { paragraphsOf } from '../../src/corpus/paragraphs.ts';
import { shippedExtractor } from '../../src/ingest.ts';
import { readArticle } from '../../src/retrieval/read-article.ts';
import type { Reading } from '../../src/retrieval/retrieve.ts';

/**
 * The articles as read by the shipped extractor. With a `cache` folder the attributions of a set are kept there from
 * run to run: remove it after a change to the extractor or the speakers.
 */
export async function readAll(
  set: string,
  articles: readonly Article[],
  cache: string | null,
): Promise<Reading[]> {
  const path = cache === null ? null : join(cache, `attributions-${set}.v8`);
  if (path === null || !existsSync(path)) {
    const extractor = await shippedExtractor();
    const readings = articles.map((article) => readArticle(article, extractor));
    if (path !== null) {
      mkdirSync(cache ?? '.', { recursive: true });
      writeFileSync(path, serialize(readings.map(({ attributions }) => attributions)));
    }
    return readings;
  }
  const kept = deserialize(readFileSync(path)) as Attribution[][];
  return articles.map((article, at) => {
    return { article, paragraphs: paragraphsOf(article), attributions: kept[at] ?? [] };
  });
}
