import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { manifest } from '../../src/slack/manifest.ts';
import { startWorkspace, type Workspace } from '../../src/workspace/start-workspace.ts';
import type { Fault } from '../../src/workspace/world.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { MARA } from './on-workspace.ts';

const script = fileURLToPath(new URL('./app-process.ts', import.meta.url));
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function launched(workspace: Workspace, stateDirectory: string): Promise<ChildProcess> {
  const { apiUrl, botToken, appToken } = workspace;
  const args = ['--import', 'tsx', script, apiUrl, botToken, appToken, stateDirectory];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`the app ended with ${code}`)));
  });
  return child;
}

const gone = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

const ROWS: readonly { readonly moment: string; readonly fault: Fault }[] = [
  { moment: 'before the answer was posted', fault: { kind: 'http', status: 503 } },
  {
    moment: 'after the answer was posted, before the app knew',
    fault: { kind: 'slow', milliseconds: 5000 },
  },
];

test.each(ROWS)(
  'killed $moment, the app answers once after its restart',
  async ({ fault }) => {
    const workspace = await startWorkspace({ manifest: manifest({ mode: 'socket' }) });
    const directory = scratchFolder();
    const first = await launched(workspace, directory);
    workspace.fail('chat.postMessage', fault);
    const { message } = workspace.dm(MARA, 'harbour?');
    await workspace.until(() => workspace.calls('chat.postMessage').length > 0);
    const end = gone(first);
    first.kill('SIGKILL');
    await end;
    await launched(workspace, directory);
    const answers = () => workspace.replies(message).filter(({ botId }) => botId);
    await workspace.until(() => answers().length > 0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(answers()).toHaveLength(1);
    await workspace.stop();
  },
  60_000,
);
