import { webApi } from '@slack/bolt';

/** The address is used up (5 uses) or too old (30 minutes). */
export class ResponseUrlSpent extends Error {
  override readonly name = 'ResponseUrlSpent';
}

export type Fetch = typeof globalThis.fetch;

export interface Response {
  readonly response_type?: 'ephemeral' | 'in_channel';
  readonly replace_original?: boolean;
  readonly delete_original?: boolean;
  readonly thread_ts?: string;
  readonly text?: string;
  readonly blocks?: readonly object[];
  readonly [more: string]: unknown;
}

const PassingStatus = (status: number): boolean => status === 408 || status >= 500;

/** Posts to a `response_url`; throws the same errors as a Web API call, so that both are waited out alike. */
export async function postResponse(fetch: Fetch, url: string, body: Response): Promise<void> {
  const answer = await sent(fetch, url, body);
  const text = await answer.text().catch(() => '');
  if (answer.status === 429) {
    throw new webApi.WebAPIRateLimitedError(Number(answer.headers.get('retry-after')) || 1);
  }
  if (PassingStatus(answer.status)) {
    throw new webApi.WebAPIHTTPError(answer.status, answer.statusText, {}, text);
  }
  const refusal = refused(answer.ok, text);
  if (refusal === null) return;
  if (refusal.includes('block')) throw refusedAs(refusal);
  throw new ResponseUrlSpent(`Slack refused the response: ${answer.status} ${refusal}`);
}

async function sent(fetch: Fetch, url: string, body: Response): Promise<globalThis.Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
  } catch (error) {
    throw new webApi.WebAPIRequestError(error instanceof Error ? error : new Error(String(error)));
  }
}

/** Slack's error code, whatever status carries it; null where the response was taken. */
function refused(ok: boolean, text: string): string | null {
  try {
    const answer = JSON.parse(text) as { ok?: unknown; error?: unknown };
    if (answer.ok === false) return String(answer.error ?? 'unknown');
  } catch {
    // Slack answers with the bare words "ok" or with the bare code.
  }
  return ok ? null : text.trim().slice(0, 200) || 'unknown';
}

const refusedAs = (error: string): Error =>
  new webApi.WebAPIPlatformError({ ok: false, error, response_metadata: {} });
