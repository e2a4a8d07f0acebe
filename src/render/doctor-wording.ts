/** What `quoth doctor` says of Slack, and how each failure is mended. */
const SETTINGS_PAGE = 'https://api.slack.com/apps > your app';

const TOKEN_FIXES: Readonly<Record<string, string>> = {
  invalid_auth: `copy SLACK_BOT_TOKEN anew from ${SETTINGS_PAGE} > OAuth & Permissions`,
  not_authed: `set SLACK_BOT_TOKEN to the token at ${SETTINGS_PAGE} > OAuth & Permissions`,
  account_inactive: `the app was removed or its bot switched off: install it again at ${SETTINGS_PAGE} > Install App`,
  token_revoked: `the token was revoked: install the app again at ${SETTINGS_PAGE} > Install App, and copy the new token`,
  token_expired: `switch token rotation off at ${SETTINGS_PAGE} > OAuth & Permissions, and install the app again`,
  not_allowed_token_type:
    'this is a token of another kind: SLACK_BOT_TOKEN begins with xoxb-, SLACK_APP_TOKEN with xapp-',
  missing_scope: `update the app with the manifest that "quoth manifest" prints, then install it again at ${SETTINGS_PAGE} > Install App`,
};

const UNREACHED = 'check the network, a proxy (NODE_USE_ENV_PROXY=1) and SLACK_API_URL';

export const DOCTOR = {
  token: 'bot token',
  scopes: 'granted scopes',
  socket: 'socket',
  signing: 'signing secret',
  post: 'posting',
  tokenOk: (bot: string, team: string) => `${bot} in ${team}`,
  scopesOk: (count: number) => `all ${count} that the code uses`,
  scopesMissing: (names: readonly string[]) => `missing: ${names.join(', ')}`,
  scopesUnknown: 'Slack did not say which scopes are granted',
  socketOk: 'opened, greeted and closed',
  socketFix: (code: string | null): string =>
    code === null
      ? UNREACHED
      : `make an app-level token with the scope connections:write at ${SETTINGS_PAGE} > Basic Information, and switch Socket Mode on`,
  signingOk:
    'has the right form; Slack shows on Event Subscriptions whether it accepts the address',
  signingBad: 'has not the form of one: 32 hexadecimal digits',
  signingFix: `copy it from ${SETTINGS_PAGE} > Basic Information > Signing Secret`,
  postOk: (where: string) => `a message was posted to ${where} and taken back`,
  postSelf: 'allowed; Slack lets a bot post to others only, so that no message was left behind',
  postText: 'quoth doctor: a test message, taken back at once.',
  refused: (code: string) => `Slack says ${code}`,
  unreached: (reason: string) => `Slack was not reached: ${reason}`,
  fix: (code: string | null): string =>
    code === null ? UNREACHED : (TOKEN_FIXES[code] ?? `see https://docs.slack.dev for ${code}`),
} as const;
