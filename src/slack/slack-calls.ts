import { webApi } from '@slack/bolt';

/** Slack could not be reached, or was too busy, for longer than anybody waits. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export interface Patience {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Rejects when the app stops. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** How long to keep trying, in milliseconds. */
  readonly atMost: number;
}

/** Slack's codes for trouble on its own side: the same call may succeed a moment later. */
const PASSING = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
]);

/** Slack's error code; null for anything but a refusal by Slack. */
export const slackError = (error: unknown): string | null =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : null;

/** No answer, or a broken one: Slack may have done what was asked. */
export const isUncertain = (error: unknown): boolean =>
  error instanceof webApi.WebAPIRequestError || error instanceof webApi.WebAPIHTTPError;

/** Milliseconds to wait before trying again, or null where trying again is no use. */
function delayAfter(error: unknown, attempt: number): number | null {
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter * 1000;
  const code = slackError(error);
  if (code !== null && !PASSING.has(code)) return null;
  return Math.min(30_000, 500 * 2 ** attempt);
}

/**
 * Runs `call` until it succeeds, waiting out rate limits and passing trouble. Throws what Slack refused for good, and
 * `Unreachable` when `patience` is at its end.
 */
export async function persistently<T>(call: () => Promise<T>, patience: Patience): Promise<T> {
  const until = patience.now() + patience.atMost;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const delay = delayAfter(error, attempt);
      if (delay === null) throw error;
      if (patience.now() + delay > until) {
        throw new Unreachable('Slack did not take the call in time', { cause: error });
      }
      await patience.sleep(delay);
    }
  }
}
