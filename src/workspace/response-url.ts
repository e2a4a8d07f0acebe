import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentOf } from './api/content.ts';
import { type Answer, earlyAnswer, sendAnswer } from './api/faults.ts';
import { Refusal, refuse } from './api/refusal.ts';
import { LIMITS } from './block-kit/limits.ts';
import { answerText, bodyOf } from './http.ts';
import { isTrue, type JsonObject, objectOf, parsedJson, textOf } from './json.ts';
import {
  changeMessage,
  postEphemeral,
  postMessage,
  removeMessage,
  replaceMessage,
} from './messages.ts';
import type { Platform } from './platform.ts';
import { type Message, note, type ResponseUrl, tell, type World } from './world.ts';

/** Posts a response_url takes: docs.slack.dev/interactivity/handling-user-interaction */
const MOST_USES = 5;

/** The name under which faults and records of response_url are kept. */
const METHOD = 'response_url';

/** Answers POST /response/<id>. */
export async function serveResponseUrl(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { world } = platform;
  const id = (request.url ?? '').split('/').at(-1) ?? '';
  const args = objectOf(parsedJson((await bodyOf(request)) ?? ''));
  const fault = world.faults.get(METHOD)?.shift();
  const answer = earlyAnswer(fault) ?? respond(platform, id, args);
  const { status, json } = answer;
  note(world.calls, { method: METHOD, args, token: '', at: world.now(), status, answer: json });
  if (status === 200 && json.ok === true && fault === undefined) answerText(response, 200, 'ok');
  else await sendAnswer(response, answer, fault);
}

function respond(platform: Platform, id: string, args: JsonObject): Answer {
  const { world } = platform;
  const known = world.responseUrls.get(id);
  if (known === undefined) return refused(404, 'invalid_url');
  if (world.now() > known.expires) return refused(404, 'expired_url');
  if (known.uses >= MOST_USES) return refused(404, 'used_url');
  world.responseUrls.set(id, { ...known, uses: known.uses + 1 });
  try {
    applyResponse(platform, known, args);
    return { status: 200, json: { ok: true } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: 400, json: { ok: false, error: error.code, ...error.detail } };
  }
}

const refused = (status: number, error: string): Answer => ({ status, json: { ok: false, error } });

/** Does what an answer to an interaction asks: a new message, or a change of the original. */
export function applyResponse(platform: Platform, asked: ResponseUrl, args: JsonObject): void {
  const original = asked.original && platform.world.messages.get(asked.original);
  if (original && isTrue(args.delete_original)) takeAway(platform, original);
  else if (original && isTrue(args.replace_original)) replace(platform, original, args);
  else if (asked.original !== undefined && isTrue(args.delete_original))
    refuse('message_not_found');
  else postResponse(platform, asked, args);
}

function takeAway(platform: Platform, message: Message): void {
  if (message.ephemeralFor === undefined) removeMessage(platform, message);
  else forget(platform.world, message);
}

function forget(world: World, message: Message): void {
  world.messages.delete(`${message.channel}:${message.ts}`);
  tell(world, { kind: 'removed', message });
}

function replace(platform: Platform, original: Message, args: JsonObject): void {
  const content = contentOf(platform.world, args, LIMITS.message.text);
  const after = { ...original, ...content, sent: { by: METHOD, payload: args } };
  if (original.ephemeralFor === undefined) changeMessage(platform, original, after);
  else replaceMessage(platform.world, after);
}

function postResponse(platform: Platform, asked: ResponseUrl, args: JsonObject): void {
  const { world } = platform;
  const threadTs = textOf(args.thread_ts);
  const draft = {
    channel: asked.channel,
    user: world.bot.user,
    botId: world.bot.id,
    ...contentOf(world, args, LIMITS.message.text),
    ...(threadTs === '' ? {} : { threadTs }),
    sent: { by: METHOD, payload: args },
  };
  if (args.response_type === 'in_channel') postMessage(platform, draft);
  else postEphemeral(world, { ...draft, ephemeralFor: asked.user });
}
