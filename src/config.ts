import * as z from 'zod';
import { InputError } from './input-error.ts';
import { LOG_LEVELS, type LogLevel } from './log.ts';

/** How Slack reaches Quoth and Quoth reaches Slack. */
export interface SlackConfig {
  readonly botToken: string;
  /** Ends with "/". */
  readonly apiUrl: string;
  /** Socket Mode where there is an app token, otherwise HTTP at /slack/events. */
  readonly transport:
    | { readonly mode: 'socket'; readonly appToken: string }
    | { readonly mode: 'http'; readonly signingSecret: string };
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

function slackConfig(values: z.infer<typeof Environment>): SlackConfig | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = values;
  const signingSecret = values.SLACK_SIGNING_SECRET;
  if (!botToken && !appToken && !signingSecret) return null;
  if (!botToken) throw new InputError(fault('SLACK_BOT_TOKEN', 'is missing'));
  const apiUrl = values.SLACK_API_URL.replace(/\/*$/, '/');
  if (appToken) return { botToken, apiUrl, transport: { mode: 'socket', appToken } };
  if (signingSecret) return { botToken, apiUrl, transport: { mode: 'http', signingSecret } };
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

const fault = (name: string, what: string): string =>
  `${name} ${what}; ${SOURCES[name] ?? 'see .env.example'}.`;
