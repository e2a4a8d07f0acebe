import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { SHORTCUTS } from '../../src/slack/listeners/shortcuts.ts';
import { manifest } from '../../src/slack/manifest.ts';

const folder = fileURLToPath(new URL('../../src/slack/', import.meta.url));
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => join(folder, name))
  .filter((path) => path.endsWith('.ts') && statSync(path).isFile() && !path.endsWith('doctor.ts'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

interface Manifest {
  readonly features: {
    readonly shortcuts: readonly { readonly callback_id: string }[];
    readonly slash_commands: readonly { readonly command: string }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: { readonly event_subscriptions: { readonly bot_events: readonly string[] } };
}

const made = manifest({ mode: 'socket' }) as unknown as Manifest;
const scopes = made.oauth_config.scopes.bot;
const events = made.settings.event_subscriptions.bot_events;

/** The scope that Slack asks for a call or an event; null for none, `optional` for what is done without. */
const CALLS: Readonly<Record<string, string | null>> = {
  'assistant.threads.setStatus': 'chat:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
  'auth.test': null,
  'chat.delete': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  // In direct messages; in channels the bot does without where the scope was not granted.
  'conversations.replies': 'im:history',
  'views.open': null,
  'views.publish': null,
  'views.push': null,
  'views.update': null,
};
const EVENTS: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  app_uninstalled: null,
  'message.im': 'im:history',
  tokens_revoked: null,
};

const callsInCode = [
  ...new Set(
    [
      ...source.matchAll(
        /\bclient\.((?:assistant|chat|conversations|views|auth|users|reactions|files|team)(?:\s*\.\s*[a-zA-Z]+){1,2})\s*\(/g,
      ),
    ].map(([, name = '']) => name.replaceAll(/\s/g, '')),
  ),
];
const eventsInCode = [
  ...new Set([...source.matchAll(/\bapp\.event\(\s*'([a-z_]+)'/g)].map(([, name = '']) => name)),
];

test('calls are seen at all', () => {
  expect(callsInCode).toContain('chat.postMessage');
});

test.each(callsInCode)('the manifest has the scope for %s', (call) => {
  expect(Object.keys(CALLS)).toContain(call);
  const scope = CALLS[call];
  if (scope) expect(scopes).toContain(scope);
});

test.each(eventsInCode)('the manifest subscribes to %s', (event) => {
  const name = event === 'message' ? 'message.im' : event;
  expect(events).toContain(name);
  const scope = EVENTS[name];
  if (scope) expect(scopes).toContain(scope);
});

test('no event is subscribed to that nothing listens to, no scope asked for that nothing uses', () => {
  const heard = eventsInCode.map((event) => (event === 'message' ? 'message.im' : event));
  expect([...events].sort()).toEqual([...heard].sort());
  const used = new Set([...Object.values(CALLS), ...Object.values(EVENTS), 'commands']);
  for (const scope of scopes) expect(used).toContain(scope);
});

test('every shortcut and the command are in the manifest', () => {
  const ids = made.features.shortcuts.map(({ callback_id }) => callback_id);
  expect(ids.sort()).toEqual(Object.values(SHORTCUTS).sort());
  expect(made.features.slash_commands.map(({ command }) => command)).toEqual(['/quoth']);
});
