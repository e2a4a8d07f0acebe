import { rmdirSync, statSync } from 'node:fs';

/** A transaction here takes milliseconds: a lock older than this was left by a process that died holding it. */
const STALE_LOCK_MS = 5000;
const PATIENCE_MS = 8000;

/**
 * Runs `action`, again while another process holds the database. This SQLite locks with a folder beside the file,
 * which outlives a process that is killed: such a lock is taken away.
 */
export function patiently<T>(path: string, action: () => T): T {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return action();
    } catch (error) {
      if (!isLocked(error) || Date.now() > until) throw error;
      if (!removeStale(`${path}.lock`)) sleep(20);
    }
  }
}

const isLocked = (error: unknown): boolean =>
  error instanceof Error && /database is locked|SQLITE_BUSY/.test(error.message);

function removeStale(path: string): boolean {
  try {
    if (Date.now() - statSync(path).mtimeMs < STALE_LOCK_MS) return false;
    rmdirSync(path);
    return true;
  } catch {
    return true; // released in the meantime
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
