import { SHORTCUTS } from './listeners/shortcuts.ts';

export interface ManifestOptions {
  readonly mode: 'socket' | 'http';
  /** Where Slack reaches this bot over HTTP: https://host, without a path. */
  readonly url?: string;
  /** `/quoth` unless told. */
  readonly command?: string;
  /** Also hear threads without a mention; asks for the scopes to read messages in channels. */
  readonly threads?: boolean;
  /** Also offer the installation page for other workspaces. */
  readonly distributed?: boolean;
}

/** What the code cannot do without; `test/slack/manifest.test.ts` compares it with the calls and events in the code. */
export const BOT_SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'chat:write',
  'commands',
  'im:history',
] as const;

/** To follow a thread without being mentioned again. */
const THREAD_SCOPES = ['channels:history', 'groups:history', 'mpim:history'];
const THREAD_EVENTS = ['message.channels', 'message.groups', 'message.mpim'];

const BOT_EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'message.im',
  'tokens_revoked',
] as const;

const LONG_DESCRIPTION =
  'Quoth answers questions about your own collection of news articles with what the articles themselves say: verbatim passages, each with who said it, how, in which article and when. It writes no answers of its own and there is no language model in it, so there is nothing that can invent a quotation. Where the articles are silent, it says so.';

/** The app as Slack takes it (app manifest, schema 2). Throws where HTTP has no address. */
export function manifest(options: ManifestOptions): Readonly<Record<string, unknown>> {
  const { threads = false } = options;
  return {
    _metadata: { major_version: 2, minor_version: 0 },
    display_information: {
      name: 'Quoth',
      description: 'Answers questions about the news with verbatim, attributed quotations',
      long_description: LONG_DESCRIPTION,
      background_color: '#1d3557',
    },
    features: features(options),
    oauth_config: {
      ...redirects(options),
      scopes: { bot: [...BOT_SCOPES, ...(threads ? THREAD_SCOPES : [])].sort() },
    },
    settings: {
      event_subscriptions: {
        ...requestUrl(options),
        bot_events: [...BOT_EVENTS, ...(threads ? THREAD_EVENTS : [])].sort(),
      },
      interactivity: { is_enabled: true, ...requestUrl(options) },
      org_deploy_enabled: options.distributed ?? false,
      socket_mode_enabled: options.mode === 'socket',
      token_rotation_enabled: false,
    },
  };
}

function features(options: ManifestOptions) {
  const { command = '/quoth' } = options;
  return {
    app_home: {
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    },
    agent_view: {
      agent_description:
        'Quotes what your news articles say, word for word, with who said it, how and where.',
    },
    bot_user: { display_name: 'Quoth', always_online: true },
    shortcuts: [
      shortcut(
        'message',
        SHORTCUTS.find,
        'Find quotations',
        'Find what the articles say about this',
      ),
      shortcut(
        'message',
        SHORTCUTS.check,
        'Check this quotation',
        'Check whether these words stand in the articles',
      ),
      shortcut(
        'global',
        SHORTCUTS.search,
        'Search quotations',
        'Ask with speaker, outlet and dates',
      ),
    ],
    slash_commands: [
      {
        command,
        ...(options.mode === 'http' ? { url: endpoint(options) } : {}),
        description: 'Ask what the articles say',
        usage_hint: 'what did the minister say about drones? | verify "exact words" | help',
        should_escape: true,
      },
    ],
  };
}

const shortcut = (type: string, callbackId: string, name: string, description: string) => ({
  name,
  type,
  callback_id: callbackId,
  description,
});

const requestUrl = (options: ManifestOptions) =>
  options.mode === 'http' ? { request_url: endpoint(options) } : {};

const redirects = (options: ManifestOptions) =>
  options.distributed ? { redirect_urls: [`${origin(options)}/slack/oauth_redirect`] } : {};

const endpoint = (options: ManifestOptions): string => `${origin(options)}/slack/events`;

function origin({ url }: ManifestOptions): string {
  if (url === undefined || !URL.canParse(url)) {
    throw new RangeError(
      `Expected the https address under which Slack reaches Quoth (--url https://quoth.example.org), got ${url ?? 'none'}`,
    );
  }
  return url.replace(/\/+$/, '');
}
