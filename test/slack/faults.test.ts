import { describe, expect, test } from 'vitest';
import type { Fault, Message } from '../../src/workspace/world.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { MARA, MODES, onWorkspace, stagedForATest } from './on-workspace.ts';
import { article, smallArchive } from './small-archive.ts';

const archive = smallArchive([
  article('The harbour of Veldt will reopen on Monday, the mayor said.\nThe harbour was closed.'),
]);
const stage = stagedForATest();

/** Time for a second answer to come, if one were to. */
const pause = (milliseconds = 400) => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Row {
  readonly trouble: string;
  readonly method: string;
  readonly fault: Fault;
  readonly times?: number;
}

const THREAD_ROWS: readonly Row[] = [
  {
    trouble: 'a rate limit',
    method: 'chat.postMessage',
    fault: { kind: 'ratelimited', retryAfter: 1 },
  },
  {
    trouble: 'a broken Slack',
    method: 'chat.postMessage',
    fault: { kind: 'http', status: 500 },
    times: 3,
  },
  {
    trouble: 'an unavailable Slack',
    method: 'chat.postMessage',
    fault: { kind: 'http', status: 503 },
  },
  {
    trouble: 'an internal error',
    method: 'chat.postMessage',
    fault: { kind: 'error', code: 'internal_error' },
  },
  { trouble: 'a dropped connection', method: 'chat.postMessage', fault: { kind: 'drop' } },
  {
    trouble: 'an answer of Slack that is lost',
    method: 'chat.postMessage',
    fault: { kind: 'lost' },
  },
  {
    trouble: 'a slow Slack',
    method: 'chat.postMessage',
    fault: { kind: 'slow', milliseconds: 1500 },
  },
  {
    trouble: 'refused blocks',
    method: 'chat.postMessage',
    fault: { kind: 'error', code: 'invalid_blocks' },
  },
  {
    trouble: 'blocks called too long',
    method: 'chat.postMessage',
    fault: { kind: 'error', code: 'msg_blocks_too_long' },
  },
  {
    trouble: 'a status that is refused',
    method: 'assistant.threads.setStatus',
    fault: { kind: 'error', code: 'unknown_method' },
  },
  {
    trouble: 'a status that is rate limited',
    method: 'assistant.threads.setStatus',
    fault: { kind: 'ratelimited', retryAfter: 30 },
  },
  {
    trouble: 'a status that never returns',
    method: 'assistant.threads.setStatus',
    fault: { kind: 'slow', milliseconds: 3000 },
  },
];

describe.each(MODES)('over %s', (mode) => {
  test.each(THREAD_ROWS)(
    'one answer in spite of $trouble',
    async ({ method, fault, times }) => {
      const { workspace, answers } = await stage(archive, mode);
      workspace.fail(method, fault, times);
      const { message } = workspace.dm(MARA, 'what about the harbour?');
      await answers(message);
      await pause();
      const found = await answers(message);
      expect(found).toHaveLength(1);
      expect(found[0]?.text).toContain(
        'The harbour of Veldt will reopen on Monday, the mayor said.',
      );
    },
    20_000,
  );

  test.each(['not_in_channel', 'is_archived', 'restricted_action', 'thread_locked'])(
    'where the thread is closed (%s), the asker is answered directly',
    async (code) => {
      const { workspace } = await stage(archive, mode);
      workspace.fail('chat.postMessage', { kind: 'error', code });
      workspace.mention(MARA, 'newsroom', 'harbour?');
      const [answer] = await workspace.until(() => {
        const found = workspace.messages('D0MARA0001').filter(({ botId }) => botId);
        return found.length > 0 && found;
      });
      expect(answer?.text).toContain('The harbour of Veldt');
    },
  );

  test.each<Row>([
    { trouble: 'a broken Slack', method: 'response_url', fault: { kind: 'http', status: 500 } },
    { trouble: 'a dropped connection', method: 'response_url', fault: { kind: 'drop' } },
    { trouble: 'a spent address', method: 'response_url', fault: { kind: 'http', status: 404 } },
  ])('a command is answered once in spite of $trouble', async ({ method, fault }) => {
    const { workspace, ephemerals } = await stage(archive, mode);
    workspace.fail(method, fault);
    await workspace.command(MARA, 'newsroom', 'harbour');
    await ephemerals(MARA);
    await pause();
    expect(workspace.ephemerals(MARA)).toHaveLength(1);
  });

  test.each(['expired_trigger_id', 'invalid_trigger_id', 'exchanged_trigger_id'])(
    'a modal that opens too late (%s) is told to the one who pressed',
    async (code) => {
      const { workspace, answers, ephemerals } = await stage(archive, mode);
      const { message } = workspace.mention(MARA, 'newsroom', 'harbour?');
      const [answer] = await answers(message);
      workspace.fail('views.open', { kind: 'error', code });
      await workspace.click(MARA, answer as Message, 'context/0');
      const [told] = await ephemerals(MARA);
      expect(told?.text).toContain('press it once more');
    },
  );

  test('a modal that Slack cannot open is a failure with a reference', async () => {
    const { workspace, answers, ephemerals } = await stage(archive, mode);
    const { message } = workspace.mention(MARA, 'newsroom', 'harbour?');
    const [answer] = await answers(message);
    workspace.fail('views.open', { kind: 'http', status: 500 }, 5);
    await workspace.click(MARA, answer as Message, 'context/0');
    const [told] = await ephemerals(MARA);
    expect(told?.text).toMatch(/reference: [0-9A-F]{8}/);
  });

  test('a message delivered again, under the same and under new ids, early and late, is answered once', async () => {
    const { workspace, answers } = await stage(archive, mode);
    const { message } = workspace.dm(MARA, 'harbour?');
    const first = await workspace.until(() =>
      workspace.sent.find(({ type }) => type === 'events_api'),
    );
    await workspace.redeliver(first, { number: 1, reason: 'http_timeout' });
    await workspace.redeliver(first, { number: 2, reason: 'http_timeout', newId: true });
    await answers(message);
    await workspace.redeliver(first, { number: 3, reason: 'http_error' });
    await workspace.repeat(message);
    await pause();
    expect(await answers(message)).toHaveLength(1);
  });

  test('what a crash cut off is answered after the restart, once, and never again', async () => {
    const stateDirectory = scratchFolder();
    const { workspace, answers, restart } = await stage(archive, mode, { app: { stateDirectory } });
    workspace.fail('chat.postMessage', { kind: 'http', status: 500 }, 2);
    const { message } = workspace.dm(MARA, 'harbour?');
    await workspace.until(() => workspace.calls('chat.postMessage').length > 0);
    await restart();
    await answers(message);
    const first = await workspace.until(() =>
      workspace.sent.find(({ type }) => type === 'events_api'),
    );
    await workspace.redeliver(first, { number: 1, reason: 'http_timeout', newId: true });
    await restart();
    await pause();
    expect(await answers(message)).toHaveLength(1);
  });

  test('an answer that was posted just before the crash is not posted again', async () => {
    const stateDirectory = scratchFolder();
    const { workspace, answers, restart } = await stage(archive, mode, { app: { stateDirectory } });
    workspace.fail('chat.postMessage', { kind: 'lost' });
    workspace.fail('conversations.replies', { kind: 'http', status: 500 });
    const { message } = workspace.dm(MARA, 'harbour?');
    await workspace.until(() => workspace.calls('chat.postMessage').length > 0);
    await restart();
    await pause();
    expect(await answers(message)).toHaveLength(1);
  });
});

test('a socket that drops is opened again, and what was said meanwhile is answered', async () => {
  const { workspace, answers, app } = await stage(archive, 'socket');
  expect(app().health().ok).toBe(true);
  workspace.dropSockets();
  await workspace.until(() => !app().health().ok);
  const { message } = workspace.dm(MARA, 'harbour?');
  expect(await answers(message)).toHaveLength(1);
  expect(app().health().ok).toBe(true);
}, 30_000);

test('a bad token rejects the start, saying so, and leaves no promise to fail', async () => {
  const failing = onWorkspace(archive, 'socket', { app: { botToken: 'xoxb-wrong' } });
  await expect(failing).rejects.toThrow('invalid_auth');
});
