import { Worker } from 'node:worker_threads';
import type { Progress } from './ingest.ts';
import { type Made, makeSnapshot, type SnapshotOrder } from './make-snapshot.ts';
import { isWithoutThreads } from './without-threads.ts';

type Message =
  | { readonly kind: 'progress'; readonly progress: Parameters<Progress> }
  | { readonly kind: 'made'; readonly made: Made };

/** Makes a snapshot in a worker thread, so that this one goes on answering. */
export async function makeInWorker(order: SnapshotOrder, progress: Progress): Promise<Made> {
  try {
    return await run(order, progress);
  } catch (error) {
    if (!isWithoutThreads(error)) throw error;
    return makeSnapshot(order, progress);
  }
}

function run(order: SnapshotOrder, progress: Progress): Promise<Made> {
  const worker = new Worker(new URL('./index-worker.ts', import.meta.url), { workerData: order });
  return new Promise((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if (message.kind === 'made') resolve(message.made);
      else progress(...message.progress);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The index worker ended with code ${code}`)));
  });
}
