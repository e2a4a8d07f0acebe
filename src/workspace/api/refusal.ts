import type { JsonObject } from '../json.ts';

/** A Web API call that ends with `ok: false`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly detail: JsonObject;

  constructor(code: string, detail: JsonObject = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/** Ends the call with one of Slack's error codes. */
export function refuse(code: string, detail: JsonObject = {}): never {
  throw new Refusal(code, detail);
}

/** Slack's answer to arguments that break its rules, with the rules broken. */
export const refuseWith = (code: string, messages: readonly string[]): never =>
  refuse(code, { errors: messages, response_metadata: { messages } });
