import { type JsonObject, textOf } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { World } from '../world.ts';
import type { Methods } from './method.ts';
import { refuse } from './refusal.ts';

/** auth.test and oauth.v2.access. apps.connections.open belongs to Socket Mode. */
export const accessMethods: Methods = {
  'auth.test': ({ world }) => ({
    url: `${world.baseUrl}/`,
    team: world.team.name,
    user: world.app.botName.toLowerCase(),
    team_id: world.team.id,
    user_id: world.bot.user,
    bot_id: world.bot.id,
    is_enterprise_install: false,
  }),
  'oauth.v2.access': oauthAccess,
};

/** The code that consent hands out. */
export const OAUTH_CODE = 'workspace-oauth-code';

/**
 * Where consent leads: back to the app, with a code and the state it gave. null where the address is not on this
 * machine, since the workspace sends nobody elsewhere.
 */
export function consentTo(world: World, asked: URLSearchParams): string | null {
  const target = parsedUrl(asked.get('redirect_uri') ?? '');
  if (target === null || !['127.0.0.1', 'localhost'].includes(target.hostname)) return null;
  if (asked.get('client_id') !== world.secrets.clientId) return null;
  target.searchParams.set('code', OAUTH_CODE);
  target.searchParams.set('state', asked.get('state') ?? '');
  return target.href;
}

/** URL.parse came with Node 22. */
const parsedUrl = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

function oauthAccess({ world }: Platform, args: JsonObject): JsonObject {
  if (textOf(args.client_id) !== world.secrets.clientId) return refuse('invalid_client_id');
  if (textOf(args.client_secret) !== world.secrets.clientSecret) return refuse('bad_client_secret');
  if (textOf(args.code) !== OAUTH_CODE) return refuse('invalid_code');
  return {
    access_token: world.secrets.botToken,
    token_type: 'bot',
    scope: world.app.scopes.join(','),
    bot_user_id: world.bot.user,
    app_id: world.app.id,
    team: { id: world.team.id, name: world.team.name },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: firstPerson(world) },
  };
}

const firstPerson = (world: World): string | undefined =>
  [...world.users.values()].find((user) => !user.isBot)?.id;
