import { createHmac } from 'node:crypto';
import type { Archive } from '../../src/answer/archive.ts';
import { createSlackApp, type SlackAppOptions } from '../../src/slack/create-slack-app.ts';
import './patience.ts';
import { silentLogger } from './silent-logger.ts';

/** One call that the app made: a Web API method, or a response to a `response_url`. */
export interface Call {
  readonly method: string;
  readonly token: string;
  readonly args: Readonly<Record<string, unknown>>;
}

type Reply = {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: unknown;
};
/** Overrides what Slack answers to one call. Null for the usual answer. */
export type Fault = (call: Call, nth: number) => Reply | Promise<Reply> | null;

const SECRET = 'signing-secret-of-nobody';

/** The real Bolt app over HTTP; what it sends to Slack is captured at `fetch`. */
export async function slackOverHttp(
  archive: Archive,
  overrides: Partial<SlackAppOptions> & { readonly fault?: Fault } = {},
) {
  const calls: Call[] = [];
  const { fault, ...options } = overrides;
  const app = createSlackApp({
    archive,
    botToken: 'xoxb-test',
    signingSecret: SECRET,
    port: 0,
    fetch: captured(calls, fault),
    stateDirectory: null,
    logger: silentLogger,
    now: () => Date.now(),
    ...options,
  });
  const { port } = await app.start();
  const send = (body: string, type: string) =>
    signed(`http://127.0.0.1:${port}/slack/events`, body, type);
  return {
    app,
    calls,
    port,
    event: (envelope: object) => send(JSON.stringify(envelope), 'application/json'),
    form: (fields: Record<string, string>) =>
      send(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded'),
    raw: (body: string, type: string) => send(body, type),
    /** Waits until there are `count` calls of `method`. */
    called: (method: string, count = 1) =>
      waitFor(() => {
        const found = calls.filter((call) => call.method === method);
        return found.length >= count ? found : null;
      }),
    of: (method: string) => calls.filter((call) => call.method === method),
  };
}

async function signed(url: string, body: string, type: string): Promise<Response> {
  const time = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SECRET).update(`v0:${time}:${body}`).digest('hex');
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': time,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  });
}

function captured(calls: Call[], fault: Fault | undefined): typeof fetch {
  return async (url, init) => {
    const call = readCall(String(url), init ?? {});
    calls.push(call);
    const nth = calls.filter(({ method }) => method === call.method).length;
    const reply = (await fault?.(call, nth)) ?? { body: usual(call) };
    const { status = 200, headers = {}, body } = reply;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return new Response(text, {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    });
  };
}

function readCall(url: string, init: RequestInit): Call {
  const headers = new Headers(init.headers);
  const token = headers.get('authorization')?.replace('Bearer ', '') ?? '';
  const body = String(init.body ?? '');
  if (!url.includes('/api/')) return { method: url, token, args: JSON.parse(body) };
  const fields = Object.fromEntries(new URLSearchParams(body));
  const args = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, json(value)]),
  );
  return { method: url.replace(/^.*\/api\//, ''), token, args };
}

function json(value: string): unknown {
  if (!/^[[{]|^(true|false)$/.test(value)) return value;
  return JSON.parse(value);
}

function usual({ method, args }: Call): unknown {
  switch (method) {
    case 'auth.test':
      return { ok: true, user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T1' };
    case 'chat.postMessage':
      return { ok: true, channel: args.channel, ts: '1900000000.000100' };
    case 'views.open':
      return { ok: true, view: { id: 'V1', hash: 'h1' } };
    default:
      return method.startsWith('http') ? 'ok' : { ok: true };
  }
}

async function waitFor<T>(find: () => T | null | undefined, patience = 5000): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    const found = find();
    if (found !== null && found !== undefined) return found;
    if (Date.now() > until) throw new Error(`Expected something within ${patience} ms: ${find}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

let sequence = 0;

/** An event as Slack sends it; each with its own event id. */
export function envelope(event: object, overrides: object = {}): object {
  sequence += 1;
  return {
    token: 'verification',
    team_id: 'T1',
    api_app_id: 'A1',
    type: 'event_callback',
    event_id: `Ev${sequence}`,
    event_time: 1_900_000_000,
    authorizations: [
      {
        enterprise_id: null,
        team_id: 'T1',
        user_id: 'UBOT',
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event,
    ...overrides,
  };
}
