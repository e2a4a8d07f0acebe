import type { App } from '@slack/bolt';
import type { Archive } from '../answer/archive.ts';
import type { Logger } from '../log.ts';
import { answering } from './answering.ts';
import { type Connection, type ConnectionOptions, connect, type Health } from './connection.ts';
import { openDesk, type Request } from './desk.ts';
import { listenToActions } from './listeners/actions.ts';
import { listenToCommands } from './listeners/commands.ts';
import { listenToHome } from './listeners/home.ts';
import { listenToLeaving } from './listeners/leaving.ts';
import { listenToMessages } from './listeners/messages.ts';
import type { Parts } from './listeners/parts.ts';
import { listenToShortcuts } from './listeners/shortcuts.ts';
import { listenToViews } from './listeners/views.ts';
import { isAlive, OWNER, sleeper, surviveRejections } from './process.ts';
import { persistently } from './slack-calls.ts';
import { type Inbox, openInbox } from './state/inbox.ts';
import { type Installations, openInstallations } from './state/installations.ts';
import { type Memory, openMemory } from './state/memory.ts';
import { openState } from './state/open-state.ts';
import type { Workspace } from './workspace.ts';

export interface SlackAppOptions extends ConnectionOptions {
  readonly archive: Archive;
  /** Holds what the bot remembers; null forgets it at the end. */
  readonly stateDirectory: string | null;
  readonly logger: Logger;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** `/quoth` unless told. */
  readonly command?: string;
  /** Whether people of other organisations, in shared channels, are answered. */
  readonly answerExternal?: boolean;
}

interface ListenerFailure {
  readonly error: Error;
  readonly context: { readonly retryNum?: number };
}

export interface SlackApp {
  /** Resolves once questions are heard; rejects with what Slack said against a token. */
  start(): Promise<{ readonly mode: 'socket' | 'http'; readonly port: number | null }>;
  /** Finishes what it has begun, as far as Slack takes it, then closes everything. */
  stop(): Promise<void>;
  health(): Health;
}

/** A person waits this long for an answer before it is left to the next sweep. */
const ANSWER_PATIENCE = 90_000;
const START_PATIENCE = 60_000;
const SWEEP_EVERY = 15_000;
const FORGET_EVERY = 6 * 60 * 60_000;

const queryOf = ({ team, enterprise, isEnterpriseInstall }: Workspace) => ({
  teamId: team,
  enterpriseId: enterprise,
  isEnterpriseInstall,
});

/** The bot in Slack: hears, answers, remembers. Nothing happens before `start`. */
export function createSlackApp(options: SlackAppOptions): SlackApp {
  const stopping = new AbortController();
  const stores = openStores(options);
  const connection = connect(options, stores.installations);
  const parts = partsOf(options, { stores, connection, stopping });
  listen(connection.app, parts);
  const timers: NodeJS.Timeout[] = [];
  let stopped: Promise<void> | undefined;
  const close = async () => {
    for (const timer of timers) clearInterval(timer);
    await connection.stop().catch(() => undefined);
    stopping.abort();
    await parts.desk.settled();
    stores.close();
  };
  return {
    start: async () => {
      surviveRejections(options.logger);
      const patience = { ...parts.post.patience, atMost: START_PATIENCE };
      await persistently(() => connection.app.init(), patience);
      const port = await connection.start();
      timers.push(...keepHouse(stores, parts));
      return { mode: connection.mode, port };
    },
    stop: () => {
      stopped ??= close();
      return stopped;
    },
    health: () => connection.health(),
  };
}

interface Stores {
  readonly memory: Memory;
  readonly inbox: Inbox<Request>;
  /** Null where the bot is in one workspace. */
  readonly installations: Installations | null;
  readonly close: () => void;
}

function openStores({ stateDirectory, oauth, logger, now }: SlackAppOptions): Stores {
  const onTrouble = (message: string, error: unknown) => logger.error(message, { error });
  const state = openState(stateDirectory, { onTrouble });
  const tokens = oauth
    ? openState(stateDirectory, { file: 'installations.db', durable: true, onTrouble })
    : null;
  return {
    memory: openMemory(state, now),
    inbox: openInbox<Request>(state, { now, owner: OWNER, alive: isAlive }),
    installations:
      oauth && tokens ? openInstallations(tokens, { secret: oauth.stateSecret, now }) : null,
    close: () => {
      state.close();
      tokens?.close();
    },
  };
}

interface Assembly {
  readonly stores: Stores;
  readonly connection: Connection;
  readonly stopping: AbortController;
}

function partsOf(options: SlackAppOptions, { stores, connection, stopping }: Assembly): Parts {
  const { archive, logger, now, command = '/quoth', answerExternal = false } = options;
  const { memory, inbox, installations } = stores;
  const post = {
    fetch: options.fetch ?? globalThis.fetch,
    patience: { now, sleep: sleeper(stopping.signal), atMost: ANSWER_PATIENCE },
    logger,
  };
  const answers = answering({ archive, memory, now, command });
  const clientFor = async (workspace: Workspace) => {
    if (installations === null) return connection.app.client;
    const { bot } = await installations.fetchInstallation(queryOf(workspace));
    return connection.clientWith(bot?.token ?? '', workspace.team);
  };
  const leave = async (workspace: Workspace) => {
    logger.warn('the app was removed from a workspace', { ...workspace });
    await installations?.deleteInstallation(queryOf(workspace));
  };
  const desk = openDesk({ inbox, answering: answers, logger, clientFor, post });
  const shared = { archive, memory, logger, now, command, answerExternal };
  return { ...shared, answering: answers, desk, post, leave };
}

function listen(app: App, parts: Parts): void {
  listenToMessages(app, parts);
  listenToCommands(app, parts);
  listenToActions(app, parts);
  listenToViews(app, parts);
  listenToShortcuts(app, parts);
  listenToHome(app, parts);
  listenToLeaving(app, parts);
  app.error(async ({ error, context }: ListenerFailure) => {
    parts.logger.error('a listener failed', { error, retry: context.retryNum });
  });
}

/** Answers what was left over, now and from time to time, and forgets what has outlived its time. */
function keepHouse({ memory, inbox }: Stores, { desk }: Parts): NodeJS.Timeout[] {
  const forget = () => {
    memory.forget();
    inbox.forget();
  };
  forget();
  // Not waited for: what was left over may itself have to wait for Slack.
  void desk.sweep({ postponed: true });
  return [
    setInterval(() => void desk.sweep(), SWEEP_EVERY).unref(),
    setInterval(forget, FORGET_EVERY).unref(),
  ];
}
