import type { JsonObject } from '../json.ts';
import type { AppLink, Attempt, Delivered, EnvelopeType } from '../platform.ts';
import { type HttpDelivered, type HttpTarget, sendOverHttp } from './http-sender.ts';
import type { SocketHub } from './socket-hub.ts';

export interface LinkOptions {
  readonly hub: SocketHub;
  /** Where events go over HTTP; null while the app uses Socket Mode. */
  readonly target: () => HttpTarget | null;
  /** Milliseconds before each further try of an event. */
  readonly retryDelays: readonly number[];
}

const FIRST: Attempt = { number: 0, reason: '' };

export interface Link extends AppLink {
  /** Sends what found no connection earlier. */
  readonly flush: () => void;
  readonly close: () => void;
}

/** The way to the app. Events are tried again until acknowledged; interactions are not. */
export function createLink({ hub, target, retryDelays }: LinkOptions): Link {
  const waiting = new Set<() => void>();
  let closed = false;

  const send = (type: EnvelopeType, payload: JsonObject, attempt: Attempt) => {
    const http = target();
    const sent: Promise<HttpDelivered> = http
      ? sendOverHttp(http, type, payload, attempt)
      : hub.send(type, payload, attempt);
    return sent;
  };

  /** Waits, or until a connection opens where there was none. */
  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const resume = (): void => {
        clearTimeout(timer);
        if (waiting.delete(resume)) resolve();
      };
      const timer = setTimeout(resume, milliseconds);
      timer.unref();
      waiting.add(resume);
    });

  const retry = async (payload: JsonObject, attempt: Attempt): Promise<Delivered> => {
    const outcome = await send('events_api', payload, attempt);
    const delay = retryDelays[attempt.number];
    if (outcome.acked || outcome.noRetry || delay === undefined || closed) return outcome;
    const unreachable = target() === null && hub.connections() === 0;
    await pause(unreachable ? LONGEST_WAIT : delay);
    return retry(payload, { number: attempt.number + 1, reason: retryReason(outcome) });
  };

  return {
    connected: () => target() !== null || hub.connections() > 0,
    deliver: (type, payload, attempt = FIRST) =>
      type === 'events_api' ? retry(payload, attempt) : send(type, payload, attempt),
    flush: () => {
      for (const resume of [...waiting]) resume();
    },
    close: () => {
      closed = true;
      for (const resume of [...waiting]) resume();
    },
  };
}

/** How long an event waits for the app to connect: as long as Slack's last retry takes. */
const LONGEST_WAIT = 6 * 60_000;

function retryReason(outcome: Delivered): string {
  if (outcome.acked) return '';
  const reasons = {
    timeout: 'timeout',
    refused: 'http_error',
    'no-connection': 'connection_failed',
  };
  return reasons[outcome.reason];
}
