import { afterEach, expect, test } from 'vitest';
import { silentLogger } from './silent-logger.ts';
import { envelope, slackOverHttp } from './slack-over-http.ts';
import { article, smallArchive } from './small-archive.ts';

const BODY = [
  'The harbour of Veldt will reopen on Monday, the mayor said.',
  'Two cranes were repaired before the harbour reopened, she added.',
  'Fishing boats may enter the harbour first, according to the mayor.',
  'The harbour was closed after the flood.',
].join('\n');

const archive = smallArchive([article(BODY)]);
const open: Awaited<ReturnType<typeof slackOverHttp>>[] = [];

async function slack(...args: Parameters<typeof slackOverHttp>) {
  const started = await slackOverHttp(...args);
  open.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map(({ app }) => app.stop()));
});

const mention = (text: string, more: object = {}) =>
  envelope({
    type: 'app_mention',
    user: 'U1',
    channel: 'C1',
    ts: '1900000000.000001',
    text: `<@UBOT> ${text}`,
    ...more,
  });

const direct = (text: string, more: object = {}) =>
  envelope({
    type: 'message',
    channel_type: 'im',
    user: 'U1',
    channel: 'D1',
    ts: '1900000000.000002',
    text,
    ...more,
  });

const COMMAND = {
  token: 'verification',
  team_id: 'T1',
  team_domain: 'veldt',
  channel_id: 'C9',
  channel_name: 'news',
  user_id: 'U1',
  user_name: 'someone',
  command: '/quoth',
  api_app_id: 'A1',
  is_enterprise_install: 'false',
  response_url: 'https://hooks.example/commands/1',
  trigger_id: '1.2.3',
};

test('a mention is answered in its thread, whole in the text, quoted in the blocks', async () => {
  const { event, called } = await slack(archive);
  const response = await event(mention('what about the harbour?'));
  expect(response.status).toBe(200);
  const [post] = await called('chat.postMessage');
  expect(post?.args).toMatchObject({
    channel: 'C1',
    thread_ts: '1900000000.000001',
    unfurl_links: false,
    unfurl_media: false,
  });
  expect(post?.args.text).toContain('The harbour of Veldt will reopen on Monday, the mayor said.');
  expect(JSON.stringify(post?.args.blocks)).toContain('rich_text_quote');
});

test('a direct message is answered in its thread', async () => {
  const { event, called } = await slack(archive);
  await event(direct('harbour?'));
  const [post] = await called('chat.postMessage');
  expect(post?.args).toMatchObject({ channel: 'D1', thread_ts: '1900000000.000002' });
});

test('a command is acknowledged, and answered to the asker alone', async () => {
  const { form, called, of } = await slack(archive);
  const response = await form({ ...COMMAND, text: 'harbour' });
  expect(response.status).toBe(200);
  const [answer] = await called(COMMAND.response_url);
  expect(answer?.args).toMatchObject({ response_type: 'ephemeral', unfurl_links: false });
  expect(JSON.stringify(answer?.args.blocks)).toContain('Share in channel');
  expect(of('chat.postMessage')).toEqual([]);
});

test('one message delivered again and again, under new event ids, is answered once', async () => {
  const { event, called, of, app } = await slack(archive);
  for (let delivery = 0; delivery < 5; delivery += 1) await event(mention('harbour?'));
  await called('chat.postMessage');
  await app.stop();
  expect(of('chat.postMessage')).toHaveLength(1);
});

test('blocks that Slack refuses are sent as text alone', async () => {
  const { event, called } = await slack(archive, {
    fault: (call) =>
      call.method === 'chat.postMessage' && call.args.blocks
        ? { body: { ok: false, error: 'invalid_blocks' } }
        : null,
  });
  await event(mention('harbour?'));
  const [, second] = await called('chat.postMessage', 2);
  expect(second?.args.blocks).toBeUndefined();
  expect(second?.args.text).toContain('The harbour of Veldt');
});

test('an archive that fails is told in one plain sentence, with a reference', async () => {
  const errors: unknown[] = [];
  const { event, called } = await slack(
    { ...archive, ask: async () => Promise.reject(new Error('the index is gone')) },
    { logger: { ...silentLogger, error: (_message, fields) => errors.push(fields) } },
  );
  await event(mention('harbour?'));
  const [post] = await called('chat.postMessage');
  const reference = /reference: ([0-9A-F]{8})/.exec(String(post?.args.text))?.[1];
  expect(reference).toBeDefined();
  expect(errors).toContainEqual(expect.objectContaining({ reference }));
  expect(String(post?.args.text)).not.toContain('index');
});

test('the health page says that questions are heard', async () => {
  const { port } = await slack(archive);
  const response = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ ok: true, mode: 'http' });
});

test('a rate limit is waited out', async () => {
  const { event, called } = await slack(archive, {
    fault: ({ method }, nth) =>
      method === 'chat.postMessage' && nth === 1
        ? { status: 429, headers: { 'retry-after': '1' }, body: '' }
        : null,
  });
  await event(mention('harbour?'));
  const [refused, taken] = await called('chat.postMessage', 2);
  expect(taken?.args).toEqual(refused?.args);
});
