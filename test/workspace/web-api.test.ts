import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_MANIFEST } from '../../src/workspace/manifest.ts';
import { startWorkspace, type Workspace } from '../../src/workspace/start-workspace.ts';
import { callApi, errorOf, MARA, modal, section } from './call-api.ts';

let workspace: Workspace;
let time = 1_800_000_000_000;

beforeEach(async () => {
  workspace = await startWorkspace({ now: () => time });
});

afterEach(() => workspace.stop());

describe('tokens', () => {
  test.each([
    ['auth.test', '', 'not_authed'],
    ['auth.test', 'xoxb-somebody-else', 'invalid_auth'],
    ['chat.postMessage', 'app', 'not_allowed_token_type'],
    ['apps.connections.open', 'bot', 'not_allowed_token_type'],
    ['apps.connections.open', 'app', 'ok'],
    ['no.such.method', 'bot', 'unknown_method'],
    ['constructor', 'bot', 'unknown_method'],
  ])('%s with token "%s" ends with %s', async (method, token, expected) => {
    const tokens: Readonly<Record<string, string>> = {
      app: workspace.appToken,
      bot: workspace.botToken,
    };
    expect(await errorOf(workspace, method, {}, tokens[token] ?? token)).toBe(expected);
  });

  test('auth.test tells the granted scopes in a header', async () => {
    const { headers, json } = await callApi(workspace, 'auth.test');
    expect(headers.get('x-oauth-scopes')).toContain('chat:write');
    expect(json).toMatchObject({ ok: true, user_id: workspace.world.bot.user });
  });

  test('a method whose scope the manifest lacks names what is needed', async () => {
    const { json } = await callApi(workspace, 'reactions.add', { channel: 'general' });
    expect(json).toMatchObject({ ok: false, error: 'missing_scope', needed: 'reactions:write' });
  });
});

describe('chat.postMessage', () => {
  test.each([
    ['a channel nobody knows', { channel: 'C0NOBODY00', text: 'x' }, 'channel_not_found'],
    ['a channel it was not invited to', { channel: 'random', text: 'x' }, 'not_in_channel'],
    ['nothing to say', { channel: 'general' }, 'no_text'],
    [
      'text past 40,000 characters',
      { channel: 'general', text: 'x'.repeat(40_001) },
      'msg_too_long',
    ],
    ['blocks that are not a list', { channel: 'general', blocks: '{"a"' }, 'invalid_blocks_format'],
    [
      'a section past 3,000 characters',
      { channel: 'general', blocks: [section('x'.repeat(3_001))] },
      'invalid_blocks',
    ],
    [
      'blocks with too many words in all',
      { channel: 'general', blocks: Array.from({ length: 6 }, () => section('x'.repeat(2_500))) },
      'msg_blocks_too_long',
    ],
    [
      'metadata without a type',
      { channel: 'general', text: 'x', metadata: {} },
      'invalid_metadata_format',
    ],
  ])('refuses %s', async (_, args, expected) => {
    expect(await errorOf(workspace, 'chat.postMessage', args)).toBe(expected);
    expect(workspace.messages('general')).toEqual([]);
  });

  test('says where blocks break a limit', async () => {
    const { json } = await callApi(workspace, 'chat.postMessage', {
      channel: 'general',
      blocks: [section('fine'), section('x'.repeat(3_001))],
    });
    const words = '[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]';
    expect(json.response_metadata).toEqual({ messages: [words] });
  });

  test('a reply to a reply joins the thread of the root', async () => {
    const root = workspace.say(MARA, 'general', 'root').message;
    const reply = workspace.say(MARA, 'general', 'reply', { threadTs: root.ts }).message;
    await callApi(workspace, 'chat.postMessage', {
      channel: 'general',
      text: 'x',
      thread_ts: reply.ts,
    });
    expect(workspace.replies(root).map(({ text }) => text)).toEqual(['reply', 'x']);
  });

  test('a person’s id means the direct message with that person', async () => {
    await callApi(workspace, 'chat.postMessage', { channel: MARA, text: 'hello' });
    expect(workspace.messages(`D${MARA.slice(1)}`).map(({ text }) => text)).toEqual(['hello']);
  });

  test('stray control characters are stored as entities, control sequences stay', async () => {
    const text = 'a < b & c > d &amp; <https://example.org|a link> <@U1> <!here>';
    await callApi(workspace, 'chat.postMessage', { channel: 'general', text });
    expect(workspace.messages('general')[0]?.text).toBe(
      'a &lt; b &amp; c &gt; d &amp; <https://example.org|a link> <@U1> <!here>',
    );
  });

  test('Slack’s own client is understood: forms with JSON in their fields', async () => {
    const client = new webApi.WebClient(workspace.botToken, { slackApiUrl: workspace.apiUrl });
    const posted = await client.chat.postMessage({
      channel: 'general',
      text: 'both',
      blocks: [{ type: 'divider' }],
      unfurl_links: false,
    });
    expect(posted.ok).toBe(true);
    expect(workspace.calls('chat.postMessage')[0]?.args).toMatchObject({
      channel: 'general',
      blocks: [{ type: 'divider' }],
      unfurl_links: 'false',
    });
  });
});

describe('changing messages', () => {
  test('only the app’s own can be changed or deleted', async () => {
    const { ts, channel } = workspace.say(MARA, 'general', 'mine').message;
    const update = await errorOf(workspace, 'chat.update', { channel, ts, text: 'yours' });
    expect(update).toBe('cant_update_message');
    expect(await errorOf(workspace, 'chat.delete', { channel, ts })).toBe('cant_delete_message');
  });

  test('an update has 4,000 characters, and takes blocks away when it brings none', async () => {
    const posted = await callApi(workspace, 'chat.postMessage', {
      channel: 'general',
      text: 'x',
      blocks: [section('x')],
    });
    const at = { channel: 'general', ts: posted.json.ts };
    const long = await errorOf(workspace, 'chat.update', { ...at, text: 'x'.repeat(4_001) });
    expect(long).toBe('msg_too_long');
    await callApi(workspace, 'chat.update', { ...at, text: 'short' });
    expect(workspace.messages('general')[0]).toMatchObject({ text: 'short', blocks: [] });
    expect(await errorOf(workspace, 'chat.delete', at)).toBe('ok');
    expect(await errorOf(workspace, 'chat.delete', at)).toBe('message_not_found');
  });

  test('a message for one person needs that person in the channel', async () => {
    const args = { channel: 'general', user: 'U0NOBODY00', text: 'x' };
    expect(await errorOf(workspace, 'chat.postEphemeral', args)).toBe('user_not_in_channel');
    await callApi(workspace, 'chat.postEphemeral', { ...args, user: MARA });
    expect(workspace.ephemerals(MARA).map(({ text }) => text)).toEqual(['x']);
    expect(workspace.messages('general')).toEqual([]);
  });
});

describe('views', () => {
  async function trigger(): Promise<unknown> {
    workspace.deliverTo('http://127.0.0.1:1/nobody');
    await workspace.command(MARA, 'general', 'x');
    return workspace.sent.at(-1)?.payload.trigger_id;
  }

  test('a trigger opens one view, within three seconds', async () => {
    const first = await trigger();
    expect(await errorOf(workspace, 'views.open', { trigger_id: first, view: modal() })).toBe('ok');
    const again = await errorOf(workspace, 'views.open', { trigger_id: first, view: modal() });
    expect(again).toBe('exchanged_trigger_id');
    const second = await trigger();
    time += 3_001;
    const late = await errorOf(workspace, 'views.open', { trigger_id: second, view: modal() });
    expect(late).toBe('expired_trigger_id');
    const wrong = await errorOf(workspace, 'views.open', { trigger_id: '1.2.x', view: modal() });
    expect(wrong).toBe('invalid_trigger_id');
  });

  test.each([
    ['no title', modal({ title: undefined })],
    ['a title past 24 characters', modal({ title: { type: 'plain_text', text: 'x'.repeat(25) } })],
    ['a block for messages only', modal({ blocks: [{ type: 'markdown', text: 'x' }] })],
    [
      'an input and no submit',
      modal({
        blocks: [
          {
            type: 'input',
            label: { type: 'plain_text', text: 'x' },
            element: { type: 'plain_text_input' },
          },
        ],
      }),
    ],
    ['metadata past 3,000 characters', modal({ private_metadata: 'x'.repeat(3_001) })],
    ['a home instead of a modal', { type: 'home', blocks: [] }],
  ])('a modal with %s is refused', async (_, view) => {
    const args = { trigger_id: await trigger(), view };
    expect(await errorOf(workspace, 'views.open', args)).toBe('invalid_arguments');
  });

  test('an update under an old hash is refused', async () => {
    const opened = await callApi(workspace, 'views.open', {
      trigger_id: await trigger(),
      view: modal(),
    });
    const { id, hash } = opened.json.view as { id: string; hash: string };
    const args = { view_id: id, hash, view: modal() };
    expect(await errorOf(workspace, 'views.update', args)).toBe('ok');
    expect(await errorOf(workspace, 'views.update', args)).toBe('hash_conflict');
    await workspace.dismiss(MARA);
    expect(await errorOf(workspace, 'views.update', { view_id: id, view: modal() })).toBe(
      'not_found',
    );
  });

  test('three modals lie on top of each other, a fourth does not', async () => {
    await callApi(workspace, 'views.open', { trigger_id: await trigger(), view: modal() });
    const push = async () =>
      errorOf(workspace, 'views.push', { trigger_id: await trigger(), view: modal() });
    expect([await push(), await push(), await push()]).toEqual(['ok', 'ok', 'push_limit_reached']);
  });

  test('a home is published for one person and updated in place', async () => {
    const home = (text: string) => ({
      user_id: MARA,
      view: { type: 'home', blocks: [section(text)] },
    });
    const first = await callApi(workspace, 'views.publish', home('one'));
    const second = await callApi(workspace, 'views.publish', home('two'));
    expect((second.json.view as { id: string }).id).toBe((first.json.view as { id: string }).id);
    expect(workspace.home(MARA)?.blocks).toMatchObject([{ text: { text: 'two' } }]);
  });
});

describe('faults', () => {
  test('a method fails as told, as often as told, and then works', async () => {
    const post = () => callApi(workspace, 'chat.postMessage', { channel: 'general', text: 'x' });
    workspace.fail('chat.postMessage', { kind: 'ratelimited', retryAfter: 7 });
    workspace.fail('chat.postMessage', { kind: 'error', code: 'invalid_blocks' }, 2);
    const limited = await post();
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await post()).json.error).toBe('invalid_blocks');
    expect((await post()).json.error).toBe('invalid_blocks');
    expect((await post()).json.ok).toBe(true);
    expect(workspace.messages('general')).toHaveLength(1);
  });

  test('a lost answer comes after the work, a dropped call before it', async () => {
    const post = () => callApi(workspace, 'chat.postMessage', { channel: 'general', text: 'x' });
    workspace.fail('chat.postMessage', { kind: 'drop' });
    await expect(post()).rejects.toThrow();
    expect(workspace.messages('general')).toHaveLength(0);
    workspace.fail('chat.postMessage', { kind: 'lost' });
    await expect(post()).rejects.toThrow();
    expect(workspace.messages('general')).toHaveLength(1);
  });

  test('with rate limits on, the 61st post of a minute into a channel has to wait', async () => {
    const strict = await startWorkspace({ rateLimits: true, now: () => time });
    const post = () => callApi(strict, 'chat.postMessage', { channel: 'general', text: 'x' });
    for (let number = 0; number < 60; number += 1) await post();
    expect((await post()).status).toBe(429);
    time += 60_001;
    expect((await post()).status).toBe(200);
    await strict.stop();
  });
});

describe('the agent’s messages tab', () => {
  const prompts = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ title: `t${index}`, message: `m${index}` }));
  const direct = `D${MARA.slice(1)}`;

  test('prompts are pinned without thread_ts and silently lost with it', async () => {
    const set = (args: object) =>
      errorOf(workspace, 'assistant.threads.setSuggestedPrompts', { channel_id: direct, ...args });
    expect(await set({ prompts: prompts(2), thread_ts: '1.2' })).toBe('ok');
    expect(workspace.world.prompts.get(direct)).toBeUndefined();
    expect(await set({ prompts: prompts(5) })).toBe('invalid_arguments');
    expect(await set({ prompts: prompts(4), title: 'Try' })).toBe('ok');
    expect(workspace.world.prompts.get(direct)?.prompts).toHaveLength(4);
  });

  test('a status ends with the app’s reply', async () => {
    const { message } = workspace.dm(MARA, 'who?');
    const thread = { channel_id: direct, thread_ts: message.ts };
    const set = await errorOf(workspace, 'assistant.threads.setStatus', {
      ...thread,
      status: 'is searching…',
    });
    expect(set).toBe('ok');
    expect(workspace.world.statuses.size).toBe(1);
    await callApi(workspace, 'chat.postMessage', {
      channel: direct,
      thread_ts: message.ts,
      text: 'x',
    });
    expect(workspace.world.statuses.size).toBe(0);
  });
});

test('a manifest without the optional scopes takes their methods away', async () => {
  const bare = await startWorkspace({
    manifest: { ...DEFAULT_MANIFEST, oauth_config: { scopes: { bot: ['chat:write'] } } },
  });
  const { message } = bare.say(MARA, 'general', 'x');
  const args = { channel: message.channel, ts: message.ts };
  expect(await errorOf(bare, 'conversations.replies', args)).toBe('missing_scope');
  expect(await errorOf(workspace, 'users.info', { user: MARA })).toBe('ok');
  await bare.stop();
});

test('an installation by OAuth: consent leads back with a code that buys the token', async () => {
  const asked = new URLSearchParams({
    client_id: workspace.clientId,
    redirect_uri: 'http://127.0.0.1:3000/slack/oauth_redirect',
    state: 's',
  });
  const consent = await fetch(`${workspace.url}oauth/v2/authorize?${asked}`, {
    redirect: 'manual',
  });
  const back = new URL(consent.headers.get('location') ?? '');
  expect([back.pathname, back.searchParams.get('state')]).toEqual(['/slack/oauth_redirect', 's']);
  const args = { client_id: workspace.clientId, client_secret: workspace.clientSecret };
  const code = back.searchParams.get('code');
  const { json } = await callApi(workspace, 'oauth.v2.access', { ...args, code }, '');
  expect(json).toMatchObject({ ok: true, access_token: workspace.botToken });
  expect(await errorOf(workspace, 'oauth.v2.access', { ...args, code: 'x' }, '')).toBe(
    'invalid_code',
  );
});

test('consent sends nobody to another machine', async () => {
  const asked = new URLSearchParams({
    client_id: workspace.clientId,
    redirect_uri: 'https://elsewhere.example/',
  });
  const consent = await fetch(`${workspace.url}oauth/v2/authorize?${asked}`, {
    redirect: 'manual',
  });
  expect(consent.status).toBe(400);
});
