import { LIMITS } from '../block-kit/limits.ts';
import { type JsonObject, objectsOf, textOf } from '../json.ts';
import { prompt } from '../manifest.ts';
import type { Platform } from '../platform.ts';
import { keyOf, tell } from '../world.ts';
import { channelOf, jsonArgument } from './find.ts';
import type { Methods } from './method.ts';
import { refuse, refuseWith } from './refusal.ts';

/** assistant.threads.*: the agent messaging experience. */
export const assistantMethods: Methods = {
  'assistant.threads.setStatus': setStatus,
  'assistant.threads.setSuggestedPrompts': setSuggestedPrompts,
  'assistant.threads.setTitle': setTitle,
};

function setStatus({ world }: Platform, args: JsonObject): JsonObject {
  const channel = channelOf(world, args.channel_id);
  const threadTs = threadArgument(args);
  const loading = jsonArgument(args.loading_messages);
  if (Array.isArray(loading) && loading.length > LIMITS.assistant.loadingMessages) {
    return refuseWith('invalid_arguments', ['[ERROR] too many loading_messages']);
  }
  const text = textOf(args.status);
  const expires = world.now() + LIMITS.assistant.statusSeconds * 1000;
  if (text === '') world.statuses.delete(keyOf(channel.id, threadTs));
  else world.statuses.set(keyOf(channel.id, threadTs), { text, expires });
  const telling = (): void => tell(world, { kind: 'status', channel: channel.id, threadTs });
  telling();
  setTimeout(telling, LIMITS.assistant.statusSeconds * 1000).unref();
  return {};
}

function threadArgument(args: JsonObject): string {
  const ts = textOf(args.thread_ts);
  return /^\d+\.\d+$/u.test(ts) ? ts : refuse('invalid_thread_ts');
}

/** With thread_ts an agent app's call succeeds and shows nothing, as in Slack. */
function setSuggestedPrompts({ world }: Platform, args: JsonObject): JsonObject {
  const channel = channelOf(world, args.channel_id);
  const prompts = objectsOf(jsonArgument(args.prompts)).map(prompt);
  const broken = prompts.some(({ title, message }) => title === '' || message === '');
  if (prompts.length === 0 || prompts.length > LIMITS.assistant.prompts || broken) {
    return refuseWith('invalid_arguments', ['[ERROR] one to four prompts with title and message']);
  }
  if (args.thread_ts !== undefined) return {};
  world.prompts.set(channel.id, { title: textOf(args.title), prompts });
  tell(world, { kind: 'prompts', channel: channel.id });
  return {};
}

function setTitle({ world }: Platform, args: JsonObject): JsonObject {
  const channel = channelOf(world, args.channel_id);
  const threadTs = threadArgument(args);
  world.titles.set(keyOf(channel.id, threadTs), textOf(args.title));
  tell(world, { kind: 'title', channel: channel.id, threadTs });
  return {};
}
