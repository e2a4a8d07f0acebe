import type { Worker } from 'node:worker_threads';

/**
 * Posts `message` to `worker` and gives the next message back; one at a time for each worker. Rejects where the worker
 * fails or ends instead. Only the listeners set here are taken off: removing all of them would take the worker's own,
 * and no later message would ever arrive.
 */
export function askWorker<Reply>(worker: Worker, message: unknown): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      finish();
    };
    const onMessage = (reply: Reply) => settle(() => resolve(reply));
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = (code: number) =>
      settle(() => reject(new Error(`A worker thread ended with code ${code}`)));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(message);
  });
}
