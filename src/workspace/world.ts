import type { JsonObject } from './json.ts';
import type { AppManifest, Prompt } from './manifest.ts';

export interface User {
  readonly id: string;
  /** Handle, as in @mara. */
  readonly name: string;
  readonly realName: string;
  readonly title: string;
  readonly isBot: boolean;
}

export interface Channel {
  readonly id: string;
  readonly kind: 'channel' | 'im';
  /** Without the #; a direct message carries its person's handle. */
  readonly name: string;
  readonly topic: string;
  readonly members: readonly string[];
  readonly isArchived?: boolean;
  /** Shared with another organisation (Slack Connect). */
  readonly isShared?: boolean;
}

export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly attachments?: readonly JsonObject[];
  readonly botId?: string;
  readonly threadTs?: string;
  readonly subtype?: 'thread_broadcast';
  readonly edited?: { readonly user: string; readonly ts: string };
  readonly clientMsgId?: string;
  readonly metadata?: JsonObject;
  readonly reactions: readonly { readonly name: string; readonly users: readonly string[] }[];
  /** Only this person sees it. */
  readonly ephemeralFor?: string;
  /** What the app sent, as it came over the wire. */
  readonly sent?: { readonly by: string; readonly payload: JsonObject };
}

export interface View {
  readonly id: string;
  readonly user: string;
  readonly hash: string;
  readonly rootId: string;
  readonly previousId: string | null;
  /** What the app gave: type, title, blocks, callback_id, private_metadata … */
  readonly given: JsonObject;
  readonly blocks: readonly JsonObject[];
}

export interface RecordedCall {
  readonly method: string;
  readonly args: JsonObject;
  readonly token: string;
  readonly at: number;
  readonly status: number;
  readonly answer: JsonObject;
}

/** What a method does instead of its work, for its next calls. */
export type Fault =
  | { readonly kind: 'ratelimited'; readonly retryAfter: number }
  | { readonly kind: 'http'; readonly status: number }
  | { readonly kind: 'error'; readonly code: string; readonly detail?: JsonObject }
  | { readonly kind: 'drop' }
  /** The work is done, the answer comes late (milliseconds) or, with 'lost', never. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'lost' };

interface Trigger {
  readonly user: string;
  readonly expires: number;
  readonly exchanged: boolean;
}

export interface ResponseUrl {
  readonly channel: string;
  readonly user: string;
  readonly expires: number;
  readonly uses: number;
  /** The message that the clicked button sits on. */
  readonly original?: string;
  readonly threadTs?: string;
}

interface Status {
  readonly text: string;
  readonly expires: number;
}

/** Something that a watcher of the workspace may want to show. */
export type Notice =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'removed'; readonly message: Message }
  | { readonly kind: 'channel'; readonly channel: Channel }
  | { readonly kind: 'modals'; readonly user: string }
  | { readonly kind: 'home'; readonly user: string }
  | { readonly kind: 'status'; readonly channel: string; readonly threadTs: string }
  | { readonly kind: 'prompts'; readonly channel: string }
  | { readonly kind: 'title'; readonly channel: string; readonly threadTs: string }
  | { readonly kind: 'failure'; readonly user: string; readonly text: string }
  | { readonly kind: 'connection'; readonly connected: boolean };

interface Secrets {
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** All that the workspace holds. Values are replaced, never changed in place. */
export interface World {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly baseUrl: string;
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly app: AppManifest & { readonly id: string };
  readonly bot: { readonly id: string; readonly user: string };
  readonly secrets: Secrets;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  /** By channel and ts. */
  readonly messages: Map<string, Message>;
  readonly views: Map<string, View>;
  /** Home view by person. */
  readonly homes: Map<string, string>;
  /** Open modals by person, the topmost last. */
  readonly modals: Map<string, readonly string[]>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly prompts: Map<string, { readonly title: string; readonly prompts: readonly Prompt[] }>;
  readonly statuses: Map<string, Status>;
  readonly titles: Map<string, string>;
  readonly calls: RecordedCall[];
  readonly faults: Map<string, Fault[]>;
  readonly watchers: Set<(notice: Notice) => void>;
  /** A number that no earlier call gave. */
  readonly count: () => number;
}

/** Entries a log keeps: a workspace may run for weeks. */
const KEPT = 10_000;

/** Adds to a log and lets go of what is oldest. */
export function note<Entry>(log: Entry[], entry: Entry): void {
  log.push(entry);
  if (log.length > KEPT) log.splice(0, log.length - KEPT);
}

export const keyOf = (channel: string, ts: string): string => `${channel}:${ts}`;

export function tell(world: World, notice: Notice): void {
  for (const watcher of [...world.watchers]) watcher(notice);
}

/** Slack's id of a moment, unique in this workspace: seconds, and a number that only grows. */
export function nextTs(world: World): string {
  const seconds = Math.floor(world.now() / 1000);
  return `${seconds}.${String(world.count()).padStart(6, '0')}`;
}

/** An id such as Ev0000000042. */
export const nextId = (world: World, prefix: string): string =>
  `${prefix}${world.count().toString(36).toUpperCase().padStart(10, '0')}`;
