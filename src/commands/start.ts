import { mkdir } from 'node:fs/promises';
import type { Archive } from '../answer/archive.ts';
import type { Config, SlackConfig } from '../config.ts';
import { followCorpus } from '../follow-corpus.ts';
import { InputError } from '../input-error.ts';
import { jsonLogger, type Logger } from '../log.ts';
import { createSlackApp, type SlackApp } from '../slack/create-slack-app.ts';
import type { Terminal } from '../terminal-io.ts';
import { today } from '../today.ts';
import { warmUp } from '../warm-up.ts';
import type { Workspace } from '../workspace/start-workspace.ts';
import { opened, type Surroundings } from './ask.ts';
import { converse } from './converse.ts';
import { credentialsOf } from './slack-credentials.ts';

/** `quoth start`: the bot in Slack, or in a workspace of its own on this machine. Resolves when it is to end. */
export async function start(
  flags: { readonly corpus: readonly string[] },
  { terminal, settings }: Surroundings,
): Promise<void> {
  const config = await settings();
  const logger = jsonLogger(config.logLevel, (line) => process.stderr.write(line), Date.now);
  const corpus = await opened(
    flags.corpus,
    terminal,
    async () => config,
    (error) =>
      logger.error('the thread that answers has failed: another takes its place', { error }),
  );
  const { archive } = corpus;
  await warmUp(archive);
  const running = config.slack
    ? await inSlack(archive, config, config.slack, logger)
    : await inWorkspace(archive, config, logger, terminal);
  const following = followCorpus(corpus, logger);
  await running.until;
  following.stop();
  await running.stop();
  await corpus.close();
  // An input that stays open (a pipe of a supervisor) would keep the process after an interrupt.
  terminal.input.destroy();
}

/** What has been started: when it is to end, and how. */
interface Running {
  readonly until: Promise<unknown>;
  readonly stop: () => Promise<void>;
}

async function inSlack(
  archive: Archive,
  config: Config,
  slack: SlackConfig,
  logger: Logger,
): Promise<Running> {
  const app = await slackApp(archive, config, slack, logger);
  try {
    const { mode, port } = await app.start();
    const where = port === null ? {} : { port };
    logger.info('answering in Slack', { mode, ...where, articles: archive.overview().articles });
  } catch (cause) {
    throw new InputError(
      `Slack does not let Quoth in (${(cause as Error).message}); run quoth doctor to see why.`,
      { cause },
    );
  }
  return { until: interrupted(), stop: () => app.stop() };
}

async function inWorkspace(
  archive: Archive,
  config: Config,
  logger: Logger,
  terminal: Terminal,
): Promise<Running> {
  const { startWorkspace } = await import('../workspace/start-workspace.ts');
  const { manifest } = await import('../slack/manifest.ts');
  const workspace = await startWorkspace({
    port: config.port,
    manifest: manifest({ mode: 'socket' }),
  }).catch(portTaken(config.port));
  const app = await slackApp(archive, config, ownWorkspace(workspace), logger);
  await app.start();
  const { articles } = archive.overview();
  terminal.print(
    `No Slack tokens: Quoth has opened a workspace of its own at ${workspace.url} (${articles} articles). Ask there, or here:`,
  );
  return {
    until: Promise.race([interrupted(), prompted(archive, terminal)]),
    stop: async () => {
      await app.stop();
      await workspace.stop();
    },
  };
}

const ownWorkspace = ({ botToken, appToken, apiUrl }: Workspace): SlackConfig => ({
  apiUrl,
  answerExternal: false,
  access: { mode: 'socket', botToken, appToken },
});

async function slackApp(
  archive: Archive,
  config: Config,
  { apiUrl, answerExternal, access }: SlackConfig,
  logger: Logger,
): Promise<SlackApp> {
  await mkdir(config.state, { recursive: true });
  const { port, state: stateDirectory } = config;
  const ours = { archive, apiUrl, answerExternal, port, stateDirectory, logger, now: Date.now };
  return createSlackApp({ ...ours, ...credentialsOf(access) });
}

/** Ends with the prompt; where there was nobody at it (no input at all), the workspace alone goes on. */
async function prompted(archive: Archive, terminal: Terminal): Promise<void> {
  const lines = await converse(archive, { asOf: today(), previous: [] }, terminal);
  if (lines === 0 && !terminal.input.isTTY) await new Promise(() => {});
}

const interrupted = (): Promise<unknown> =>
  new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });

const portTaken =
  (port: number) =>
  (cause: NodeJS.ErrnoException): never => {
    if (cause.code !== 'EADDRINUSE') throw cause;
    throw new InputError(`port ${port} is taken; set PORT to another, or to 0 for any free one.`, {
      cause,
    });
  };
