import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { consentTo } from './api/access.ts';
import { serveApi } from './api/web-api.ts';
import type { HttpTarget } from './delivery/http-sender.ts';
import { createLink } from './delivery/link.ts';
import { createSocketHub, type SocketHub } from './delivery/socket-hub.ts';
import { createPeople, findChannel, type People } from './driver.ts';
import { eventEnvelope } from './events.ts';
import { answerText } from './http.ts';
import type { JsonObject } from './json.ts';
import { DEFAULT_MANIFEST } from './manifest.ts';
import { messagesIn, repliesTo } from './message-json.ts';
import { newWorld } from './new-world.ts';
import { isLoopback } from './page-server/guard.ts';
import { servePage } from './page-server/serve-page.ts';
import type { AppLink, Attempt, Delivered, EnvelopeType, Platform } from './platform.ts';
import { serveResponseUrl } from './response-url.ts';
import { DEFAULT_SEED, type Seed } from './seed.ts';
import { topModal } from './views.ts';
import {
  type Fault,
  type Message,
  nextId,
  type RecordedCall,
  tell,
  type View,
  type World,
} from './world.ts';

export interface WorkspaceOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** The loopback only. */
  readonly host?: '127.0.0.1';
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly seed?: Seed;
  /** The app's manifest, as Slack takes it: its commands, shortcuts, scopes and events. */
  readonly manifest?: JsonObject;
  /** Whether Slack's rate limits hold; otherwise 429 comes only when asked for by `fail`. */
  readonly rateLimits?: boolean;
  /** Milliseconds the app has to acknowledge: 3,000 in Slack. */
  readonly ackTimeout?: number;
  /** Milliseconds before each further try of an event: at once, 1 and 5 minutes over HTTP. */
  readonly retryDelays?: readonly number[];
}

/** Something that was sent to the app, and how it took it. */
interface Sent {
  readonly type: EnvelopeType;
  readonly payload: JsonObject;
  readonly outcome: Promise<Delivered>;
}

/** A running workspace: where the app finds it, and everything a test or the page may do. */
export interface Workspace extends People {
  /** The page. */
  readonly url: string;
  /** For Slack's clients: with /api/ at the end. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** For an installation by OAuth; consent is given at <url>oauth/v2/authorize. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly world: World;
  /** Everything sent to the app, in order. */
  readonly sent: readonly Sent[];
  /** What everybody sees in a channel, oldest first. */
  readonly messages: (channel: string) => readonly Message[];
  readonly replies: (root: Message) => readonly Message[];
  /** What only this person sees, oldest first. */
  readonly ephemerals: (user: string) => readonly Message[];
  readonly modal: (user: string) => View | undefined;
  readonly home: (user: string) => View | undefined;
  /** The Web API calls so far, of one method or all; `response_url` counts as a method. */
  readonly calls: (method?: string) => readonly RecordedCall[];
  /** The next `times` calls of the method end so. */
  readonly fail: (method: string, fault: Fault, times?: number) => void;
  /** Sends over HTTP from now on, signed; null goes back to Socket Mode. */
  readonly deliverTo: (requestUrl: string | null) => void;
  /** Whether the app can be reached. */
  readonly connected: () => boolean;
  /** Any event, in a proper envelope. */
  readonly emit: (event: JsonObject, channel?: string) => Promise<Delivered>;
  /** An event once more: under its own id as a retry, or under a new one. */
  readonly redeliver: (
    sent: Sent,
    how: Attempt & { readonly newId?: boolean },
  ) => Promise<Delivered>;
  readonly dropSockets: () => void;
  readonly disconnectSockets: SocketHub['disconnect'];
  /** The first value of `look` that is neither undefined, null nor false. */
  readonly until: <T>(
    look: () => T | undefined | null | false,
    milliseconds?: number,
  ) => Promise<T>;
  readonly stop: () => Promise<void>;
}

const RETRY_DELAYS = [0, 60_000, 300_000];

/** Opens a small Slack of its own on the loopback. */
export async function startWorkspace(options: WorkspaceOptions = {}): Promise<Workspace> {
  const server = createServer();
  const baseUrl = await listen(server, options);
  const world = newWorld({
    now: options.now ?? Date.now,
    seed: options.seed ?? DEFAULT_SEED,
    manifest: options.manifest ?? DEFAULT_MANIFEST,
    baseUrl,
  });
  const parts = connectApp(world, options);
  attach(server, parts, options);
  return workspaceOf(server, parts);
}

async function listen(server: Server, { port = 0, host = '127.0.0.1' }: WorkspaceOptions) {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}

interface Parts {
  readonly platform: Platform;
  readonly hub: SocketHub;
  readonly sent: Sent[];
  readonly deliverTo: (url: string | null) => void;
  readonly close: () => void;
}

function connectApp(world: World, options: WorkspaceOptions): Parts {
  const { ackTimeout = 3_000, retryDelays = RETRY_DELAYS } = options;
  const sent: Sent[] = [];
  let requestUrl: string | null = null;
  const target = (): HttpTarget | null =>
    requestUrl === null
      ? null
      : { url: requestUrl, signingSecret: world.secrets.signingSecret, ackTimeout, now: world.now };
  const hub = createSocketHub({
    appId: world.app.id,
    ackTimeout,
    onChange: (connected) => {
      if (connected) link.flush();
      tell(world, { kind: 'connection', connected });
    },
  });
  const link = createLink({ hub, target, retryDelays });
  const recording: AppLink = {
    connected: link.connected,
    deliver: (type, payload, attempt) => {
      const outcome = link.deliver(type, payload, attempt);
      sent.push({ type, payload, outcome });
      return outcome;
    },
  };
  return {
    platform: { world, link: recording },
    hub,
    sent,
    deliverTo: (url) => {
      requestUrl = url;
      tell(world, { kind: 'connection', connected: link.connected() });
    },
    close: () => {
      link.close();
      hub.close();
    },
  };
}

function attach(server: Server, { platform, hub }: Parts, options: WorkspaceOptions): void {
  const more = {
    'apps.connections.open': ({ world }: Platform) => ({
      url: `${world.baseUrl.replace('http', 'ws')}/link?ticket=${hub.ticket()}`,
    }),
  };
  const api = { more, rateLimits: options.rateLimits ?? false };
  const site = { platform, people: createPeople(platform) };
  server.on('request', (request, response) => {
    route(request, response).catch(() => response.destroy());
  });
  server.on('upgrade', (request, socket, head) => hub.upgrade(request, socket, head));

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/';
    if (!isLoopback(request.headers.host)) return answerText(response, 403, 'loopback only');
    if (path.startsWith('/api/')) await serveApi(platform, api, request, response);
    else if (path.startsWith('/oauth/')) serveConsent(platform, request, response);
    else if (path.startsWith('/response/')) await serveResponseUrl(platform, request, response);
    else await servePage(site, request, response);
  };
}

/** Consents at once, as if the person had clicked Allow. */
function serveConsent(
  { world }: Platform,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { searchParams } = new URL(request.url ?? '/', world.baseUrl);
  const location = consentTo(world, searchParams);
  if (location === null) answerText(response, 400, 'no such app, or not on this machine');
  else answerText(response, 302, '', { location });
}

function workspaceOf(server: Server, parts: Parts): Workspace {
  const { platform, hub, sent } = parts;
  const { world, link } = platform;
  return {
    url: `${world.baseUrl}/`,
    apiUrl: `${world.baseUrl}/api/`,
    botToken: world.secrets.botToken,
    appToken: world.secrets.appToken,
    signingSecret: world.secrets.signingSecret,
    clientId: world.secrets.clientId,
    clientSecret: world.secrets.clientSecret,
    world,
    sent,
    ...createPeople(platform),
    ...looking(world),
    calls: (method) => world.calls.filter((call) => method === undefined || call.method === method),
    fail: (method, fault, times = 1) => {
      const before = world.faults.get(method) ?? [];
      world.faults.set(method, [...before, ...Array.from({ length: times }, () => fault)]);
    },
    deliverTo: parts.deliverTo,
    connected: link.connected,
    emit: (event, channel) => {
      const where = channel === undefined ? {} : { channel: findChannel(world, channel) };
      return link.deliver('events_api', eventEnvelope(world, { event, ...where }));
    },
    redeliver: (again, { newId, ...attempt }) => {
      const id = newId ? { event_id: nextId(world, 'Ev') } : {};
      return link.deliver(again.type, { ...again.payload, ...id }, attempt);
    },
    dropSockets: hub.drop,
    disconnectSockets: hub.disconnect,
    until: (look, milliseconds = 5_000) => until(world, look, milliseconds),
    stop: () => {
      parts.close();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

type Looking = Pick<Workspace, 'messages' | 'replies' | 'ephemerals' | 'modal' | 'home'>;

const looking = (world: World): Looking => ({
  messages: (channel) => messagesIn(world, findChannel(world, channel).id),
  replies: (root) => repliesTo(world, root),
  ephemerals: (user) =>
    [...world.messages.values()].filter((message) => message.ephemeralFor === user),
  modal: (user) => topModal(world, user),
  home: (user) => world.views.get(world.homes.get(user) ?? ''),
});

/** How often `until` looks again when nothing happens in the workspace. */
const LOOK_EVERY = 20;

function until<T>(
  world: World,
  look: () => T | undefined | null | false,
  milliseconds: number,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const check = (): void => {
      const value = look();
      if (value === undefined || value === null || value === false) return;
      finish();
      resolve(value);
    };
    const finish = (): void => {
      clearInterval(timer);
      clearTimeout(limit);
      world.watchers.delete(check);
    };
    const timer = setInterval(check, LOOK_EVERY);
    const limit = setTimeout(() => {
      finish();
      reject(new Error(`Nothing came of it within ${milliseconds} ms: ${String(look)}`));
    }, milliseconds);
    world.watchers.add(check);
    check();
  });
}
