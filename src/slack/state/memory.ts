import type { Page } from '../page.ts';
import type { State } from './open-state.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A thread that has been silent for this long is forgotten. */
const THREAD_LIFE = 14 * DAY;
/** Slack redelivers for about five minutes, Socket Mode after reconnecting: a week is beyond any of it. */
const SEEN_LIFE = 7 * DAY;
const PAGE_LIFE = 180 * DAY;
/** No more of a thread than this is read with a follow-up. */
const LONGEST_THREAD = 12;

export interface Turn {
  /** What the turn answers: a turn carried out again after a crash replaces itself. */
  readonly key: string;
  readonly question: string;
  readonly page: string;
}

interface Feedback {
  readonly page: string;
  readonly person: string;
  readonly verdict: 'up' | 'down';
  readonly reason?: string;
  readonly comment?: string;
}

/** What one person has chosen on the App Home. */
export interface Settings {
  readonly order: 'best' | 'newest';
  /** Who sees the answers to this person's commands. */
  readonly commands: 'private' | 'shared';
}

const DEFAULTS: Settings = { order: 'best', commands: 'private' };

/** What the bot remembers of its conversations; survives a restart. */
export interface Memory {
  /** True the first time `key` is met: what is done for it is done once, however often Slack delivers it. */
  firstSight(key: string): boolean;
  /** The turns of a conversation, oldest first; those of the last `within` milliseconds only, where given. */
  turns(thread: string, within?: number): readonly Turn[];
  addTurn(thread: string, turn: Turn): void;
  /** Somebody beside the asker speaks in this thread. */
  crowd(thread: string): void;
  isCrowded(thread: string): boolean;
  savePage(page: Page): void;
  page(id: string): Page | null;
  /** The latest questions of one person, newest first, each text once. */
  recentQuestions(asker: string, count: number): readonly string[];
  /** Makes `key` new again: what was to be done for it has failed. */
  unsee(key: string): void;
  settings(person: string): Settings;
  saveSettings(person: string, change: Partial<Settings>): void;
  saveFeedback(feedback: Feedback): void;
  /** Drops what has outlived its time. */
  forget(): void;
}

export function openMemory(state: State, now: () => number): Memory {
  return {
    firstSight: (key) =>
      state.run('INSERT OR IGNORE INTO seen (key, at) VALUES (?, ?)', [key, now()]) === 1,
    unsee: (key) => void state.run('DELETE FROM seen WHERE key = ?', [key]),
    settings: (person) => settings(state, person),
    saveSettings: (person, change) => {
      const json = JSON.stringify({ ...settings(state, person), ...change });
      state.run('INSERT OR REPLACE INTO settings (person, settings) VALUES (?, ?)', [person, json]);
    },
    turns: (thread, within = THREAD_LIFE) => turns(state, thread, now() - within),
    addTurn: (thread, { key, question, page }) => {
      const values = [key, thread, now(), question, page];
      state.run(
        'INSERT OR REPLACE INTO turns (key, thread, at, question, page) VALUES (?, ?, ?, ?, ?)',
        values,
      );
    },
    crowd: (thread) =>
      void state.run('INSERT OR REPLACE INTO crowded (thread, at) VALUES (?, ?)', [thread, now()]),
    isCrowded: (thread) => state.all('SELECT 1 FROM crowded WHERE thread = ?', [thread]).length > 0,
    savePage: (page) => {
      const values = [page.id, JSON.stringify(page), page.asked.asker, now()];
      state.run('INSERT OR REPLACE INTO pages (id, page, asker, at) VALUES (?, ?, ?, ?)', values);
    },
    page: (id) => {
      const [row] = state.all('SELECT page FROM pages WHERE id = ?', [id]);
      return row ? (JSON.parse(String(row.page)) as Page) : null;
    },
    recentQuestions: (asker, count) => recentQuestions(state, asker, count),
    saveFeedback: (feedback) => saveFeedback(state, feedback, now()),
    forget: () => {
      state.run('DELETE FROM seen WHERE at < ?', [now() - SEEN_LIFE]);
      state.run('DELETE FROM crowded WHERE at < ?', [now() - THREAD_LIFE]);
      state.run('DELETE FROM turns WHERE at < ?', [now() - THREAD_LIFE]);
      state.run('DELETE FROM pages WHERE at < ?', [now() - PAGE_LIFE]);
    },
  };
}

function settings(state: State, person: string): Settings {
  const [row] = state.all('SELECT settings FROM settings WHERE person = ?', [person]);
  return row ? { ...DEFAULTS, ...JSON.parse(String(row.settings)) } : DEFAULTS;
}

function turns(state: State, thread: string, since: number): Turn[] {
  const rows = state.all(
    'SELECT key, question, page FROM turns WHERE thread = ? AND at >= ? ORDER BY at DESC, rowid DESC LIMIT ?',
    [thread, since, LONGEST_THREAD],
  );
  return rows
    .map((row) => ({
      key: String(row.key),
      question: String(row.question),
      page: String(row.page),
    }))
    .reverse();
}

function recentQuestions(state: State, asker: string, count: number): string[] {
  const rows = state.all(
    "SELECT json_extract(page, '$.asked.text') AS text, MAX(at) AS latest FROM pages WHERE asker = ? GROUP BY text ORDER BY latest DESC LIMIT ?",
    [asker, count],
  );
  return rows.map((row) => String(row.text));
}

function saveFeedback(state: State, feedback: Feedback, at: number): void {
  const { page, person, verdict, reason = '', comment = '' } = feedback;
  state.run(
    'INSERT OR REPLACE INTO feedback (page, person, verdict, reason, comment, at) VALUES (?, ?, ?, ?, ?, ?)',
    [page, person, verdict, reason, comment, at],
  );
}
