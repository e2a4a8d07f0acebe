import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from '@slack/bolt';
import { expect, test } from 'vitest';
import { createSlackApp } from '../../src/slack/create-slack-app.ts';
import { manifest } from '../../src/slack/manifest.ts';
import { openInstallations } from '../../src/slack/state/installations.ts';
import { openState } from '../../src/slack/state/open-state.ts';
import { OAUTH_CODE } from '../../src/workspace/api/access.ts';
import { startWorkspace } from '../../src/workspace/start-workspace.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import './patience.ts';
import { silentLogger } from './silent-logger.ts';
import { article, smallArchive } from './small-archive.ts';

const SECRET = 'a-state-secret-that-is-long-and-random-enough';

const installation = (team: string, token: string): Installation<'v2', boolean> => ({
  team: { id: team, name: 'Veldt' },
  enterprise: undefined,
  user: { id: 'U1', token: undefined, scopes: undefined },
  bot: { token, scopes: ['chat:write'], id: 'B1', userId: 'UBOT' },
  isEnterpriseInstall: false,
  appId: 'A1',
  authVersion: 'v2',
});

const ofTeam = (teamId: string) => ({
  teamId,
  enterpriseId: undefined,
  isEnterpriseInstall: false,
});

test('an installation comes back as it was stored, and lies encrypted on disk', async () => {
  const directory = scratchFolder();
  const state = openState(directory);
  const store = openInstallations(state, { secret: SECRET, now: Date.now });
  await store.storeInstallation(installation('T1', 'xoxb-one'));
  await store.storeInstallation(installation('T2', 'xoxb-two'));
  expect((await store.fetchInstallation(ofTeam('T1'))).bot?.token).toBe('xoxb-one');
  expect((await store.fetchInstallation(ofTeam('T2'))).bot?.token).toBe('xoxb-two');
  expect(readFileSync(join(directory, 'slack.db'), 'latin1')).not.toContain('xoxb-');
  const stranger = openInstallations(state, { secret: `${SECRET}!`, now: Date.now });
  await expect(stranger.fetchInstallation(ofTeam('T1'))).rejects.toThrow();
  await store.deleteInstallation(ofTeam('T1'));
  await expect(store.fetchInstallation(ofTeam('T1'))).rejects.toThrow('not installed');
  state.close();
});

test('an installation in a whole organisation serves its workspaces', async () => {
  const state = openState(null);
  const store = openInstallations(state, { secret: SECRET, now: Date.now });
  const whole = {
    ...installation('', 'xoxb-org'),
    team: undefined,
    enterprise: { id: 'E1' },
    isEnterpriseInstall: true,
  };
  await store.storeInstallation(whole);
  const asked = { teamId: 'T9', enterpriseId: 'E1', isEnterpriseInstall: true };
  expect((await store.fetchInstallation(asked)).bot?.token).toBe('xoxb-org');
  expect((await store.fetchInstallation({ ...asked, isEnterpriseInstall: false })).bot?.token).toBe(
    'xoxb-org',
  );
  state.close();
});

test('from the installation page to an answer, and to nothing once the app is removed', async () => {
  const workspace = await startWorkspace({
    manifest: manifest({ mode: 'http', url: 'https://quoth.example.org', distributed: true }),
  });
  const { clientId, clientSecret, signingSecret } = workspace.world.secrets;
  const app = createSlackApp({
    archive: smallArchive([article('The harbour of Veldt will reopen on Monday, the mayor said.')]),
    oauth: { clientId, clientSecret, stateSecret: SECRET },
    signingSecret,
    apiUrl: workspace.apiUrl,
    port: 0,
    stateDirectory: null,
    logger: silentLogger,
    now: Date.now,
  });
  const { port } = await app.start();
  const host = `http://127.0.0.1:${port}`;
  workspace.deliverTo(`${host}/slack/events`);

  const page = await fetch(`${host}/slack/install`);
  const state = /state=([^"&]+)/.exec(await page.text())?.[1] ?? '';
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const stranger = await fetch(`${host}/slack/oauth_redirect?code=${OAUTH_CODE}&state=${state}`);
  expect(stranger.status).toBe(400);
  const back = await fetch(`${host}/slack/oauth_redirect?code=${OAUTH_CODE}&state=${state}`, {
    headers: { cookie },
  });
  expect(back.status).toBe(200);

  const { message } = workspace.mention('U0MARA0001', 'newsroom', 'harbour?');
  const [answer] = await workspace.until(() => {
    const found = workspace.replies(message).filter(({ botId }) => botId);
    return found.length > 0 && found;
  });
  expect(answer?.text).toContain('The harbour of Veldt');

  await workspace.emit({ type: 'app_uninstalled' });
  const after = workspace.mention('U0MARA0001', 'newsroom', 'harbour again?');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(workspace.replies(after.message)).toEqual([]);
  await app.stop();
  await workspace.stop();
});
