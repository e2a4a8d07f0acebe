import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, mediaTypeOf } from '../http.ts';
import { isObject, type JsonObject, parsedJson, textOf } from '../json.ts';
import type { Platform } from '../platform.ts';
import { note, type World } from '../world.ts';
import { accessMethods } from './access.ts';
import { assistantMethods } from './assistant.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { type Answer, earlyAnswer, rateLimited, sendAnswer } from './faults.ts';
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
  await sendAnswer(response, withScopes(answer, platform.world), fault);
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

/** Slack names the granted scopes in a header of every answer. */
const withScopes = (answer: Answer, { app }: World): Answer => ({
  ...answer,
  headers: {
    'x-oauth-scopes': app.scopes.join(','),
    'x-accepted-oauth-scopes': '',
    ...answer.headers,
  },
});
