import type { AddressInfo } from 'node:net';
import {
  App,
  type AppOptions,
  HTTPReceiver,
  type HTTPReceiverOptions,
  type InstallationStore,
  SocketModeReceiver,
  webApi,
} from '@slack/bolt';
import type { Logger } from '../log.ts';
import { boltLogger } from './bolt-logger.ts';
import { BOT_SCOPES } from './manifest.ts';
import type { Fetch } from './response-url.ts';

/** Installing the app in several workspaces, from a page of its own: over HTTP only. */
interface OAuthOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Long and random: signs the way through Slack's consent page, and encrypts what is stored. */
  readonly stateSecret: string;
  /** Slack's consent page, when it is not Slack's. */
  readonly authorizationUrl?: string;
}

export interface ConnectionOptions {
  /** Of the one workspace the bot is in; left out where it is installed in several (`oauth`). */
  readonly botToken?: string;
  readonly oauth?: OAuthOptions;
  readonly appToken?: string;
  readonly signingSecret?: string;
  readonly apiUrl?: string;
  /** For HTTP; 0 takes any free one. */
  readonly port: number;
  /** How to reach the Web API and response addresses: the global `fetch` unless told. */
  readonly fetch?: Fetch;
  readonly logger: Logger;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface Health {
  readonly ok: boolean;
  readonly mode: 'socket' | 'http';
  /** Since when the connection is as it is: ISO time. */
  readonly since: string;
}

export interface Connection {
  readonly app: App;
  /** For calls in the name of this token. */
  clientWith(token: string, teamId: string | undefined): webApi.WebClient;
  readonly mode: 'socket' | 'http';
  /** Resolves with the port that Slack posts to, null for a socket. */
  start(): Promise<number | null>;
  stop(): Promise<void>;
  health(): Health;
}

/** A call to Slack that takes longer is given up and made again. */
const TIMEOUT = 10_000;

/** The Bolt app with its way to Slack: a socket where there is an app token, else a port. */
export function connect(options: ConnectionOptions, store: InstallationStore | null): Connection {
  return options.appToken === undefined || store !== null
    ? overHttp(options, options.signingSecret, store)
    : overSocket(options, options.appToken);
}

/** Where the Web API is, and how it is reached. */
export const apiOf = ({ apiUrl, fetch }: ConnectionOptions) => ({
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  ...(fetch === undefined ? {} : { fetch }),
});

/**
 * Settings that are safe together (see the traps of Bolt 5): no `headers`, which would leak one workspace's token into
 * another's calls; an explicit `retryConfig`; initialization that can be awaited. Rate limits and retries are ours
 * (`slack-calls.ts`), so that one refused call does not hold up all the others.
 */
function appOptions(options: ConnectionOptions): AppOptions {
  return {
    ...(options.botToken === undefined ? {} : { token: options.botToken }),
    deferInitialization: true,
    extendedErrorHandler: true,
    convoStore: false,
    logger: boltLogger(options.logger),
    clientOptions: clientOptions(options),
  };
}

const clientOptions = (options: ConnectionOptions): webApi.WebClientOptions => ({
  ...apiOf(options),
  timeout: TIMEOUT,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
});

const clients =
  (options: ConnectionOptions) =>
  (token: string, teamId: string | undefined): webApi.WebClient =>
    new webApi.WebClient(token, {
      ...clientOptions(options),
      logger: boltLogger(options.logger),
      ...(teamId === undefined ? {} : { teamId }),
    });

function overSocket(options: ConnectionOptions, appToken: string): Connection {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLogger(options.logger),
    // Its own client: when Slack cannot be reached it must go on trying, for as long as that takes.
    installerOptions: {
      clientOptions: {
        ...apiOf(options),
        timeout: TIMEOUT,
        retryConfig: { retries: 100, factor: 1.3, maxTimeout: 30_000 },
      },
    },
  });
  const app = new App({ ...appOptions(options), socketMode: true, appToken, receiver });
  const sign = signOfLife(options.now);
  receiver.client.on('connected', () => sign.change(true));
  for (const event of ['close', 'disconnected', 'reconnecting']) {
    receiver.client.on(event, () => sign.change(false));
  }
  return {
    app,
    clientWith: clients(options),
    mode: 'socket',
    start: async () => {
      await app.start();
      return null;
    },
    stop: async () => {
      // Whoever waits for a reconnect would be told by a rejection that nobody hears.
      receiver.client.removeAllListeners('disconnected');
      await app.stop();
    },
    health: () => ({ ...sign.read(), mode: 'socket' }),
  };
}

function overHttp(
  options: ConnectionOptions,
  signingSecret: string | undefined,
  store: InstallationStore | null,
): Connection {
  if (signingSecret === undefined) {
    throw new Error(
      'Expected an app token for Socket Mode, or a signing secret for HTTP; got neither',
    );
  }
  const sign = signOfLife(options.now);
  const health = (): Health => ({ ...sign.read(), mode: 'http' });
  const receiver = new HTTPReceiver({
    signingSecret,
    logger: boltLogger(options.logger),
    ...(options.oauth && store ? installing(options, options.oauth, store) : {}),
    customRoutes: [
      {
        path: '/healthz',
        method: 'GET',
        handler: (_request, response) => {
          response.writeHead(health().ok ? 200 : 503, { 'content-type': 'application/json' });
          response.end(JSON.stringify(health()));
        },
      },
    ],
  });
  const app = new App({ ...appOptions(options), receiver });
  return {
    app,
    clientWith: clients(options),
    mode: 'http',
    start: async () => {
      const server = await receiver.start(options.port);
      sign.change(true);
      return (server.address() as AddressInfo).port;
    },
    stop: async () => {
      await app.stop();
    },
    health,
  };
}

/** /slack/install and /slack/oauth_redirect. */
function installing(
  options: ConnectionOptions,
  { clientId, clientSecret, stateSecret, authorizationUrl }: OAuthOptions,
  installationStore: InstallationStore,
): Partial<HTTPReceiverOptions> {
  return {
    clientId,
    clientSecret,
    stateSecret,
    installationStore,
    scopes: [...BOT_SCOPES],
    installerOptions: {
      legacyStateVerification: false,
      ...(authorizationUrl === undefined ? {} : { authorizationUrl }),
      clientOptions: clientOptions(options),
    },
  };
}

function signOfLife(now: () => number) {
  let ok = false;
  let since = now();
  return {
    change: (value: boolean) => {
      if (value !== ok) since = now();
      ok = value;
    },
    read: () => ({ ok, since: new Date(since).toISOString() }),
  };
}
