import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JsonObject } from '../../src/workspace/json.ts';
import { startWorkspace, type Workspace } from '../../src/workspace/start-workspace.ts';
import { callApi, MARA, section, TOMAS } from './call-api.ts';

let workspace: Workspace;
let time = 1_800_000_000_000;

beforeEach(async () => {
  workspace = await startWorkspace({ now: () => time });
  workspace.deliverTo('http://127.0.0.1:1/nobody');
});

afterEach(() => workspace.stop());

async function respond(url: unknown, body: JsonObject): Promise<number> {
  const response = await fetch(String(url), { method: 'POST', body: JSON.stringify(body) });
  return response.status;
}

async function fromCommand(channel: string): Promise<unknown> {
  await workspace.command(MARA, channel, 'x');
  return workspace.sent.at(-1)?.payload.response_url;
}

const said = () => workspace.ephemerals(MARA).filter(({ botId }) => botId !== undefined);

test('serves five times, also where the app is no member', async () => {
  const url = await fromCommand('random');
  const statuses = [];
  for (let number = 1; number <= 6; number += 1) statuses.push(await respond(url, { text: 'x' }));
  expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  expect(said()).toHaveLength(5);
});

test('serves thirty minutes', async () => {
  const url = await fromCommand('general');
  time += 30 * 60_000 + 1;
  expect(await respond(url, { text: 'late' })).toBe(404);
});

test('speaks to one person unless told to speak to all', async () => {
  const url = await fromCommand('general');
  await respond(url, { text: 'for one' });
  await respond(url, { text: 'for all', response_type: 'in_channel' });
  expect(said().map(({ text }) => text)).toEqual(['for one']);
  expect(workspace.messages('general').map(({ text }) => text)).toEqual(['for all']);
});

test('fails as told, like any method', async () => {
  const url = await fromCommand('general');
  workspace.fail('response_url', { kind: 'ratelimited', retryAfter: 3 });
  workspace.fail('response_url', { kind: 'http', status: 500 });
  const statuses = [await respond(url, { text: 'x' }), await respond(url, { text: 'x' })];
  workspace.fail('response_url', { kind: 'lost' });
  await expect(respond(url, { text: 'heard all the same' })).rejects.toThrow();
  expect(statuses).toEqual([429, 500]);
  expect(said().map(({ text }) => text)).toEqual(['heard all the same']);
});

test('refuses what Slack refuses', async () => {
  const url = await fromCommand('general');
  expect(await respond(url, { text: '' })).toBe(400);
  expect(await respond(url, { blocks: [section('x'.repeat(3_001))] })).toBe(400);
});

test('a click on a message for one person can replace and delete it', async () => {
  const button = {
    type: 'button',
    action_id: 'more',
    text: { type: 'plain_text', text: 'More' },
  };
  const blocks = [{ type: 'actions', elements: [button] }];
  await callApi(workspace, 'chat.postEphemeral', {
    channel: 'general',
    user: MARA,
    text: 'old',
    blocks,
  });
  const click = async () => {
    const [message] = said();
    if (message === undefined) throw new Error('no message to click on');
    await workspace.click(MARA, message, 'more');
    return workspace.sent.at(-1)?.payload;
  };
  const payload = await click();
  expect(payload).not.toHaveProperty('message');
  expect(payload?.container).toMatchObject({ is_ephemeral: true });
  await respond(payload?.response_url, { text: 'new', blocks, replace_original: true });
  expect(said().map(({ text }) => text)).toEqual(['new']);
  await respond((await click())?.response_url, { delete_original: true });
  expect(said()).toEqual([]);
});

test('nobody clicks on what only somebody else sees', async () => {
  const text = { type: 'plain_text', text: 'More' };
  const blocks = [{ type: 'actions', elements: [{ type: 'button', action_id: 'more', text }] }];
  await callApi(workspace, 'chat.postEphemeral', {
    channel: 'general',
    user: MARA,
    text: 'x',
    blocks,
  });
  const [message] = said();
  if (message === undefined) throw new Error('no message to click on');
  expect(await workspace.click(TOMAS, message, 'more')).toBeNull();
  expect(workspace.sent).toEqual([]);
});
