import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Connected, type ConnectionOptions, connectApp, type Sent } from './connect-app.ts';
import type { SocketHub } from './delivery/socket-hub.ts';
import { createPeople, findChannel, type People } from './driver.ts';
import { eventEnvelope } from './events.ts';
import type { JsonObject } from './json.ts';
import { type Looking, looking, until } from './looking.ts';
import { DEFAULT_MANIFEST } from './manifest.ts';
import { newWorld } from './new-world.ts';
import type { Attempt, Delivered } from './platform.ts';
import { DEFAULT_SEED, type Seed } from './seed.ts';
import { serve } from './serve.ts';
import { type Fault, nextId, type RecordedCall, type World } from './world.ts';

export interface WorkspaceOptions extends ConnectionOptions {
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
}

/** A running workspace: where the app finds it, and everything a test or the page may do. */
export interface Workspace extends People, Looking {
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

/** Milliseconds `until` waits unless told: long, since a machine may be busy. */
const PATIENCE = 20_000;

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
  serve(server, parts, options.rateLimits ?? false);
  return workspaceOf(server, parts);
}

async function listen(server: Server, { port = 0, host = '127.0.0.1' }: WorkspaceOptions) {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}

function workspaceOf(server: Server, parts: Connected): Workspace {
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
    until: (look, milliseconds = PATIENCE) => until(world, look, milliseconds),
    stop: () => {
      parts.close();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
