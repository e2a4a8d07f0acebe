import { SocketModeReceiver, webApi } from '@slack/bolt';
import { DOCTOR } from '../render/doctor-wording.ts';
import { boltLogger } from './bolt-logger.ts';
import { apiOf, type ConnectionOptions } from './connection.ts';
import { BOT_SCOPES } from './manifest.ts';
import { slackError } from './slack-calls.ts';

/** One thing looked at; with `fix` where it is not as it must be. */
export interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly fix?: string;
}

export interface DoctorOptions extends ConnectionOptions {
  /** A channel or a person to post the test message to; the bot itself unless told. */
  readonly postTo?: string;
}

const TIMEOUT = 10_000;

/** Looks at everything that the bot needs of Slack, in order; stops where the rest could only fail too. Never rejects. */
export async function* examineSlack(options: DoctorOptions): AsyncGenerator<Finding> {
  const client = new webApi.WebClient(options.botToken ?? '', {
    ...apiOf(options),
    timeout: TIMEOUT,
    retryConfig: { retries: 1 },
    rejectRateLimitedCalls: true,
    logger: boltLogger(options.logger),
  });
  const identity = await attempt(() => client.auth.test());
  yield tokenFinding(identity);
  yield options.appToken === undefined
    ? signingFinding(options.signingSecret ?? '')
    : await socketFinding(options, options.appToken);
  if (!identity.ok) return;
  yield scopesFinding(identity.value);
  yield await postFinding(client, options.postTo ?? identity.value.user_id ?? '', options.postTo);
}

type Attempted<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: unknown };

async function attempt<T>(call: () => Promise<T>): Promise<Attempted<T>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    return { ok: false, error };
  }
}

function failed(name: string, error: unknown, fix = DOCTOR.fix(slackError(error))): Finding {
  const code = slackError(error);
  const reason = error instanceof Error ? error.message : String(error);
  return { name, ok: false, detail: code ? DOCTOR.refused(code) : DOCTOR.unreached(reason), fix };
}

function tokenFinding(identity: Attempted<webApi.AuthTestResponse>): Finding {
  if (!identity.ok) return failed(DOCTOR.token, identity.error);
  const { user = '', team = '' } = identity.value;
  return { name: DOCTOR.token, ok: true, detail: DOCTOR.tokenOk(user, team) };
}

/** A token keeps the scopes it was granted: a changed manifest counts only after the app is installed again. */
function scopesFinding({ response_metadata }: webApi.AuthTestResponse): Finding {
  const name = DOCTOR.scopes;
  const granted = response_metadata?.scopes;
  if (granted === undefined) return { name, ok: true, detail: DOCTOR.scopesUnknown };
  const missing = BOT_SCOPES.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return { name, ok: true, detail: DOCTOR.scopesOk(BOT_SCOPES.length) };
  return {
    name,
    ok: false,
    detail: DOCTOR.scopesMissing(missing),
    fix: DOCTOR.fix('missing_scope'),
  };
}

async function socketFinding(options: DoctorOptions, appToken: string): Promise<Finding> {
  const { client } = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: boltLogger(options.logger),
    installerOptions: {
      clientOptions: { ...apiOf(options), timeout: TIMEOUT, retryConfig: { retries: 1 } },
    },
  });
  const opened = await attempt(() => within(TIMEOUT, client.start()));
  client.removeAllListeners('disconnected');
  await within(2000, client.disconnect()).catch(() => undefined);
  if (opened.ok) return { name: DOCTOR.socket, ok: true, detail: DOCTOR.socketOk };
  return failed(DOCTOR.socket, opened.error, DOCTOR.socketFix(slackError(opened.error)));
}

function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(
      () => reject(new Error(`no answer within ${milliseconds} ms`)),
      milliseconds,
    ).unref();
  });
  return Promise.race([promise, late]);
}

function signingFinding(secret: string): Finding {
  const ok = /^[0-9a-f]{32}$/i.test(secret);
  if (ok) return { name: DOCTOR.signing, ok, detail: DOCTOR.signingOk };
  return { name: DOCTOR.signing, ok, detail: DOCTOR.signingBad, fix: DOCTOR.signingFix };
}

/** Slack's ways of saying that the post was in order but for its place. */
const NO_SUCH_PLACE = new Set(['channel_not_found', 'cannot_dm_bot', 'user_not_found']);

async function postFinding(
  client: webApi.WebClient,
  channel: string,
  stated: string | undefined,
): Promise<Finding> {
  const name = DOCTOR.post;
  const posted = await attempt(() => client.chat.postMessage({ channel, text: DOCTOR.postText }));
  if (!posted.ok) {
    const alone = stated === undefined && NO_SUCH_PLACE.has(slackError(posted.error) ?? '');
    return alone ? { name, ok: true, detail: DOCTOR.postSelf } : failed(name, posted.error);
  }
  const { channel: where = channel, ts = '' } = posted.value;
  await attempt(() => client.chat.delete({ channel: where, ts }));
  return { name, ok: true, detail: DOCTOR.postOk(stated ?? where) };
}
