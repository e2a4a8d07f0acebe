import { type JsonObject, textOf } from '../json.ts';
import type { World } from '../world.ts';

/**
 * Calls a minute that Slack grants one app in one workspace, by method.
 * https://docs.slack.dev/apis/web-api/rate-limits: tier 2 20, tier 3 50, tier 4 100.
 */
const PER_MINUTE: Readonly<Record<string, number>> = {
  'chat.postMessage': 60, // one a second and channel
  'chat.postEphemeral': 100,
  'chat.update': 50,
  'chat.delete': 50,
  'views.open': 100,
  'views.update': 100,
  'views.push': 100,
  'views.publish': 100,
  'conversations.open': 50,
  'conversations.info': 50,
  'conversations.replies': 50,
  'users.info': 100,
  'reactions.add': 50,
  'assistant.threads.setSuggestedPrompts': 100,
  'assistant.threads.setTitle': 100,
  'apps.connections.open': 50,
};

const MINUTE = 60_000;

/** Seconds to wait before this call may be made, 0 when it may be made now. */
export function waitFor(world: World, method: string, args: JsonObject): number {
  const most = PER_MINUTE[method];
  if (most === undefined) return 0;
  const from = world.now() - MINUTE;
  const recent = world.calls.filter(
    (call) =>
      call.method === method &&
      call.at > from &&
      call.status === 200 &&
      (method !== 'chat.postMessage' || call.args.channel === textOf(args.channel)),
  );
  const oldest = recent.at(-most);
  return oldest === undefined ? 0 : Math.max(1, Math.ceil((oldest.at - from) / 1000));
}
