import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';

type Value = string | number | null;
type Row = Readonly<Record<string, unknown>>;

/** The bot's own memory: a small SQLite database. Synchronous: each call takes a few milliseconds. */
export interface State {
  /** How many rows changed. */
  run(sql: string, values?: readonly Value[]): number;
  all(sql: string, values?: readonly Value[]): readonly Row[];
  close(): void;
}

/**
 * Each entry brings the database from the version before to its own; never edit one that has been released.
 * Times are milliseconds since the epoch.
 */
const MIGRATIONS = [
  `CREATE TABLE seen (key TEXT PRIMARY KEY, at INTEGER NOT NULL);
   CREATE TABLE jobs (
     key TEXT PRIMARY KEY, request TEXT NOT NULL, stage TEXT NOT NULL, owner TEXT NOT NULL,
     at INTEGER NOT NULL, attempts INTEGER NOT NULL, due INTEGER NOT NULL);
   CREATE TABLE turns (
     key TEXT PRIMARY KEY, thread TEXT NOT NULL, at INTEGER NOT NULL, question TEXT NOT NULL,
     page TEXT NOT NULL);
   CREATE INDEX turns_by_thread ON turns (thread, at);
   CREATE TABLE pages (id TEXT PRIMARY KEY, page TEXT NOT NULL, asker TEXT NOT NULL, at INTEGER NOT NULL);
   CREATE INDEX pages_by_asker ON pages (asker, at);
   CREATE TABLE feedback (
     page TEXT NOT NULL, person TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL,
     comment TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (page, person));`,
  `CREATE TABLE IF NOT EXISTS crowded (thread TEXT PRIMARY KEY, at INTEGER NOT NULL);
   CREATE TABLE IF NOT EXISTS settings (person TEXT PRIMARY KEY, settings TEXT NOT NULL);
   CREATE TABLE installations (id TEXT PRIMARY KEY, sealed TEXT NOT NULL, at INTEGER NOT NULL);`,
];

/** A transaction here takes milliseconds: a lock older than this was left by a process that died holding it. */
const STALE_LOCK_MS = 5000;
const PATIENCE_MS = 8000;

/** Opens, or creates, `slack.db` in `directory`; in memory, forgotten at the end, where it is null. */
export function openState(directory: string | null): State {
  if (directory !== null) mkdirSync(directory, { recursive: true });
  const path = directory === null ? ':memory:' : join(directory, 'slack.db');
  const locked = { path: `${path}.lock` };
  const database = patiently(locked, () => new sqlite.Database(path));
  const state: State = {
    run: (sql, values = []) => patiently(locked, () => database.run(sql, [...values]).changes),
    all: (sql, values = []) =>
      patiently(locked, () => database.all(sql, [...values]) as readonly Row[]),
    close: () => database.close(),
  };
  patiently(locked, () => database.exec('PRAGMA synchronous = NORMAL'));
  patiently(locked, () => migrate(database));
  return state;
}

function migrate(database: InstanceType<typeof sqlite.Database>): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const row = database.get('PRAGMA user_version') as { user_version: number };
    for (const migration of MIGRATIONS.slice(row.user_version)) database.exec(migration);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Runs `action`, again while another process holds the database. This SQLite locks with a folder beside the file,
 * which outlives a process that is killed: such a lock is taken away.
 */
function patiently<T>(lock: { readonly path: string }, action: () => T): T {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return action();
    } catch (error) {
      if (!isLocked(error) || Date.now() > until) throw error;
      if (!removeStale(lock.path)) sleep(20);
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
