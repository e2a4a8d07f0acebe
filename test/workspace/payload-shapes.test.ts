import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isObject, type JsonObject, objectOf } from '../../src/workspace/json.ts';
import { DEFAULT_MANIFEST } from '../../src/workspace/manifest.ts';
import { startWorkspace, type Workspace } from '../../src/workspace/start-workspace.ts';
import { callApi, MARA, modal } from './call-api.ts';

/** Recorded from Slack by the makers of its SDKs; not part of this project. */
const FOLDER = new URL('../../../shared/slack/payloads/', import.meta.url);
const present = existsSync(FOLDER);
if (!present) process.stderr.write('payload shapes: no recorded payloads here, so not compared\n');

/** Fields that Slack sends to some apps only: Grid, old apps, or values an input happens to have. */
const SOMETIMES = new Set([
  'authed_users',
  'enterprise_id',
  'enterprise_name',
  'subtype',
  'bot_id',
]);

let workspace: Workspace;

beforeAll(async () => {
  workspace = await startWorkspace({ manifest: DEFAULT_MANIFEST });
  workspace.deliverTo('http://127.0.0.1:1/nobody');
});

afterAll(() => workspace.stop());

const recorded = (name: string): JsonObject => {
  const text = readFileSync(new URL(name, FOLDER), 'utf8');
  if (name.endsWith('.txt')) return Object.fromEntries(new URLSearchParams(text));
  return JSON.parse(text) as JsonObject;
};

/** Paths of a recording's objects that are missing here; arrays and free-form values end the walk. */
function missing(theirs: JsonObject, ours: JsonObject, path = ''): readonly string[] {
  return Object.entries(theirs).flatMap(([name, value]) => {
    if (SOMETIMES.has(name)) return [];
    if (!(name in ours)) return [`${path}${name}`];
    const inner = isObject(value) && isObject(ours[name]) && name !== 'values' && name !== 'state';
    return inner ? missing(value, objectOf(ours[name]), `${path}${name}.`) : [];
  });
}

const lastPayload = (): JsonObject => workspace.sent.at(-1)?.payload ?? {};
const eventPayload = (type: string, subtype?: string): JsonObject => {
  const found = workspace.sent.findLast(({ payload }) => {
    const event = objectOf(payload.event);
    return event.type === type && event.subtype === subtype;
  });
  return found?.payload ?? {};
};

const button = {
  type: 'button',
  action_id: 'more',
  value: 'v',
  style: 'primary',
  text: { type: 'plain_text', text: 'More' },
};
const blocks = [{ type: 'actions', elements: [button] }];

async function clickInThread(): Promise<void> {
  const { ts } = workspace.mention(MARA, 'general', 'x').message;
  const args = { channel: 'general', user: MARA, thread_ts: ts, text: 'x', blocks };
  await callApi(workspace, 'chat.postEphemeral', args);
  const [message] = workspace.ephemerals(MARA).slice(-1);
  if (message) await workspace.click(MARA, message, 'more');
}

async function clickAtHome(): Promise<void> {
  await callApi(workspace, 'views.publish', { user_id: MARA, view: { type: 'home', blocks } });
  const home = workspace.home(MARA);
  if (home) await workspace.clickInView(MARA, home, 'more');
}

async function submitModal(): Promise<void> {
  await workspace.command(MARA, 'general', 'x');
  await callApi(workspace, 'views.open', { trigger_id: lastPayload().trigger_id, view: modal() });
  await workspace.submit(MARA, {});
}

const CASES: readonly [string, () => Promise<unknown>, () => JsonObject][] = [
  [
    'event.app_mention.channel.json',
    async () => workspace.mention(MARA, 'general', 'test'),
    () => eventPayload('app_mention'),
  ],
  [
    'event.message.channel.json',
    async () => workspace.mention(MARA, 'general', 'test'),
    () => eventPayload('message'),
  ],
  [
    'event.message.message_changed.json',
    async () => workspace.edit(workspace.say(MARA, 'general', 'old').message, 'new'),
    () => eventPayload('message', 'message_changed'),
  ],
  [
    'event.message.thread_broadcast.json',
    async () => {
      const threadTs = workspace.say(MARA, 'general', 'root').message.ts;
      workspace.say(MARA, 'general', 'x', { threadTs, broadcast: true });
    },
    () => eventPayload('message', 'thread_broadcast'),
  ],
  [
    'event.app_home_opened.inner.json',
    async () => {
      await clickAtHome();
      void workspace.openHome(MARA);
    },
    () => objectOf(eventPayload('app_home_opened').event),
  ],
  ['http.slash_command.form.txt', () => workspace.command(MARA, 'general', 'x'), lastPayload],
  ['interactive.block_actions.thread.json', clickInThread, lastPayload],
  ['interactive.block_actions.home_tab.json', clickAtHome, lastPayload],
  ['interactive.global_shortcut.json', () => workspace.shortcut(MARA, 'find'), lastPayload],
  [
    'interactive.message_shortcut.json',
    () => workspace.shortcut(MARA, 'find', workspace.say(MARA, 'general', 'x').message),
    lastPayload,
  ],
  ['interactive.view_submission.json', submitModal, lastPayload],
];

describe.runIf(present)('what the workspace sends has every field of what Slack sent', () => {
  test.each(CASES)('%s', async (name, happen, payload) => {
    await happen();
    expect(missing(recorded(name), payload())).toEqual([]);
  });

  test('the field names of an envelope over Socket Mode', async () => {
    const { payload } = recorded('socket.events_api.json');
    workspace.mention(MARA, 'general', 'test');
    expect(missing(objectOf(payload), eventPayload('app_mention'))).toEqual([]);
  });
});
