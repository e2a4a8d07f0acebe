import { afterEach } from 'vitest';
import type { Archive } from '../../src/answer/archive.ts';
import { createSlackApp, type SlackAppOptions } from '../../src/slack/create-slack-app.ts';
import { manifest } from '../../src/slack/manifest.ts';
import { startWorkspace, type WorkspaceOptions } from '../../src/workspace/start-workspace.ts';
import type { Message } from '../../src/workspace/world.ts';
import './patience.ts';
import { silentLogger } from './silent-logger.ts';

export type Mode = 'socket' | 'http';
export const MODES: readonly Mode[] = ['socket', 'http'];

export const MARA = 'U0MARA0001';
export const TOMAS = 'U0TOMAS002';

interface Options {
  readonly app?: Partial<SlackAppOptions>;
  readonly workspace?: WorkspaceOptions;
}

/** The real app on the project's own workspace, over either transport. */
export async function onWorkspace(archive: Archive, mode: Mode, options: Options = {}) {
  const workspace = await startWorkspace({
    manifest: manifest({ mode, url: 'https://quoth.example.org' }),
    ...options.workspace,
  });
  const create = () =>
    createSlackApp({
      archive,
      botToken: workspace.botToken,
      ...(mode === 'socket'
        ? { appToken: workspace.appToken }
        : { signingSecret: workspace.signingSecret }),
      apiUrl: workspace.apiUrl,
      port: 0,
      stateDirectory: null,
      logger: silentLogger,
      now: Date.now,
      ...options.app,
    });
  const launch = async () => {
    const app = create();
    const { port } = await app.start();
    if (port !== null) workspace.deliverTo(`http://127.0.0.1:${port}/slack/events`);
    return app;
  };
  let app = await launch();
  return {
    workspace,
    app: () => app,
    restart: async () => {
      await app.stop();
      app = await launch();
    },
    stop: async () => {
      await app.stop();
      await workspace.stop();
    },
    /** The bot's messages in a thread, oldest first; waits until there are `count`. */
    answers: (root: Message, count = 1): Promise<readonly Message[]> =>
      workspace.until(() => {
        const found = workspace.replies(root).filter(({ botId }) => botId !== undefined);
        return found.length >= count && found;
      }, 20_000),
    ephemerals: (user: string, count = 1): Promise<readonly Message[]> =>
      workspace.until(() => {
        const found = workspace.ephemerals(user);
        return found.length >= count && found;
      }, 20_000),
  };
}

export type Stage = Awaited<ReturnType<typeof onWorkspace>>;

/** `onWorkspace` for one test file: what a test has put on is stopped after it. */
export function stagedForATest(): typeof onWorkspace {
  const stages: Stage[] = [];
  afterEach(async () => {
    await Promise.all(stages.splice(0).map((one) => one.stop()));
  });
  return async (...args) => {
    const started = await onWorkspace(...args);
    stages.push(started);
    return started;
  };
}
