import type { App } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type JsonObject, objectOf } from '../../src/workspace/json.ts';
import {
  startWorkspace,
  type Workspace,
  type WorkspaceOptions,
} from '../../src/workspace/start-workspace.ts';
import { boltApp } from './bolt-app.ts';
import { callApi } from './call-api.ts';

const MARA = 'U0MARA0001';

let workspace: Workspace;
let app: App;

beforeEach(() => open({}));

async function open(options: WorkspaceOptions): Promise<void> {
  workspace = await startWorkspace(options);
  app = boltApp(workspace);
}

/** The same with little patience: for what happens when nobody acknowledges. */
async function openImpatient(): Promise<void> {
  await workspace.stop();
  await open({ ackTimeout: 500, retryDelays: [0, 10, 10] });
}

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
  await openImpatient();
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

test('an event that is not acknowledged comes again with its number and reason', async () => {
  await openImpatient();
  const opened = await callApi(workspace, 'apps.connections.open', {}, workspace.appToken);
  const socket = new WebSocket(String(opened.json.url));
  const frames: JsonObject[] = [];
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as JsonObject;
    frames.push(frame);
    const late = frame.retry_attempt === 2;
    if (late) socket.send(JSON.stringify({ envelope_id: frame.envelope_id, payload: {} }));
  });
  await workspace.until(() => frames.length === 1);
  const outcome = await workspace.emit({ type: 'app_uninstalled' });
  expect(outcome.acked).toBe(true);
  const told = frames.map((frame) => [frame.type, frame.retry_attempt, frame.retry_reason]);
  expect(told).toEqual([
    ['hello', undefined, undefined],
    ['events_api', 0, ''],
    ['events_api', 1, 'timeout'],
    ['events_api', 2, 'timeout'],
  ]);
  const ids = frames.slice(1).map(({ payload }) => objectOf(payload).event_id);
  expect(new Set(ids).size).toBe(1);
  socket.close();
});

test('the same event can be sent again under a new id', async () => {
  const ids: string[] = [];
  app.event('app_mention', async ({ body }) => {
    ids.push(body.event_id);
  });
  await start();
  workspace.mention(MARA, 'newsroom', 'once');
  const sent = await workspace.until(() =>
    workspace.sent.find(({ payload }) => objectOf(payload.event).type === 'app_mention'),
  );
  await sent.outcome;
  await workspace.redeliver(sent, { number: 1, reason: 'timeout', newId: true });
  await workspace.until(() => ids.length === 2);
  expect(new Set(ids).size).toBe(2);
});

test('an app whose connection is cut hears what it missed once it is back', async () => {
  const heard: string[] = [];
  app.event('app_mention', async ({ event }) => {
    heard.push(event.text);
  });
  await start();
  workspace.dropSockets();
  await workspace.until(() => !workspace.connected());
  workspace.mention(MARA, 'newsroom', 'in between');
  await workspace.until(() => heard.length === 1);
}, 30_000);

test('a ticket opens one connection, and nobody connects without one', async () => {
  const opened = await callApi(workspace, 'apps.connections.open', {}, workspace.appToken);
  const url = String(opened.json.url);
  const outcome = (address: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = new WebSocket(address);
      socket.on('message', () => {
        resolve('hello');
        socket.close();
      });
      socket.on('error', () => resolve('refused'));
    });
  expect(await outcome(url)).toBe('hello');
  expect(await outcome(url)).toBe('refused');
  expect(await outcome(url.replace(/ticket=.*/u, 'ticket=guess'))).toBe('refused');
});

test('a mention reaches the app twice: as a message and as a mention, under different ids', async () => {
  workspace.deliverTo('http://127.0.0.1:1/nobody');
  workspace.mention(MARA, 'newsroom', 'hello');
  const told = workspace.sent.map(({ payload }) => [
    objectOf(payload.event).type,
    payload.event_id,
  ]);
  expect(told.map(([type]) => type)).toEqual(['message', 'app_mention']);
  expect(new Set(told.map(([, id]) => id)).size).toBe(2);
});

test('where the app is no member it hears nothing', async () => {
  workspace.deliverTo('http://127.0.0.1:1/nobody');
  workspace.mention(MARA, 'random', 'hello');
  expect(workspace.sent).toEqual([]);
});

test('an edit tells the app of a change, and of a mention only where it adds one', async () => {
  workspace.deliverTo('http://127.0.0.1:1/nobody');
  const { message } = workspace.say(MARA, 'newsroom', 'plain');
  const edited = workspace.edit(message, '@quoth asked after all').message;
  workspace.edit(edited, '@quoth asked again');
  const types = workspace.sent.map(({ payload }) => {
    const event = objectOf(payload.event);
    return [event.type, event.subtype];
  });
  expect(types).toEqual([
    ['message', undefined],
    ['message', 'message_changed'],
    ['app_mention', undefined],
    ['message', 'message_changed'],
  ]);
});
