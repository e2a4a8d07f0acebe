import { afterEach, describe, expect, test } from 'vitest';
import { type DoctorOptions, examineSlack, type Finding } from '../../src/slack/doctor.ts';
import { BOT_SCOPES, manifest } from '../../src/slack/manifest.ts';
import type { JsonObject } from '../../src/workspace/json.ts';
import { startWorkspace, type Workspace } from '../../src/workspace/start-workspace.ts';
import './patience.ts';
import { silentLogger } from './silent-logger.ts';

const open: Workspace[] = [];

async function workspaceWith(json: JsonObject = manifest({ mode: 'socket' })): Promise<Workspace> {
  const workspace = await startWorkspace({ manifest: json });
  open.push(workspace);
  return workspace;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((workspace) => workspace.stop()));
});

async function examined(
  workspace: Workspace,
  overrides: Partial<DoctorOptions> = {},
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const options = {
    botToken: workspace.botToken,
    appToken: workspace.appToken,
    apiUrl: workspace.apiUrl,
    port: 0,
    logger: silentLogger,
    now: Date.now,
    ...overrides,
  };
  for await (const finding of examineSlack(options)) findings.push(finding);
  return findings;
}

const troubles = (findings: readonly Finding[]) => findings.filter(({ ok }) => !ok);

test('a workspace where everything is in order has nothing to mend, and no message left in it', async () => {
  const workspace = await workspaceWith();
  const findings = await examined(workspace, { postTo: 'C0GENERAL1' });
  expect(troubles(findings)).toEqual([]);
  expect(findings.map(({ name }) => name)).toEqual([
    'bot token',
    'socket',
    'granted scopes',
    'posting',
  ]);
  expect(workspace.messages('C0GENERAL1')).toEqual([]);
});

describe.each(BOT_SCOPES)('without %s', (scope) => {
  test('the missing scope is named, with the way to get it', async () => {
    const json = manifest({ mode: 'socket' });
    const bot = BOT_SCOPES.filter((name) => name !== scope);
    const workspace = await workspaceWith({ ...json, oauth_config: { scopes: { bot } } });
    const found = troubles(await examined(workspace)).find(({ name }) => name === 'granted scopes');
    expect(found?.detail).toContain(scope);
    expect(found?.fix).toContain('quoth manifest');
  });
});

test('a bad bot token is named with where to get a good one', async () => {
  const workspace = await workspaceWith();
  const [found] = troubles(await examined(workspace, { botToken: 'xoxb-wrong' }));
  expect(found).toMatchObject({ name: 'bot token', detail: 'Slack says invalid_auth' });
  expect(found?.fix).toContain('OAuth & Permissions');
});

test('a bad app token is named with where to make one', async () => {
  const workspace = await workspaceWith();
  const [found] = troubles(await examined(workspace, { appToken: 'xapp-wrong' }));
  expect(found?.name).toBe('socket');
  expect(found?.fix).toContain('connections:write');
});

test('a Slack that cannot be reached is a matter of the network', async () => {
  const workspace = await workspaceWith();
  const found = troubles(await examined(workspace, { apiUrl: 'http://127.0.0.1:9/api/' }));
  expect(found.map(({ name }) => name)).toEqual(['bot token', 'socket']);
  expect(found[0]?.fix).toContain('network');
}, 20_000);

test('over HTTP, a signing secret of the wrong form is named', async () => {
  const workspace = await workspaceWith();
  const { appToken: _, ...rest } = { appToken: workspace.appToken };
  const findings: Finding[] = [];
  const options = {
    botToken: workspace.botToken,
    apiUrl: workspace.apiUrl,
    signingSecret: 'too short',
    port: 0,
    logger: silentLogger,
    now: Date.now,
    ...rest,
  };
  for await (const finding of examineSlack(options)) findings.push(finding);
  expect(troubles(findings)).toMatchObject([{ name: 'signing secret' }]);
});
