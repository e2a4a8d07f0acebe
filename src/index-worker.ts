/** A worker thread that makes one snapshot: tells how far it is, and at last how it went. */
import { parentPort, workerData } from 'node:worker_threads';
import { makeSnapshot, type SnapshotOrder } from './make-snapshot.ts';

const order: SnapshotOrder = workerData;
const made = await makeSnapshot(order, (...progress) => {
  parentPort?.postMessage({ kind: 'progress', progress });
});
parentPort?.postMessage({ kind: 'made', made });
