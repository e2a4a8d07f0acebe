import { createHmac } from 'node:crypto';
import { isObject, type JsonObject, parsedJson } from '../json.ts';
import type { Attempt, Delivered, EnvelopeType } from '../platform.ts';

export interface HttpTarget {
  readonly url: string;
  readonly signingSecret: string;
  /** Milliseconds that an answer may take. */
  readonly ackTimeout: number;
  readonly now: () => number;
}

/** `noRetry`: the app asked, by X-Slack-No-Retry, not to be told again. */
export type HttpDelivered = Delivered & { readonly noRetry?: boolean };

/** Posts one signed request to the app: https://docs.slack.dev/authentication/verifying-requests */
export async function sendOverHttp(
  target: HttpTarget,
  type: EnvelopeType,
  payload: JsonObject,
  attempt: Attempt,
): Promise<HttpDelivered> {
  const { contentType, body } = encoded(type, payload);
  try {
    const response = await fetch(target.url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(target.ackTimeout),
      headers: {
        'content-type': contentType,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        connection: 'close',
        ...signature(target, body),
        ...retryHeaders(attempt),
      },
    });
    return await outcomeOf(response);
  } catch (error) {
    const timeout = error instanceof Error && error.name === 'TimeoutError';
    return { acked: false, reason: timeout ? 'timeout' : 'no-connection' };
  }
}

function encoded(
  type: EnvelopeType,
  payload: JsonObject,
): { readonly contentType: string; readonly body: string } {
  if (type === 'events_api') {
    return { contentType: 'application/json', body: JSON.stringify(payload) };
  }
  const fields = type === 'slash_commands' ? payload : { payload: JSON.stringify(payload) };
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  return { contentType: 'application/x-www-form-urlencoded', body: form.toString() };
}

/** Slack's v0 signature over the time and the raw body. */
function signature(target: HttpTarget, body: string): Readonly<Record<string, string>> {
  const time = String(Math.floor(target.now() / 1000));
  const digest = createHmac('sha256', target.signingSecret).update(`v0:${time}:${body}`);
  return {
    'x-slack-request-timestamp': time,
    'x-slack-signature': `v0=${digest.digest('hex')}`,
  };
}

const retryHeaders = ({ number, reason }: Attempt): Readonly<Record<string, string>> =>
  number === 0 ? {} : { 'x-slack-retry-num': String(number), 'x-slack-retry-reason': reason };

async function outcomeOf(response: Response): Promise<HttpDelivered> {
  const text = await response.text();
  const noRetry = response.headers.get('x-slack-no-retry') === '1';
  if (response.status !== 200) return { acked: false, reason: 'refused', noRetry };
  const json = parsedJson(text);
  return { acked: true, payload: isObject(json) ? json : text === '' ? {} : { text } };
}
