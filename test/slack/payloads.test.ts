import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/workspace/json.ts';
import type { EnvelopeType } from '../../src/workspace/platform.ts';
import { onWorkspace } from './on-workspace.ts';
import { type Call, envelope, slackOverHttp } from './slack-over-http.ts';
import { article, smallArchive } from './small-archive.ts';

/** Recorded by the makers of Slack's own SDKs; see PROVENANCE.md there. Not part of this project. */
const FOLDER = new URL('../../../shared/slack/payloads/', import.meta.url);
const present = existsSync(FOLDER);

const archive = smallArchive([article('The harbour test was a success, they said.')]);

interface Row {
  readonly file: string;
  readonly type: EnvelopeType;
  /** The call by which somebody hears of it; null for silence. */
  readonly outcome: string | null;
  /** What the recording names that this app names otherwise. */
  readonly adapt?: (payload: JsonObject) => JsonObject;
}

const event = (file: string, outcome: string | null, adapt?: Row['adapt']): Row => ({
  file: `event.${file}.json`,
  type: 'events_api',
  outcome,
  ...(adapt ? { adapt } : {}),
});
const interaction = (file: string, outcome: string | null, adapt?: Row['adapt']): Row => ({
  file: `interactive.${file}.json`,
  type: 'interactive',
  outcome,
  ...(adapt ? { adapt } : {}),
});
const enveloped = (inner: JsonObject): JsonObject => envelope(inner) as JsonObject;
const RESPONSE = 'https://hooks.example/response';
const withResponse = (payload: JsonObject): JsonObject => ({ ...payload, response_url: RESPONSE });

const ROWS: readonly Row[] = [
  event('app_mention.channel', 'chat.postMessage'),
  event('app_mention.by_bot', null),
  event('app_mention.slack_connect', 'chat.postEphemeral'),
  event('message.channel', null),
  event('message.im.assistant_thread', 'chat.postMessage'),
  event('message.message_changed', null),
  event('message.thread_broadcast', null),
  event('message.file_share', null),
  event('message.bot_message_subtype', null),
  event('message.assistant_title_changed', null),
  event('assistant_thread_started', null),
  event('assistant_thread_context_changed', null),
  event('app_home_opened.inner', 'views.publish', enveloped),
  event('link_shared.composer.inner', null, enveloped),
  event('app_uninstalled', null),
  event('tokens_revoked.bot', null),
  interaction('block_actions.home_tab', 'chat.postMessage'),
  interaction('block_actions.thread', RESPONSE, withResponse),
  interaction('message_shortcut', RESPONSE, (payload) => ({
    ...withResponse(payload),
    callback_id: 'find_quotations',
  })),
  interaction('global_shortcut', 'views.open', (payload) => ({
    ...payload,
    callback_id: 'search_quotations',
  })),
  interaction('view_submission', 'views.update', (payload) => ({
    ...payload,
    view: { ...(payload.view as JsonObject), callback_id: 'search_form' },
  })),
];

const read = (file: string): JsonObject => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
const payloadOf = ({ file, adapt }: Row): JsonObject => (adapt ? adapt(read(file)) : read(file));

/** By which somebody hears something. */
const VISIBLE = /^(chat\.post|views\.(open|publish|update|push)|https)/;
const heard = (calls: readonly Call[]): string[] => [
  ...new Set(calls.map(({ method }) => method).filter((method) => VISIBLE.test(method))),
];

const FIRST = { number: 0, reason: '' };

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** Long enough for an answer, which takes a few milliseconds, to show. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 150));

describe.skipIf(!present)(
  'recorded payloads (skipped where they are not beside the project)',
  () => {
    test.each(ROWS)('$file over HTTP: $outcome', async (row) => {
      const slack = await slackOverHttp(archive);
      closing.push(() => slack.app.stop());
      const payload = payloadOf(row);
      const response =
        row.type === 'events_api'
          ? await slack.event(payload)
          : await slack.form({ payload: JSON.stringify(payload) });
      expect(response.status).toBe(200);
      if (row.outcome) await slack.called(row.outcome);
      else await quiet();
      expect(heard(slack.calls)).toEqual(row.outcome ? [row.outcome] : []);
    });

    test.each(ROWS)('$file over a socket: $outcome', async (row) => {
      const calls: Call[] = [];
      const stage = await onWorkspace(archive, 'socket', { app: { fetch: watching(calls) } });
      closing.push(stage.stop);
      const payload = payloadOf(row);
      const outcome = Promise.resolve({ ok: true }) as never;
      await stage.workspace.redeliver({ type: row.type, payload, outcome }, FIRST);
      if (row.outcome === null) await quiet();
      else await stage.workspace.until(() => heard(calls).length > 0);
      expect(heard(calls)).toEqual(row.outcome ? [row.outcome] : []);
    });

    test('the recorded command, byte for byte but for its name', async () => {
      const slack = await slackOverHttp(archive, { command: '/weather-123' });
      closing.push(() => slack.app.stop());
      const body = readFileSync(new URL('http.slash_command.form.txt', FOLDER), 'utf8');
      const response = await slack.raw(body, 'application/x-www-form-urlencoded');
      expect(response.status).toBe(200);
      await slack.called('https://hooks.slack.com/commands/1234/5678');
    });

    test('the recorded frames of Socket Mode', async () => {
      const calls: Call[] = [];
      const stage = await onWorkspace(archive, 'socket', {
        app: { fetch: watching(calls), command: '/hi-socket-mode' },
      });
      closing.push(stage.stop);
      const outcome = Promise.resolve({ ok: true }) as never;
      for (const file of ['socket.events_api.json', 'socket.slash_commands.json']) {
        const { type, payload } = read(file) as { type: EnvelopeType; payload: JsonObject };
        await stage.workspace.redeliver({ type, payload, outcome }, FIRST);
      }
      await stage.workspace.until(() => heard(calls).length === 2);
      expect(heard(calls)).toEqual(
        expect.arrayContaining([
          'chat.postMessage',
          'https://hooks.slack.com/commands/T111/111/xxx',
        ]),
      );
    });
  },
);

/** Calls that the workspace knows go there; the recordings name other channels, so every call is answered well here. */
function watching(calls: Call[]): typeof fetch {
  return async (url, init) => {
    const address = String(url);
    if (/apps\.connections\.open|auth\.test/.test(address)) return fetch(url, init);
    const method = address.includes('/api/') ? address.replace(/^.*\/api\//, '') : address;
    calls.push({ method, token: '', args: {} });
    return Response.json({ ok: true, view: { id: 'V1', hash: 'h' } });
  };
}
