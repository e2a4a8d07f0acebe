import { isObject, type JsonObject, objectOf, objectsOf, textOf } from './json.ts';

export interface SlashCommand {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
}

export interface Shortcut {
  readonly name: string;
  readonly callbackId: string;
  readonly description: string;
  readonly type: 'global' | 'message';
}

export interface Prompt {
  readonly title: string;
  readonly message: string;
}

/** What the workspace takes from an app's manifest: the same file that Slack takes. */
export interface AppManifest {
  readonly name: string;
  readonly description: string;
  readonly botName: string;
  readonly commands: readonly SlashCommand[];
  readonly shortcuts: readonly Shortcut[];
  readonly scopes: readonly string[];
  readonly events: readonly string[];
  readonly isAgent: boolean;
  readonly hasHome: boolean;
  readonly prompts: readonly Prompt[];
}

/** Reads a manifest as Slack's schema 2 has it. */
export function readManifest(manifest: JsonObject): AppManifest {
  const features = objectOf(manifest.features);
  const display = objectOf(manifest.display_information);
  const agent = objectOf(features.agent_view);
  const name = textOf(display.name) || 'Quoth';
  return {
    name,
    description: textOf(agent.agent_description) || textOf(display.description),
    botName: textOf(objectOf(features.bot_user).display_name) || name,
    commands: objectsOf(features.slash_commands).map(slashCommand),
    shortcuts: objectsOf(features.shortcuts).map(shortcut),
    scopes: scopesOf(manifest),
    events: eventsOf(manifest),
    isAgent: isObject(features.agent_view),
    hasHome: objectOf(features.app_home).home_tab_enabled !== false,
    prompts: objectsOf(agent.suggested_prompts).map(prompt),
  };
}

const slashCommand = (from: JsonObject): SlashCommand => ({
  command: textOf(from.command),
  description: textOf(from.description),
  usageHint: textOf(from.usage_hint),
});

const shortcut = (from: JsonObject): Shortcut => ({
  name: textOf(from.name),
  callbackId: textOf(from.callback_id),
  description: textOf(from.description),
  type: from.type === 'message' ? 'message' : 'global',
});

export const prompt = (from: JsonObject): Prompt => ({
  title: textOf(from.title),
  message: textOf(from.message),
});

function scopesOf(manifest: JsonObject): readonly string[] {
  const scopes = objectOf(objectOf(manifest.oauth_config).scopes);
  return [...stringsOf(scopes.bot), ...stringsOf(scopes.bot_optional)];
}

function eventsOf(manifest: JsonObject): readonly string[] {
  const settings = objectOf(manifest.settings);
  return stringsOf(objectOf(settings.event_subscriptions).bot_events);
}

const stringsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** An app like Quoth, for when no manifest is given. */
export const DEFAULT_MANIFEST: JsonObject = {
  display_information: { name: 'Quoth', description: 'Answers with what the articles say' },
  features: {
    app_home: {
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    },
    agent_view: { agent_description: 'Answers questions with verbatim, attributed quotations' },
    bot_user: { display_name: 'Quoth', always_online: true },
    slash_commands: [
      {
        command: '/quoth',
        description: 'Ask the articles a question',
        usage_hint: 'what did Russia claim about ATACMS?',
      },
    ],
    shortcuts: [],
  },
  oauth_config: {
    scopes: {
      bot: ['commands', 'app_mentions:read', 'chat:write', 'im:history', 'assistant:write'],
      bot_optional: ['channels:history', 'groups:history', 'mpim:history', 'users:read'],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        'app_mention',
        'message.im',
        'message.channels',
        'app_home_opened',
        'app_uninstalled',
        'tokens_revoked',
      ],
    },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
};
