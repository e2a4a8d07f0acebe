import type { State } from './open-state.ts';

/** A question that has been taken on: kept until it is answered, so that a crash in the middle leaves none unanswered. */
export interface Job<Request> {
  readonly key: string;
  readonly request: Request;
  /** `posting`: the answer may already have been posted when the process died. */
  readonly stage: 'started' | 'posting';
  readonly attempts: number;
  readonly at: number;
}

export interface Inbox<Request> {
  /** False where `key` was taken on before: one message is answered once, however often it is delivered. */
  take(key: string, request: Request): boolean;
  knows(key: string): boolean;
  /** Drops what was finished long ago. */
  forget(): void;
  /** Said just before the answer is sent. */
  posting(key: string): void;
  finish(key: string): void;
  /** Tries again after `delay` milliseconds. */
  postpone(key: string, delay: number): void;
  /** Unfinished, taken on by this process or by one that is gone; with `postponed`, also what is not yet due. */
  unfinished(options?: { readonly postponed: boolean }): readonly Job<Request>[];
}

/** Older questions are answered no more: an answer after half an hour is noise. */
const LIFE = 30 * 60_000;

/** Slack redelivers within minutes; edits of a question come within days. */
const REMEMBERED = 14 * 24 * 60 * 60_000;

interface InboxOptions {
  readonly now: () => number;
  /** Names this process: host and process id. */
  readonly owner: string;
  /** Whether the process so named still runs. */
  readonly alive: (owner: string) => boolean;
}

export function openInbox<Request>(state: State, options: InboxOptions): Inbox<Request> {
  const { now, owner, alive } = options;
  const running = new Set<string>();
  return {
    take: (key, request) => {
      const values = [key, JSON.stringify(request), 'started', owner, now(), now()];
      const sql =
        'INSERT OR IGNORE INTO jobs (key, request, stage, owner, at, attempts, due) VALUES (?, ?, ?, ?, ?, 0, ?)';
      const fresh = state.run(sql, values) === 1;
      if (fresh) running.add(key);
      return fresh;
    },
    knows: (key) => state.all('SELECT 1 FROM jobs WHERE key = ?', [key]).length > 0,
    forget: () =>
      void state.run("DELETE FROM jobs WHERE stage = 'done' AND at < ?", [now() - REMEMBERED]),
    posting: (key) => void state.run("UPDATE jobs SET stage = 'posting' WHERE key = ?", [key]),
    finish: (key) => {
      // The row stays, without its contents, for the deliveries still to come.
      state.run("UPDATE jobs SET stage = 'done', request = '' WHERE key = ?", [key]);
      running.delete(key);
    },
    postpone: (key, delay) => {
      const sql = 'UPDATE jobs SET attempts = attempts + 1, due = ? WHERE key = ?';
      state.run(sql, [now() + delay, key]);
      running.delete(key);
    },
    unfinished: ({ postponed } = { postponed: false }) => {
      state.run("UPDATE jobs SET stage = 'done', request = '' WHERE stage != 'done' AND at < ?", [
        now() - LIFE,
      ]);
      const rows = state.all("SELECT * FROM jobs WHERE stage != 'done' AND due <= ? ORDER BY at", [
        postponed ? Number.MAX_SAFE_INTEGER : now(),
      ]);
      const free = rows.filter(
        (row) =>
          !running.has(String(row.key)) && (row.owner === owner || !alive(String(row.owner))),
      );
      return free.map((row) => {
        const key = String(row.key);
        running.add(key);
        state.run('UPDATE jobs SET owner = ? WHERE key = ?', [owner, key]);
        return {
          key,
          request: JSON.parse(String(row.request)) as Request,
          stage: row.stage === 'posting' ? 'posting' : 'started',
          attempts: Number(row.attempts),
          at: Number(row.at),
        };
      });
    },
  };
}
