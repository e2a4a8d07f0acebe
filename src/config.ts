import * as z from 'zod';
import { InputError } from './input-error.ts';
import { LOG_LEVELS, type LogLevel } from './log.ts';

/** How Slack lets Quoth in: by a socket, by signed requests, or into every workspace that installs it. */
export type SlackAccess =
  | { readonly mode: 'socket'; readonly botToken: string; readonly appToken: string }
  | { readonly mode: 'http'; readonly botToken: string; readonly signingSecret: string }
  | {
      readonly mode: 'distributed';
      readonly signingSecret: string;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly stateSecret: string;
    };

export interface SlackConfig {
  /** Ends with "/". */
  readonly apiUrl: string;
  /** Whether people of other organisations, in shared channels, are answered. */
  readonly answerExternal: boolean;
  readonly access: SlackAccess;
}

/** All settings, read once. */
export interface Config {
  /** Null without Slack tokens: Quoth then opens its own workspace on this machine. */
  readonly slack: SlackConfig | null;
  readonly port: number;
  /** Folder or file of articles. */
  readonly corpus: string;
  /** Folder for what must survive a restart. */
  readonly state: string;
  readonly logLevel: LogLevel;
}

const SOURCES: Readonly<Record<string, string>> = {
  SLACK_BOT_TOKEN:
    'copy it from https://api.slack.com/apps > your app > OAuth & Permissions > Bot User OAuth Token',
  SLACK_APP_TOKEN:
    'make one at https://api.slack.com/apps > your app > Basic Information > App-Level Tokens, scope connections:write',
  SLACK_SIGNING_SECRET:
    'copy it from https://api.slack.com/apps > your app > Basic Information > Signing Secret',
  SLACK_CLIENT_ID:
    'copy it from https://api.slack.com/apps > your app > Basic Information > App Credentials',
  SLACK_CLIENT_SECRET:
    'copy it from https://api.slack.com/apps > your app > Basic Information > App Credentials',
  SLACK_STATE_SECRET: 'make one up, long and random: openssl rand -hex 32',
  SLACK_ANSWER_EXTERNAL: 'leave it out to answer your own organisation only',
  SLACK_API_URL: 'leave it out to use Slack',
  PORT: 'leave it out to use 3000',
  LOG_LEVEL: 'leave it out to use info',
};

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
  .transform(Number)
  .refine((value) => value <= 65_535, 'must be a whole number from 0 to 65535');

/** An empty setting, as .env.example leaves them, is a setting left out. */
const Environment = z.object({
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'must begin with "xoxb-"').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'must begin with "xapp-"').optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(16, 'must be the secret that Slack shows, 32 hexadecimal digits')
    .optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_STATE_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  SLACK_ANSWER_EXTERNAL: z
    .enum(['yes', 'no'], { error: 'must be yes or no' })
    .default('no')
    .transform((value) => value === 'yes'),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .default('https://slack.com/api/'),
  PORT: port.default(3000),
  CORPUS_DIR: z.string().default('corpus'),
  STATE_DIR: z.string().default('.state'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
    .default('info'),
});

/** The names of all settings. */
export const SETTINGS: readonly string[] = Object.keys(Environment.shape);

/** Reads the settings from `environment`. Throws InputError with a line for every setting at fault: its name, what is wrong, where to get it. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const stated = Object.entries(environment).filter(([, value]) => value?.trim());
  const parsed = Environment.safeParse(Object.fromEntries(stated));
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues.map(({ path, message }) => fault(String(path[0]), message)).join('\n'),
    );
  }
  const values = parsed.data;
  return {
    slack: slackConfig(values),
    port: values.PORT,
    corpus: values.CORPUS_DIR,
    state: values.STATE_DIR,
    logLevel: values.LOG_LEVEL,
  };
}

type Values = z.infer<typeof Environment>;

function slackConfig(values: Values): SlackConfig | null {
  const access = values.SLACK_CLIENT_ID ? distributed(values) : inOneWorkspace(values);
  if (access === null) return null;
  const apiUrl = values.SLACK_API_URL.replace(/\/*$/, '/');
  return { apiUrl, answerExternal: values.SLACK_ANSWER_EXTERNAL, access };
}

function inOneWorkspace(values: Values): SlackAccess | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = values;
  const { SLACK_SIGNING_SECRET: signingSecret } = values;
  if (!botToken && !appToken && !signingSecret) return null;
  if (!botToken) throw missing('SLACK_BOT_TOKEN');
  if (appToken) return { mode: 'socket', botToken, appToken };
  if (signingSecret) return { mode: 'http', botToken, signingSecret };
  throw new InputError(
    [
      fault(
        'SLACK_APP_TOKEN',
        'is missing, and so is SLACK_SIGNING_SECRET: one of the two is needed',
      ),
      fault('SLACK_SIGNING_SECRET', 'is the one to set for HTTP instead of Socket Mode'),
    ].join('\n'),
  );
}

function distributed(values: Values): SlackAccess {
  const needed = (
    name: 'SLACK_CLIENT_ID' | 'SLACK_CLIENT_SECRET' | 'SLACK_SIGNING_SECRET' | 'SLACK_STATE_SECRET',
  ): string => {
    const value = values[name];
    if (value === undefined) throw missing(name);
    return value;
  };
  return {
    mode: 'distributed',
    clientId: needed('SLACK_CLIENT_ID'),
    clientSecret: needed('SLACK_CLIENT_SECRET'),
    signingSecret: needed('SLACK_SIGNING_SECRET'),
    stateSecret: needed('SLACK_STATE_SECRET'),
  };
}

const missing = (name: string): InputError => new InputError(fault(name, 'is missing'));

const fault = (name: string, what: string): string =>
  `${name} ${what}; ${SOURCES[name] ?? 'see .env.example'}.`;
