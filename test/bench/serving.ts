import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const WATCH = new URL('loop-watch.mjs', import.meta.url).href;
const QUOTH = fileURLToPath(new URL('../../src/quoth.mjs', import.meta.url));
const PAUSE = 100;
const QUESTIONS = 50;

const UPDATE = {
  id: `added-${Date.now()}`,
  title: 'A bridge in Tarn is closed',
  text: 'The old bridge of Tarn is closed, engineer Piet Moll said.\n\nIt will be mended by May.',
};

interface Served {
  /** A JSONL file, which is added to. */
  readonly file: string;
  readonly state: string;
  readonly questions: readonly string[];
}

/** `quoth start` itself, as it answers and as it takes up one article more: how long its event loop stands still. */
export async function serving({ file, state, questions }: Served): Promise<void> {
  const env = { ...process.env, STATE_DIR: state, PORT: '0', SLACK_BOT_TOKEN: '' };
  const child = spawn(process.execPath, ['--import', WATCH, QUOTH, 'start', '--corpus', file], {
    env,
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
  });
  const output = heard(child);
  await output.has('a workspace of its own');
  await stillness(child, 'its start');
  for (const question of questions.slice(0, QUESTIONS)) await asked(child, output, question);
  await stillness(child, `${QUESTIONS} questions of one thread`);
  await appendFile(file, `${JSON.stringify(UPDATE)}\n`);
  const began = performance.now();
  let changed = false;
  const change = output.has('the corpus has changed').then(() => {
    changed = true;
  });
  for (let at = 0; !changed; at++) {
    await asked(child, output, questions[at % questions.length] ?? '');
  }
  await change;
  const seconds = Math.round((performance.now() - began) / 1000);
  await stillness(child, `an update by one article, and questions (${seconds} s by the clock)`);
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Asks, waits for the answer, and then a while. */
async function asked(child: ChildProcess, output: Output, question: string): Promise<void> {
  const more = output.more();
  child.stdin?.write(`${question}\n`);
  await more;
  await setTimeout(PAUSE);
}

async function stillness(child: ChildProcess, during: string): Promise<void> {
  const answer = once(child, 'message');
  child.send('how long?');
  const [{ own, byClock }] = (await answer) as [{ own: number; byClock: number }];
  console.log(
    `event loop of quoth start, ${during}: ${own} ms of processor time at most, ${byClock} ms by the clock`,
  );
}

interface Output {
  has(words: string): Promise<void>;
  /** Something is printed on standard output. */
  more(): Promise<unknown>;
}

/** What the child prints, on either stream. */
function heard({ stdout, stderr }: ChildProcess): Output {
  let text = '';
  const add = (chunk: Buffer) => {
    text += chunk.toString('utf8');
  };
  stdout?.on('data', add);
  stderr?.on('data', add);
  return {
    more: async () => stdout && once(stdout, 'data'),
    has: async (words) => {
      while (!text.includes(words)) await setTimeout(50);
    },
  };
}
