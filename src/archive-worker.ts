/** A worker thread that answers from one snapshot: says how opening it went, then answers call after call. */
import { parentPort } from 'node:worker_threads';
import type { Call, Opening, Reply } from './archive-in-worker.ts';
import { shippedVectors } from './ingest.ts';
import { DamagedSnapshot } from './read-snapshot.ts';
import {
  openSnapshotArchive,
  type SnapshotArchive,
  type SnapshotPlace,
} from './snapshot-archive.ts';
import { warmUp } from './warm-up.ts';

const tell = (message: Opening | Reply) => parentPort?.postMessage(message);

function serve({ archive, close }: SnapshotArchive): void {
  parentPort?.on('message', async (call: Call | 'close') => {
    if (call === 'close') {
      await close();
      parentPort?.close();
      return;
    }
    const { id } = call;
    try {
      tell({ id, value: await answer(archive, call) });
    } catch (error) {
      tell({ id, error, damaged: error instanceof DamagedSnapshot });
    }
  });
}

function answer(archive: SnapshotArchive['archive'], { wish }: Call): Promise<unknown> {
  switch (wish.kind) {
    case 'ask':
      return archive.ask(wish.question, wish.options);
    case 'context':
      return archive.context(wish.evidenceId);
    case 'verify':
      return archive.verify(wish.quotation);
  }
}

parentPort?.once('message', async (place: SnapshotPlace) => {
  const opened = await openSnapshotArchive(place, shippedVectors);
  if (typeof opened === 'string') return tell({ refused: opened });
  await warmUp(opened.archive);
  serve(opened);
  tell({ about: opened.about });
});
