import { hostname } from 'node:os';
import type { Logger } from '../log.ts';
import { Unreachable } from './slack-calls.ts';

/** This process, for the jobs it has taken on. */
export const OWNER = `${hostname()} ${process.pid}`;

/** Whether the process that took on a job still runs: one on another machine is taken to. */
export function isAlive(owner: string): boolean {
  const [host, pid] = owner.split(' ');
  if (host !== hostname()) return true;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
}

/** Resolves after `milliseconds`; rejects when `signal` says that the app stops. */
export const sleeper =
  (signal: AbortSignal) =>
  (milliseconds: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const stop = () => reject(new Unreachable('The app is stopping'));
      if (signal.aborted) return stop();
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        stop();
      });
    });

const survivors = new Set<Logger>();

/**
 * Keeps the process alive when a promise fails that nobody waits for, as those of the socket's library do: with no
 * reason while it is being closed (slackapi/node-slack-sdk#2656), and when a reconnect fails.
 */
export function surviveRejections(logger: Logger): void {
  if (survivors.size === 0) {
    process.on('unhandledRejection', (reason) => {
      if (reason === undefined) return;
      for (const one of survivors) one.error('a promise failed unheard', { error: reason });
    });
  }
  survivors.add(logger);
}
