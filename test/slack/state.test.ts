import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openInbox } from '../../src/slack/state/inbox.ts';
import { openMemory } from '../../src/slack/state/memory.ts';
import { openState } from '../../src/slack/state/open-state.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import './patience.ts';

const MINUTE = 60_000;

function clock(start = 1_900_000_000_000) {
  let time = start;
  return { now: () => time, pass: (milliseconds: number) => (time += milliseconds) };
}

const asked = { text: 'harbour?', previous: [], filters: {}, asOf: '2031-04-02', asker: 'U1' };

test('what is remembered survives the process', () => {
  const directory = scratchFolder();
  const { now } = clock();
  const first = openState(directory);
  const before = openMemory(first, now);
  expect(before.firstSight('a')).toBe(true);
  before.addTurn('C1:1', { key: 'k1', question: 'harbour?', page: 'p1' });
  before.savePage({ id: 'p1', asked, before: [], shown: ['e1'] });
  first.close();
  const second = openState(directory);
  const after = openMemory(second, now);
  expect(after.firstSight('a')).toBe(false);
  expect(after.turns('C1:1')).toEqual([{ key: 'k1', question: 'harbour?', page: 'p1' }]);
  expect(after.page('p1')?.shown).toEqual(['e1']);
  expect(after.recentQuestions('U1', 5)).toEqual(['harbour?']);
  second.close();
});

test('a lock left behind by a process that was killed is taken away', () => {
  const directory = scratchFolder();
  openState(directory).close();
  const lock = join(directory, 'slack.db.lock');
  mkdirSync(lock);
  const past = Date.now() / 1000 - 60;
  utimesSync(lock, past, past);
  const state = openState(directory);
  expect(openMemory(state, Date.now).firstSight('a')).toBe(true);
  expect(existsSync(lock)).toBe(false);
  state.close();
});

test('a file that is no database is set aside, and a new one begun', () => {
  const directory = scratchFolder();
  writeFileSync(join(directory, 'slack.db'), 'this is no database, '.repeat(200));
  const troubles: string[] = [];
  const state = openState(directory, { onTrouble: (message) => troubles.push(message) });
  expect(openMemory(state, Date.now).firstSight('a')).toBe(true);
  expect(troubles.join()).toContain('set aside');
  expect(readdirSync(directory).some((name) => name.includes('damaged'))).toBe(true);
  state.close();
});

test('a folder that disappears is made again, and the bot goes on', () => {
  const directory = scratchFolder();
  const troubles: string[] = [];
  const state = openState(directory, { onTrouble: (message) => troubles.push(message) });
  const memory = openMemory(state, Date.now);
  expect(memory.firstSight('a')).toBe(true);
  rmSync(directory, { recursive: true });
  expect(memory.firstSight('b')).toBe(true);
  expect(memory.firstSight('b')).toBe(false);
  expect(troubles).not.toEqual([]);
  state.close();
});

test('two processes on one folder see what the other has seen', () => {
  const directory = scratchFolder();
  const [one, other] = [openState(directory), openState(directory)];
  expect(openMemory(one, Date.now).firstSight('a')).toBe(true);
  expect(openMemory(other, Date.now).firstSight('a')).toBe(false);
  one.close();
  other.close();
});

test('a thread is forgotten after fourteen silent days, a question in a hurry sooner', () => {
  const time = clock();
  const state = openState(null);
  const memory = openMemory(state, time.now);
  memory.addTurn('C1:1', { key: 'k1', question: 'harbour?', page: 'p1' });
  time.pass(20 * MINUTE);
  expect(memory.turns('C1:1', 15 * MINUTE)).toEqual([]);
  expect(memory.turns('C1:1')).toHaveLength(1);
  time.pass(15 * 24 * 60 * MINUTE);
  expect(memory.turns('C1:1')).toEqual([]);
  memory.forget();
  state.close();
});

test('settings and feedback replace what the same person said before', () => {
  const state = openState(null);
  const memory = openMemory(state, Date.now);
  memory.saveSettings('U1', { order: 'newest' });
  memory.saveSettings('U1', { commands: 'shared' });
  expect(memory.settings('U1')).toEqual({ order: 'newest', commands: 'shared' });
  expect(memory.settings('U2')).toEqual({ order: 'best', commands: 'private' });
  memory.saveFeedback({ page: 'p1', person: 'U1', verdict: 'up' });
  memory.saveFeedback({ page: 'p1', person: 'U1', verdict: 'down', reason: 'speaker' });
  expect(state.all('SELECT verdict, reason FROM feedback')).toEqual([
    { verdict: 'down', reason: 'speaker' },
  ]);
  state.close();
});

test('a job is taken once, and found again by whoever comes after its process', () => {
  const time = clock();
  const state = openState(null);
  const alive = (owner: string) => owner === 'running';
  const inboxOf = (owner: string) =>
    openInbox<{ text: string }>(state, { now: time.now, owner, alive });
  const dead = inboxOf('dead');
  const running = inboxOf('running');
  expect(dead.take('k1', { text: 'harbour?' })).toBe(true);
  expect(running.take('k1', { text: 'harbour?' })).toBe(false);
  dead.posting('k1');
  running.take('k2', { text: 'mine' });
  const next = inboxOf('next');
  expect(next.unfinished()).toMatchObject([
    { key: 'k1', stage: 'posting', request: { text: 'harbour?' } },
  ]);
  expect(next.unfinished()).toEqual([]);
  next.finish('k1');
  expect(next.knows('k1')).toBe(true);
  state.close();
});

test('a job put off comes back when it is due, or at once after a restart; never after half an hour', () => {
  const time = clock();
  const state = openState(null);
  const inbox = openInbox<object>(state, { now: time.now, owner: 'me', alive: () => false });
  inbox.take('k1', {});
  inbox.postpone('k1', MINUTE);
  expect(inbox.unfinished()).toEqual([]);
  expect(inbox.unfinished({ postponed: true })).toHaveLength(1);
  inbox.postpone('k1', MINUTE);
  time.pass(MINUTE);
  expect(inbox.unfinished()).toMatchObject([{ attempts: 2 }]);
  inbox.postpone('k1', MINUTE);
  time.pass(40 * MINUTE);
  expect(inbox.unfinished({ postponed: true })).toEqual([]);
  state.close();
});
