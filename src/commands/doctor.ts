import { access, constants, mkdir } from 'node:fs/promises';
import { type Config, readConfig, type SlackConfig } from '../config.ts';
import { shippedExtractor, shippedVectors } from '../ingest.ts';
import { loadCorpus } from '../load-corpus.ts';
import { jsonLogger } from '../log.ts';
import { harmless } from '../render/terminal.ts';
import { counted } from '../render/wording.ts';
import { examineSlack, type Finding } from '../slack/doctor.ts';
import type { Terminal } from '../terminal-io.ts';
import { today } from '../today.ts';
import { credentialsOf } from './slack-credentials.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** `quoth doctor`: looks at everything the bot needs; exit status 1 where something is not as it must be. */
export async function doctor(
  flags: { readonly json?: boolean; readonly postTo?: string },
  terminal: Terminal,
  environment: Environment,
): Promise<void> {
  for await (const finding of findings(environment, flags.postTo)) {
    if (!finding.ok) process.exitCode = 1;
    terminal.print(flags.json ? JSON.stringify(finding) : findingText(finding, terminal));
  }
}

/** One by one, so that each is seen as soon as it is known. */
async function* findings(
  environment: Environment,
  postTo: string | undefined,
): AsyncGenerator<Finding> {
  yield nodeFinding(process.versions.node);
  const config = configOf(environment);
  if (!('corpus' in config)) {
    yield config;
    return;
  }
  yield { name: 'settings', ok: true, detail: 'all can be used' };
  yield await corpusFinding(config.corpus);
  yield await attempt('models', 'reinstall Quoth: a file of weights cannot be read', async () => {
    await Promise.all([shippedExtractor(), shippedVectors()]);
    return 'attribution and word vectors can be read';
  });
  yield await stateFinding(config.state);
  yield* slackFindings(config.slack, postTo);
}

async function* slackFindings(
  slack: SlackConfig | null,
  postTo: string | undefined,
): AsyncGenerator<Finding> {
  if (slack === null) {
    const detail = 'no tokens: npm start opens a workspace on this machine instead';
    yield { name: 'Slack', ok: true, detail };
  } else if (slack.access.mode === 'distributed') {
    const detail = 'installed workspace by workspace: each is checked when it installs the app';
    yield { name: 'Slack', ok: true, detail };
  } else {
    yield* examineSlack({
      ...credentialsOf(slack.access),
      apiUrl: slack.apiUrl,
      port: 0,
      // The findings say all there is to say.
      logger: jsonLogger('error', () => {}, Date.now),
      now: Date.now,
      ...(postTo === undefined ? {} : { postTo }),
    });
  }
}

function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 15);
  const finding = { name: 'Node.js', ok, detail: version };
  return ok ? finding : { ...finding, fix: 'install Node.js 20.15 or newer' };
}

function configOf(environment: Environment): Config | Finding {
  try {
    return readConfig(environment);
  } catch (error) {
    const fix = 'mend them in .env; .env.example explains each';
    return { name: 'settings', ok: false, detail: (error as Error).message, fix };
  }
}

async function corpusFinding(path: string): Promise<Finding> {
  const { articles, problems } = await loadCorpus([path], { today: today() });
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const detail = `${counted(articles.length, 'article')} in ${path}, ${counted(errors, 'error')}`;
  if (articles.length > 0 && errors === 0) return { name: 'corpus', ok: true, detail };
  const fix = `run quoth corpus check ${path}: it names each file, line and remedy`;
  return { name: 'corpus', ok: false, detail, fix };
}

const stateFinding = (path: string): Promise<Finding> =>
  attempt('state folder', `make ${path} writable, or set STATE_DIR to one that is`, async () => {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK);
    return `${path} is writable`;
  });

async function attempt(name: string, fix: string, act: () => Promise<string>): Promise<Finding> {
  try {
    return { name, ok: true, detail: await act() };
  } catch (error) {
    return { name, ok: false, detail: (error as Error).message, fix };
  }
}

function findingText({ name, ok, detail, fix }: Finding, { paint }: Terminal): string {
  const line = `${paint.bold(ok ? 'ok    ' : 'FAILED')}  ${name}: ${harmless(detail)}`;
  return fix === undefined ? line : `${line}\n        to mend: ${fix}`;
}
