import type { App } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../src/workspace/start-workspace.ts';
import { boltApp } from './bolt-app.ts';

const MARA = 'U0MARA0001';

let workspace: Workspace;
let app: App;

beforeEach(async () => {
  workspace = await startWorkspace({ ackTimeout: 200, retryDelays: [0, 10, 10] });
  app = boltApp(workspace);
});

afterEach(async () => {
  await app.stop();
  await workspace.stop();
});

async function start(): Promise<void> {
  await app.init();
  await app.start();
}

test('a mention in a channel is answered in its thread', async () => {
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: `heard: ${event.text}`, thread_ts: event.thread_ts ?? event.ts });
  });
  await start();
  const { message } = workspace.mention(MARA, 'newsroom', 'who said what?');
  const reply = await workspace.until(() => workspace.replies(message)[0]);
  expect(reply.text).toBe(`heard: <@${workspace.world.bot.user}> who said what?`);
});

test('a slash command is answered where the app is no member', async () => {
  app.command('/quoth', async ({ ack, respond, command }) => {
    await ack();
    await respond({ text: `you asked: ${command.text}` });
  });
  await start();
  await workspace.command(MARA, 'random', 'what now?');
  const answer = await workspace.until(() => workspace.ephemerals(MARA)[0]);
  expect(answer.text).toBe('you asked: what now?');
  expect(workspace.messages('random')).toEqual([]);
});

test('a command nobody acknowledges says so to the person who gave it', async () => {
  app.command('/quoth', async () => undefined);
  await start();
  const outcome = await workspace.command(MARA, 'newsroom', 'anyone?');
  expect(outcome).toEqual({ acked: false, reason: 'timeout' });
  expect(workspace.ephemerals(MARA).map((message) => message.text)).toEqual([
    '/quoth failed with the error "operation_timeout"',
  ]);
});

test('a button opens a modal and its form comes back', async () => {
  const seen: unknown[] = [];
  app.command('/quoth', async ({ ack, respond }) => {
    await ack();
    const text = { type: 'plain_text' as const, text: 'More' };
    const button = { type: 'button' as const, action_id: 'more', value: 'v', text };
    await respond({ text: 'x', blocks: [{ type: 'actions', elements: [button] }] });
  });
  app.action('more', async ({ ack, body, client }) => {
    await ack();
    const trigger_id = 'trigger_id' in body ? body.trigger_id : '';
    await client.views.open({
      trigger_id,
      view: {
        type: 'modal',
        callback_id: 'form',
        title: { type: 'plain_text', text: 'Tell' },
        submit: { type: 'plain_text', text: 'Send' },
        blocks: [
          {
            type: 'input',
            block_id: 'why',
            label: { type: 'plain_text', text: 'Why' },
            element: { type: 'plain_text_input', action_id: 'why_text' },
          },
        ],
      },
    });
  });
  app.view('form', async ({ ack, view }) => {
    seen.push(view.state.values.why?.why_text?.value);
    await ack();
  });
  await start();
  await workspace.command(MARA, 'newsroom', 'x');
  const answer = await workspace.until(() => workspace.ephemerals(MARA)[0]);
  await workspace.click(MARA, answer, 'more');
  await workspace.until(() => workspace.modal(MARA));
  expect(await workspace.submit(MARA, {})).toEqual({
    kind: 'errors',
    errors: { why: 'Please complete this required field.' },
  });
  expect(await workspace.submit(MARA, { why_text: 'because' })).toEqual({ kind: 'closed' });
  expect(seen).toEqual(['because']);
  expect(workspace.modal(MARA)).toBeUndefined();
});

test('an event that finds no connection waits for one', async () => {
  const heard: string[] = [];
  app.event('app_mention', async ({ event }) => {
    heard.push(event.text);
  });
  const { delivered } = workspace.mention(MARA, 'newsroom', 'early');
  await start();
  expect((await delivered).map((outcome) => outcome.acked)).toEqual([true, true]);
  await workspace.until(() => heard.length === 1);
});
