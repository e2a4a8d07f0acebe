import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { askWorker } from './ask-worker.ts';
import type { Attribution } from './attribution/attribution.ts';
import type { Article } from './corpus/article.ts';

/** Articles a worker is handed at once: about half a second of work. */
const BATCH = 8;
const MOST_WORKERS = 8;

type Read = readonly (readonly [Article, readonly Attribution[]])[];

/**
 * Reads `articles` in worker threads, as many as there are processors; `done` is told of each batch, in the order in
 * which they get ready. Rejects where a worker cannot start or dies.
 */
export async function readInWorkers(
  articles: readonly Article[],
  done: (read: Read) => Promise<void>,
): Promise<void> {
  const batches = batchesOf(articles);
  const count = Math.min(MOST_WORKERS, availableParallelism(), batches.length);
  const next = batches.values();
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./reading-worker.ts', import.meta.url)),
  );
  try {
    await Promise.all(workers.map((worker) => drain(worker, next, done)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function batchesOf(articles: readonly Article[]): Article[][] {
  const count = Math.ceil(articles.length / BATCH);
  return Array.from({ length: count }, (_, at) => articles.slice(at * BATCH, (at + 1) * BATCH));
}

/** Hands `worker` one batch after the other, as long as there are any. */
async function drain(
  worker: Worker,
  batches: Iterator<Article[]>,
  done: (read: Read) => Promise<void>,
): Promise<void> {
  for (let next = batches.next(); next.done !== true; next = batches.next()) {
    const articles = next.value;
    const answer = await askWorker<Attribution[][]>(worker, articles);
    await done(articles.map((article, at) => [article, answer[at] ?? []]));
  }
}
