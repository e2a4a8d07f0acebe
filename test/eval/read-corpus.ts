import type { Article } from '../../src/corpus/article.ts';
import { paragraphsOf } from '../../src/corpus/paragraphs.ts';
import { shippedExtractor } from '../../src/ingest.ts';
import { openReadingStore } from '../../src/reading-store.ts';
import { readArticle } from '../../src/retrieval/read-article.ts';
import type { Reading } from '../../src/retrieval/retrieve.ts';

/**
 * The articles as read by the shipped extractor. With a `cache` folder what was read is kept there from run to run:
 * remove it after a change to the extractor or the speakers.
 */
export async function readAll(
  set: string,
  articles: readonly Article[],
  cache: string | null,
): Promise<Reading[]> {
  const store = cache === null ? null : await openReadingStore(`${cache}/${set}`, Buffer.from('1'));
  const extractor = await shippedExtractor();
  const readings: Reading[] = [];
  for (const article of articles) {
    const kept = store?.get(article) ?? null;
    const reading =
      kept === null
        ? readArticle(article, extractor)
        : { article, paragraphs: paragraphsOf(article), attributions: kept };
    if (kept === null) await store?.add([[article, reading.attributions]]);
    readings.push(reading);
  }
  return readings;
}
