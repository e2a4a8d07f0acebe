import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../src/workspace/start-workspace.ts';

let workspace: Workspace;

beforeAll(async () => {
  workspace = await startWorkspace();
});

afterAll(() => workspace.stop());

interface Asked {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** fetch sets some headers itself; a plain request sends what it is told. */
function statusOf({ path, method = 'GET', headers = {}, body = '' }: Asked): Promise<number> {
  const { port } = new URL(workspace.url);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const say = { path: '/client/say', method: 'POST', body: '{"channel":"general","text":"hello"}' };
const json = { 'content-type': 'application/json' };

describe('only the page itself drives the workspace', () => {
  test.each<[string, Asked]>([
    ['a foreign name for this machine', { ...say, headers: { ...json, host: 'evil.example:80' } }],
    ['another site', { ...say, headers: { ...json, origin: 'https://evil.example' } }],
    [
      'another page of this machine',
      { ...say, headers: { ...json, origin: 'http://127.0.0.1:1' } },
    ],
    ['a cross-site request', { ...say, headers: { ...json, 'sec-fetch-site': 'cross-site' } }],
    ['a plain form', { ...say, headers: { 'content-type': 'text/plain' } }],
    [
      'state read by another site',
      { path: '/client/feed', headers: { 'sec-fetch-site': 'same-site' } },
    ],
    ['the API under a foreign name', { path: '/api/auth.test', headers: { host: 'evil.example' } }],
  ])('%s is turned away', async (_, asked) => {
    expect(await statusOf(asked)).toBe(403);
    expect(workspace.messages('general')).toEqual([]);
  });

  test('nothing but the page’s own files is served', async () => {
    const paths = [
      '/page/../start-workspace.ts',
      '/page/..%2fworld.ts',
      '/world.ts',
      '/page/tsconfig.json',
    ];
    expect(await Promise.all(paths.map((path) => statusOf({ path })))).toEqual([
      404, 404, 404, 404,
    ]);
    const own = ['/', '/page/main.ts', '/page/blocks/mrkdwn.ts', '/page/page.css', '/json.ts'];
    expect(await Promise.all(own.map((path) => statusOf({ path })))).toEqual([
      200, 200, 200, 200, 200,
    ]);
  });

  test('a person does only what that person may', async () => {
    const own = workspace.say('U0TOMAS002', 'general', 'mine').message;
    const body = JSON.stringify({ channel: 'general', ts: own.ts, text: 'yours' });
    const edit = { path: '/client/edit?as=U0MARA0001', method: 'POST', headers: json, body };
    expect(await statusOf(edit)).toBe(400);
    expect(workspace.messages('general').at(-1)?.text).toBe('mine');
  });
});
