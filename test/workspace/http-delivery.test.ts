import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../src/workspace/start-workspace.ts';

const MARA = 'U0MARA0001';

let workspace: Workspace;
let server: Server;

beforeEach(async () => {
  workspace = await startWorkspace({ retryDelays: [0, 10, 10] });
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await workspace.stop();
});

async function startBolt(): Promise<App> {
  const receiver = new HTTPReceiver({
    signingSecret: workspace.signingSecret,
    logLevel: LogLevel.ERROR,
  });
  const app = new App({
    token: workspace.botToken,
    receiver,
    deferInitialization: true,
    convoStore: false,
    clientOptions: { slackApiUrl: workspace.apiUrl },
  });
  await app.init();
  server = createServer(receiver.requestListener);
  await listen();
  return app;
}

async function listen(): Promise<void> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  workspace.deliverTo(`http://127.0.0.1:${port}/slack/events`);
}

test('signed events and commands reach a Bolt app over HTTP', async () => {
  const app = await startBolt();
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: 'heard', thread_ts: event.ts });
  });
  app.command('/quoth', async ({ ack, command }) => {
    await ack({ response_type: 'in_channel', text: `in answer to ${command.text}` });
  });
  const { message } = workspace.mention(MARA, 'newsroom', 'hello');
  await workspace.until(() => workspace.replies(message)[0]);
  await workspace.command(MARA, 'random', 'this & that');
  expect(workspace.messages('random').map(({ text }) => text)).toEqual([
    'in answer to this &amp; that',
  ]);
});

test('an event that the app refuses comes again with its number and reason', async () => {
  const tries: unknown[] = [];
  server = createServer((request, response) => {
    tries.push([request.headers['x-slack-retry-num'], request.headers['x-slack-retry-reason']]);
    response.writeHead(500).end();
  });
  await listen();
  const outcome = await workspace.emit({ type: 'app_uninstalled' });
  expect(outcome.acked).toBe(false);
  expect(tries).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_error'],
    ['3', 'http_error'],
  ]);
});

test('X-Slack-No-Retry ends the tries', async () => {
  let tries = 0;
  server = createServer((_, response) => {
    tries += 1;
    response.writeHead(500, { 'x-slack-no-retry': '1' }).end();
  });
  await listen();
  await workspace.emit({ type: 'app_uninstalled' });
  expect(tries).toBe(1);
});
