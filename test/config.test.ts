import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const socket = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const http = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
};

test('without Slack settings there is no Slack, and everything else has a default', () => {
  expect(readConfig({ SLACK_BOT_TOKEN: '' })).toEqual({
    slack: null,
    port: 3000,
    corpus: 'corpus',
    state: '.state',
    logLevel: 'info',
  });
});

test('an app token means Socket Mode, also beside a signing secret', () => {
  expect(readConfig({ ...http, ...socket }).slack?.access).toEqual({
    mode: 'socket',
    botToken: 'xoxb-1',
    appToken: 'xapp-1',
  });
});

test('a signing secret alone means HTTP', () => {
  expect(readConfig(http).slack?.access.mode).toBe('http');
});

const distributed = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'secret',
  SLACK_SIGNING_SECRET: http.SLACK_SIGNING_SECRET,
  SLACK_STATE_SECRET: 'x'.repeat(32),
};

test('a client id means installation in several workspaces', () => {
  expect(readConfig(distributed).slack?.access).toMatchObject({
    mode: 'distributed',
    clientId: '1.2',
  });
});

test('other organisations are answered only where that is asked for', () => {
  expect(readConfig(socket).slack?.answerExternal).toBe(false);
  expect(readConfig({ ...socket, SLACK_ANSWER_EXTERNAL: 'yes' }).slack?.answerExternal).toBe(true);
});

test('the address of the API ends with one slash', () => {
  const config = readConfig({ ...socket, SLACK_API_URL: 'http://127.0.0.1:9999/api' });
  expect(config.slack?.apiUrl).toBe('http://127.0.0.1:9999/api/');
});

test.each([
  {
    fault: 'no bot token',
    environment: { SLACK_APP_TOKEN: 'xapp-1' },
    says: /SLACK_BOT_TOKEN is missing; copy it from https:/,
  },
  {
    fault: 'only a bot token',
    environment: { SLACK_BOT_TOKEN: 'xoxb-1' },
    says: /SLACK_APP_TOKEN is missing.*connections:write/s,
  },
  {
    fault: 'no state secret',
    environment: { ...distributed, SLACK_STATE_SECRET: '' },
    says: /SLACK_STATE_SECRET is missing; make one up/,
  },
  {
    fault: 'a user token',
    environment: { ...socket, SLACK_BOT_TOKEN: 'xoxp-1' },
    says: /SLACK_BOT_TOKEN must begin with "xoxb-"/,
  },
  {
    fault: 'swapped tokens',
    environment: { SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' },
    says: /SLACK_BOT_TOKEN.*\nSLACK_APP_TOKEN/,
  },
  {
    fault: 'a short secret',
    environment: { ...http, SLACK_SIGNING_SECRET: 'abc' },
    says: /SLACK_SIGNING_SECRET must be the secret/,
  },
  {
    fault: 'a port with letters',
    environment: { PORT: '30o0' },
    says: /PORT must be a whole number/,
  },
  { fault: 'a port too high', environment: { PORT: '65536' }, says: /PORT must be a whole number/ },
  {
    fault: 'an unknown level',
    environment: { LOG_LEVEL: 'loud' },
    says: /LOG_LEVEL must be one of debug, info, warn, error/,
  },
  {
    fault: 'an address that is none',
    environment: { ...socket, SLACK_API_URL: 'slack' },
    says: /SLACK_API_URL must be an http/,
  },
])('names the setting and where to get it: $fault', ({ environment, says }) => {
  expect(() => readConfig(environment)).toThrow(says);
});

test('no fault repeats a secret', () => {
  const secret = 'xoxp-very-secret';
  expect(() => readConfig({ ...socket, SLACK_BOT_TOKEN: secret })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('very-secret') }),
  );
});
