import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { patiently } from './database-lock.ts';

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
   CREATE TABLE IF NOT EXISTS installations (id TEXT PRIMARY KEY, sealed TEXT NOT NULL, at INTEGER NOT NULL);`,
];

type Database = InstanceType<typeof sqlite.Database>;

interface StateOptions {
  /** `slack.db` unless told. */
  readonly file?: string;
  /**
   * Waits for the disk with each change, so that it outlives a power failure. Without, a change outlives the process
   * alone, and never keeps anybody waiting: on a busy disk a change that waits was seen to take 0.3 s.
   */
  readonly durable?: boolean;
  /** Told of trouble with the file, in words for the log. */
  readonly onTrouble?: (message: string, error: unknown) => void;
}

type Opening = Required<Omit<StateOptions, 'file'>> & { readonly path: string };

/**
 * Opens, or creates, `slack.db` in `directory`; in memory, forgotten at the end, where it is null. A file that is
 * damaged is set aside; a disk that fails later is tried once more, and then done without: the bot goes on answering,
 * and forgets at the end.
 */
export function openState(directory: string | null, options: StateOptions = {}): State {
  const { file = 'slack.db', durable = false, onTrouble = () => {} } = options;
  const path = directory === null ? MEMORY : join(directory, file);
  const opening = { path, durable, onTrouble };
  let database = openOrSetAside(opening);
  let closed = false;
  const guarded = <T>(action: (on: Database) => T): T => {
    try {
      return patiently(path, () => action(database));
    } catch (error) {
      if (path === MEMORY || closed) throw error;
      database = instead(database, error, opening);
      return patiently(path, () => action(database));
    }
  };
  return {
    run: (sql, values = []) => guarded((on) => on.run(sql, [...values]).changes),
    all: (sql, values = []) => guarded((on) => on.all(sql, [...values]) as readonly Row[]),
    close: () => {
      closed = true;
      database.close();
    },
  };
}

const MEMORY = ':memory:';

function openDatabase(path: string, durable: boolean): Database {
  if (path !== MEMORY) mkdirSync(join(path, '..'), { recursive: true });
  const database = patiently(path, () => new sqlite.Database(path));
  try {
    patiently(path, () => database.exec(`PRAGMA synchronous = ${durable ? 'FULL' : 'OFF'}`));
    patiently(path, () => migrate(database));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A file that is no database of ours is kept beside the new one, for whoever wants to look. */
function openOrSetAside({ path, durable, onTrouble }: Opening): Database {
  try {
    return openDatabase(path, durable);
  } catch (error) {
    if (path === MEMORY) throw error;
    const aside = `${path}.damaged-${Date.now()}`;
    onTrouble(`${path} cannot be used: it is set aside as ${aside}`, error);
    renameSync(path, aside);
    return openDatabase(path, durable);
  }
}

/** The file once more, or the memory of this process where that fails too. */
function instead(
  failing: Database,
  error: unknown,
  { path, durable, onTrouble }: Opening,
): Database {
  onTrouble(`${path} fails: opening it once more`, error);
  closeQuietly(failing);
  try {
    return openDatabase(path, durable);
  } catch (cause) {
    onTrouble(
      `${path} fails again: nothing is remembered beyond this run until it is mended`,
      cause,
    );
    return openDatabase(MEMORY, false);
  }
}

function closeQuietly(database: Database): void {
  try {
    database.close();
  } catch {
    // It fails as a whole.
  }
}

function migrate(database: Database): void {
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
