import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerJson, answerText, bodyOf, mediaTypeOf } from '../http.ts';
import { isObject, type JsonObject, parsedJson, textOf } from '../json.ts';
import type { Platform } from '../platform.ts';
import { type Fault, note, type World } from '../world.ts';
import { accessMethods } from './access.ts';
import { assistantMethods } from './assistant.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import type { Methods } from './method.ts';
import { peopleMethods } from './people.ts';
import { waitFor } from './rate-limits.ts';
import { Refusal, refuse } from './refusal.ts';
import { missingScope } from './scopes.ts';
import { viewMethods } from './views.ts';

const METHODS: Methods = {
  ...accessMethods,
  ...assistantMethods,
  ...chatMethods,
  ...conversationMethods,
  ...peopleMethods,
  ...viewMethods,
};

/** What the Web API needs beside the workspace itself. */
export interface ApiOptions {
  /** Methods of other parts, such as apps.connections.open. */
  readonly more: Methods;
  /** Whether Slack's rate limits hold. */
  readonly rateLimits: boolean;
}

interface Call {
  readonly method: string;
  readonly args: JsonObject;
  readonly token: string;
}

interface Answer {
  readonly status: number;
  readonly json: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers POST /api/<method> as Slack does. */
export async function serveApi(
  platform: Platform,
  options: ApiOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const call = await readCall(request);
  const fault = platform.world.faults.get(call.method)?.shift();
  const answer = earlyAnswer(fault) ??
    limited(platform.world, options, call) ?? {
      status: 200,
      json: perform(platform, options, call),
    };
  record(platform.world, call, answer);
  await send(response, answer, fault, platform.world);
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const method = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/^\/api\//u, '');
  const args = argumentsOf(mediaTypeOf(request), (await bodyOf(request)) ?? '');
  const bearer = /^Bearer (.+)$/u.exec(request.headers.authorization ?? '')?.[1];
  return { method, args, token: bearer ?? textOf(args.token) };
}

/** Arguments that are JSON in a form, by Slack's documentation of each method. */
const JSON_FIELDS = ['blocks', 'attachments', 'metadata', 'view', 'prompts', 'loading_messages'];

function argumentsOf(mediaType: string, body: string): JsonObject {
  if (mediaType === 'application/json') {
    const json = parsedJson(body);
    return isObject(json) ? json : {};
  }
  const form: Record<string, unknown> = Object.fromEntries(new URLSearchParams(body));
  for (const name of JSON_FIELDS) {
    const value = form[name];
    if (typeof value === 'string') form[name] = parsedJson(value) ?? value;
  }
  return form;
}

/** The answer of a fault that comes before any work is done. */
function earlyAnswer(fault: Fault | undefined): Answer | null {
  if (fault?.kind === 'ratelimited') return rateLimited(fault.retryAfter);
  if (fault?.kind === 'http') return { status: fault.status, json: { ok: false } };
  if (fault?.kind === 'drop') return { status: 0, json: {} };
  if (fault?.kind !== 'error') return null;
  return { status: 200, json: { ok: false, error: fault.code, ...fault.detail } };
}

const rateLimited = (seconds: number): Answer => ({
  status: 429,
  json: { ok: false, error: 'ratelimited' },
  headers: { 'retry-after': String(seconds) },
});

function limited(world: World, { rateLimits }: ApiOptions, call: Call): Answer | null {
  const seconds = rateLimits ? waitFor(world, call.method, call.args) : 0;
  return seconds > 0 ? rateLimited(seconds) : null;
}

function perform(platform: Platform, options: ApiOptions, call: Call): JsonObject {
  try {
    const methods = { ...METHODS, ...options.more };
    const method = Object.hasOwn(methods, call.method) ? methods[call.method] : undefined;
    if (method === undefined) return refuse('unknown_method', { req_method: call.method });
    checkToken(platform.world, call);
    return { ok: true, ...method(platform, call.args) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, error: error.code, ...error.detail };
  }
}

function checkToken({ app, secrets }: World, { method, token }: Call): void {
  if (method === 'oauth.v2.access') return;
  if (token === '') refuse('not_authed');
  if (token !== secrets.botToken && token !== secrets.appToken) refuse('invalid_auth');
  const wanted = method === 'apps.connections.open' ? secrets.appToken : secrets.botToken;
  if (token !== wanted) refuse('not_allowed_token_type');
  const needed = missingScope(method, app.scopes);
  if (needed !== null) refuse('missing_scope', { needed, provided: app.scopes.join(',') });
}

function record(world: World, { method, args, token }: Call, { status, json }: Answer): void {
  const { token: _, ...rest } = args;
  note(world.calls, { method, args: rest, token, at: world.now(), status, answer: json });
}

async function send(
  response: ServerResponse,
  answer: Answer,
  fault: Fault | undefined,
  { app }: World,
): Promise<void> {
  if (fault?.kind === 'drop' || fault?.kind === 'lost') {
    response.destroy();
    return;
  }
  if (fault?.kind === 'slow') await wait(fault.milliseconds, undefined, { ref: false });
  if (answer.status >= 500) return answerText(response, answer.status, 'upstream error');
  answerJson(response, answer.status, answer.json, {
    'x-oauth-scopes': app.scopes.join(','),
    'x-accepted-oauth-scopes': '',
    ...answer.headers,
  });
}
