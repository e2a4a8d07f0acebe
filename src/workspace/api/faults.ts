import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerJson, answerText } from '../http.ts';
import type { JsonObject } from '../json.ts';
import type { Fault } from '../world.ts';

export interface Answer {
  /** 0: the connection is cut instead. */
  readonly status: number;
  readonly json: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answer of a fault that comes before any work is done; null where the work is to be done. */
export function earlyAnswer(fault: Fault | undefined): Answer | null {
  if (fault?.kind === 'ratelimited') return rateLimited(fault.retryAfter);
  if (fault?.kind === 'http') return { status: fault.status, json: { ok: false } };
  if (fault?.kind === 'drop') return { status: 0, json: {} };
  if (fault?.kind !== 'error') return null;
  return { status: 200, json: { ok: false, error: fault.code, ...fault.detail } };
}

export const rateLimited = (seconds: number): Answer => ({
  status: 429,
  json: { ok: false, error: 'ratelimited' },
  headers: { 'retry-after': String(seconds) },
});

/** Sends an answer, late or never where the fault says so. */
export async function sendAnswer(
  response: ServerResponse,
  answer: Answer,
  fault: Fault | undefined,
): Promise<void> {
  if (answer.status === 0 || fault?.kind === 'lost') {
    response.destroy();
    return;
  }
  if (fault?.kind === 'slow') await wait(fault.milliseconds, undefined, { ref: false });
  if (answer.status >= 500) answerText(response, answer.status, 'upstream error');
  else answerJson(response, answer.status, answer.json, answer.headers);
}
