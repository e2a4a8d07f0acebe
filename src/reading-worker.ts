/** A worker thread that reads articles: batches in, their attributions out, in the same order. */
import { parentPort } from 'node:worker_threads';
import { attribute } from './attribution/attribute.ts';
import { loadExtractor } from './attribution/extract.ts';
import type { Article } from './corpus/article.ts';
import { readModelFile } from './model-file.ts';

const extractor = loadExtractor(readModelFile());

parentPort?.on('message', (articles: readonly Article[]) => {
  parentPort?.postMessage(articles.map((article) => attribute(article, extractor)));
});
