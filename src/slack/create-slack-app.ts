import type { Archive } from '../answer/archive.ts';
import type { Logger } from '../log.ts';
import { answering } from './answering.ts';
import { type ConnectionOptions, connect, type Health } from './connection.ts';
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
import { type Patience, persistently } from './slack-calls.ts';
import { openInbox } from './state/inbox.ts';
import { openInstallations } from './state/installations.ts';
import { openMemory } from './state/memory.ts';
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

const queryOf = ({ team, enterprise, isEnterpriseInstall }: Workspace) => ({
  teamId: team,
  enterpriseId: enterprise,
  isEnterpriseInstall,
});

export function createSlackApp(options: SlackAppOptions): SlackApp {
  const { logger, now } = options;
  const stopping = new AbortController();
  const patience: Patience = { now, sleep: sleeper(stopping.signal), atMost: ANSWER_PATIENCE };
  const onTrouble = (message: string, error: unknown) => logger.error(message, { error });
  const state = openState(options.stateDirectory, { onTrouble });
  const memory = openMemory(state, now);
  const { oauth } = options;
  const installed =
    oauth &&
    openState(options.stateDirectory, { file: 'installations.db', durable: true, onTrouble });
  const store = installed ? openInstallations(installed, { secret: oauth.stateSecret, now }) : null;
  const connection = connect(options, store);
  const { app } = connection;
  const post = { fetch: options.fetch ?? globalThis.fetch, patience, logger };
  const command = options.command ?? '/quoth';
  const answers = answering({ archive: options.archive, memory, now, command });
  const inbox = openInbox<Request>(state, { now, owner: OWNER, alive: isAlive });
  const desk = openDesk({
    inbox,
    answering: answers,
    logger,
    clientFor: async (workspace) => {
      if (store === null) return app.client;
      const { bot } = await store.fetchInstallation(queryOf(workspace));
      return connection.clientWith(bot?.token ?? '', workspace.team);
    },
    post,
  });
  const parts: Parts = {
    archive: options.archive,
    answering: answers,
    desk,
    memory,
    logger,
    post,
    now,
    command,
    leave: async (workspace) => {
      logger.warn('the app was removed from a workspace', { ...workspace });
      await store?.deleteInstallation(queryOf(workspace));
    },
    answerExternal: options.answerExternal ?? false,
  };
  listenToMessages(app, parts);
  listenToCommands(app, parts);
  listenToActions(app, parts);
  listenToViews(app, parts);
  listenToShortcuts(app, parts);
  listenToHome(app, parts);
  listenToLeaving(app, parts);
  app.error(async ({ error, context }: ListenerFailure) => {
    logger.error('a listener failed', { error, retry: context.retryNum });
  });
  let stopped: Promise<void> | undefined;
  const close = async () => {
    clearInterval(housekeeping.timer);
    await connection.stop().catch(() => undefined);
    stopping.abort();
    await desk.settled();
    state.close();
    installed?.close();
  };
  const housekeeping = { timer: undefined as NodeJS.Timeout | undefined };
  return {
    start: async () => {
      surviveRejections(logger);
      await persistently(() => app.init(), { ...patience, atMost: START_PATIENCE });
      const port = await connection.start();
      memory.forget();
      inbox.forget();
      // Not waited for: what was left over may itself have to wait for Slack.
      void desk.sweep({ postponed: true });
      housekeeping.timer = setInterval(() => void desk.sweep(), SWEEP_EVERY).unref();
      return { mode: connection.mode, port };
    },
    stop: () => {
      stopped ??= close();
      return stopped;
    },
    health: () => connection.health(),
  };
}
