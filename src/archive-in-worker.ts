import { Worker } from 'node:worker_threads';
import type { Answer } from './answer/answer.ts';
import type { AskOptions, EvidenceContext, Verification } from './answer/archive.ts';
import { askWorker } from './ask-worker.ts';
import { DamagedSnapshot, type Refusal } from './read-snapshot.ts';
import type { SnapshotArchive, SnapshotPlace } from './snapshot-archive.ts';

/** What the thread says first. */
export type Opening = { readonly about: SnapshotArchive['about'] } | { readonly refused: Refusal };

type Wish =
  | { readonly kind: 'ask'; readonly question: string; readonly options: AskOptions }
  | { readonly kind: 'context'; readonly evidenceId: string }
  | { readonly kind: 'verify'; readonly quotation: string };

/** What the thread is asked; it answers in order. */
export interface Call {
  readonly id: number;
  readonly wish: Wish;
}

export type Reply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: unknown; readonly damaged: boolean };

export interface WorkerOptions {
  /** Told when the thread has failed: what was asked of it is rejected, and another takes its place. */
  readonly failed: (error: unknown) => void;
  /** The code of the thread. */
  readonly code?: URL;
}

/**
 * Opens the snapshot in a worker thread that answers from it, so that this one is free for others while a question is
 * thought about. This thread holds none of the corpus.
 */
export async function openInWorker(
  place: SnapshotPlace,
  { failed, code = new URL('./archive-worker.ts', import.meta.url) }: WorkerOptions,
): Promise<SnapshotArchive | Refusal> {
  let current: Promise<Thread> | null = null;
  const start = () =>
    startThread(place, code, (error) => {
      failed(error);
      current = null;
      thread().catch(failed);
    });
  const thread = (): Promise<Thread> => {
    current ??= start().then((found) => (typeof found === 'string' ? gone(place, found) : found));
    // Where another cannot be started, the next question tries again.
    current.catch(() => {
      current = null;
    });
    return current;
  };
  const ask = async <T>(wish: Wish) => (await (await thread()).ask(wish)) as T;
  const first = await start();
  if (typeof first === 'string') return first;
  current = Promise.resolve(first);
  const { about } = first;
  return {
    about,
    archive: {
      ask: (question, options) => ask<Answer>({ kind: 'ask', question, options }),
      context: (evidenceId) => ask<EvidenceContext | null>({ kind: 'context', evidenceId }),
      verify: (quotation) => ask<Verification>({ kind: 'verify', quotation }),
      overview: () => about.overview,
    },
    close: async () => (await current)?.close(),
  };
}

/** Opened once, a snapshot that is refused has been spoilt since. */
function gone({ file }: SnapshotPlace, found: Refusal): never {
  throw new DamagedSnapshot(`The snapshot in ${file} is ${found} since it was opened`);
}

interface Thread {
  readonly about: SnapshotArchive['about'];
  ask(wish: Wish): Promise<unknown>;
  /** Ends the thread once it has answered what it was asked. */
  close(): Promise<void>;
}

/** Megabytes: with twice what is usual, the garbage of several answers is collected at once, and little is left of it. */
const YOUNG = 96;

/** `failed` is told where an opened thread ends without having been closed. */
async function startThread(
  place: SnapshotPlace,
  code: URL,
  failed: (error: unknown) => void,
): Promise<Thread | Refusal> {
  const worker = new Worker(code, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
  const opening = await askWorker<Opening>(worker, place);
  if ('refused' in opening) {
    await worker.terminate();
    return opening.refused;
  }
  return { about: opening.about, ...conversation(worker, failed) };
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

function conversation(worker: Worker, failed: (error: unknown) => void): Omit<Thread, 'about'> {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let cause: unknown = null;
  let closing = false;
  worker.unref();
  worker.on('message', (reply: Reply) => {
    settle(reply, waiting.get(reply.id));
    waiting.delete(reply.id);
    if (waiting.size === 0) worker.unref();
  });
  worker.on('error', (error) => {
    cause = error;
  });
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', (code) => {
      const error = cause ?? new Error(`The thread that answers ended with code ${code}`);
      for (const { reject } of waiting.values()) reject(error);
      if (!closing) failed(error);
      resolve();
    });
  });
  return {
    ask: (wish) =>
      new Promise((resolve, reject) => {
        if (closing) throw new Error('What is closed is asked no more');
        const call: Call = { id: calls++, wish };
        waiting.set(call.id, { resolve, reject });
        // An idle thread does not keep the process; a question does.
        worker.ref();
        worker.postMessage(call);
      }),
    close: () => {
      closing = true;
      worker.ref();
      worker.postMessage('close');
      return ended;
    },
  };
}

function settle(reply: Reply, waiting: Waiting | undefined): void {
  if ('value' in reply) waiting?.resolve(reply.value);
  else waiting?.reject(reply.damaged ? new DamagedSnapshot(String(reply.error)) : reply.error);
}
