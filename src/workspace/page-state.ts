import type { JsonObject } from './json.ts';
import type { Prompt, Shortcut, SlashCommand } from './manifest.ts';

/** What the page is told, for one person. Shared by the server and the page's scripts. */
export interface PageState {
  readonly me: string;
  readonly team: string;
  readonly app: PageApp;
  readonly users: readonly PageUser[];
  readonly channels: readonly PageChannel[];
  readonly messages: readonly PageMessage[];
  /** Open modals, the topmost last. */
  readonly modals: readonly PageView[];
  readonly home: PageView | null;
  /** By channel. */
  readonly prompts: Readonly<Record<string, PagePrompts>>;
  /** "is searching…", by channel and thread. */
  readonly statuses: Readonly<Record<string, string>>;
  readonly titles: Readonly<Record<string, string>>;
  /** Whether the app can be reached. */
  readonly connected: boolean;
}

interface PageApp {
  readonly name: string;
  readonly description: string;
  readonly user: string;
  readonly commands: readonly SlashCommand[];
  readonly shortcuts: readonly Shortcut[];
  readonly isAgent: boolean;
  readonly hasHome: boolean;
}

export interface PageUser {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly title: string;
  readonly isBot: boolean;
}

export interface PageChannel {
  readonly id: string;
  readonly kind: 'channel' | 'im';
  readonly name: string;
  readonly topic: string;
  readonly hasApp: boolean;
  readonly members: number;
}

export interface PageMessage {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly threadTs?: string;
  readonly broadcast: boolean;
  readonly edited: boolean;
  readonly ephemeral: boolean;
  readonly reactions: readonly { readonly name: string; readonly users: readonly string[] }[];
  /** The call it came by and what that call carried. */
  readonly sentBy: string;
  readonly sent: JsonObject;
}

export interface PageView {
  readonly id: string;
  readonly hash: string;
  readonly title: string;
  readonly submit: string;
  readonly close: string;
  readonly blocks: readonly JsonObject[];
  readonly sent: JsonObject;
}

export interface PagePrompts {
  readonly title: string;
  readonly prompts: readonly Prompt[];
}

/** A change, as it happens. */
export type PageNotice =
  | { readonly kind: 'message'; readonly message: PageMessage }
  | { readonly kind: 'removed'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'channel'; readonly channel: PageChannel }
  | { readonly kind: 'modals'; readonly modals: readonly PageView[] }
  | { readonly kind: 'home'; readonly home: PageView | null }
  | { readonly kind: 'status'; readonly thread: string; readonly text: string }
  | { readonly kind: 'title'; readonly thread: string; readonly title: string }
  | { readonly kind: 'prompts'; readonly channel: string; readonly prompts: PagePrompts }
  | { readonly kind: 'failure'; readonly text: string }
  | { readonly kind: 'connection'; readonly connected: boolean };
