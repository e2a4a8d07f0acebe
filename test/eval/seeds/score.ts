import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { loadCorpus } from '../../../src/load-corpus.ts';

interface Gold {
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  /** The answer's speaker or its mention in the text holds one of these. */
  readonly speaker?: readonly string[];
}

interface Asked {
  readonly id: string;
  readonly question: string;
  readonly previous?: readonly string[];
  readonly kind: 'quoted' | 'nothing-found' | 'no-question';
  readonly category: string;
  /** Any of these is right. */
  readonly gold: readonly Gold[];
}

interface Quoted {
  readonly text: string;
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  readonly attribution: { readonly speaker: string | null; readonly mention: string } | null;
}

interface Answered {
  readonly kind: Asked['kind'];
  readonly confidence: number;
  readonly tentative?: boolean;
  readonly quotations: readonly Quoted[];
}

interface Outcome {
  readonly asked: Asked;
  readonly answer: Answered;
  /** 1-based rank of the first right quotation; null where none is right. */
  readonly rank: number | null;
  /** Null where the question tests no speaker or no right quotation was found. */
  readonly speaker: boolean | null;
}

const PARTS = ['first', 'second', 'third', 'fourth'] as const;

const USAGE = `Usage: npm run eval -- seeds [--part NAME] [--corpus PATH]… [--mix N]
Asks the questions of test/eval/seeds of the two articles in ../shared/seeds with the real command.
  --part NAME    ${PARTS.join(', ')}: the questions of test/eval/seeds/NAME.jsonl (first)
  --corpus PATH  load these articles too
  --mix N        load the first N articles of PolNeAR's dev part too (84 in all)`;

/** Prints the figures and every miss. */
export async function run(args: string[]): Promise<void> {
  const options = {
    part: { type: 'string', default: 'first' },
    corpus: { type: 'string', multiple: true },
    mix: { type: 'string', default: '0' },
    help: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ args, options });
  if (values.help) return console.log(USAGE);
  const part = PARTS.find((name) => name === values.part);
  if (!part) throw new Error(`--part must be one of ${PARTS.join(', ')}; got "${values.part}".`);
  const questions = join(import.meta.dirname, `${part}.jsonl`);
  const asked = linesOf<Asked>(await readFile(questions, 'utf8'));
  const temporary = await mkdtemp(join(tmpdir(), 'quoth-seeds-'));
  try {
    const mixed = await unrelated(Number(values.mix), temporary);
    const corpus = ['../shared/seeds', ...(values.corpus ?? []), ...mixed];
    const answers = await answersTo(questions, corpus);
    const outcomes = asked.map((one, at) => outcomeOf(one, answers[at] ?? SILENT));
    report(outcomes);
    await reportVerbatim(answers, corpus);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

const SILENT: Answered = { kind: 'no-question', confidence: 0, quotations: [] };

const linesOf = <T>(text: string): T[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

async function unrelated(count: number, folder: string): Promise<string[]> {
  if (count === 0) return [];
  const lines = gunzipSync(await readFile('../shared/eval/polnear/dev.jsonl.gz'))
    .toString()
    .split('\n');
  const path = join(folder, 'unrelated.jsonl');
  await writeFile(path, lines.slice(0, count).join('\n'));
  return [path];
}

async function answersTo(questions: string, corpus: readonly string[]): Promise<Answered[]> {
  const paths = corpus.flatMap((path) => ['--corpus', path]);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['src/quoth.mjs', 'ask', '--json', '--batch', questions, ...paths],
    { maxBuffer: 1 << 28 },
  );
  return linesOf<Answered>(stdout);
}

function outcomeOf(asked: Asked, answer: Answered): Outcome {
  const at = answer.quotations.findIndex((quoted) => rightGold(asked, quoted) !== undefined);
  const right = answer.quotations[at];
  if (right === undefined) return { asked, answer, rank: null, speaker: null };
  const names = rightGold(asked, right)?.speaker;
  const credit = `${right.attribution?.speaker ?? ''} ${right.attribution?.mention ?? ''}`;
  const speaker = names?.some((name) => credit.toLowerCase().includes(name.toLowerCase())) ?? null;
  return { asked, answer, rank: at + 1, speaker };
}

/** A quotation is right where it holds 80 % of a gold sentence, or lies within one. */
function rightGold({ gold }: Asked, { articleId, start, end }: Quoted): Gold | undefined {
  return gold.find((one) => {
    const shared = Math.min(end, one.end) - Math.max(start, one.start);
    const covers = shared >= 0.8 * (one.end - one.start);
    return one.articleId === articleId && shared > 0 && (covers || shared === end - start);
  });
}

function report(outcomes: readonly Outcome[]): void {
  const answerable = outcomes.filter(({ asked }) => asked.kind === 'quoted');
  const silent = outcomes.filter(({ asked }) => asked.kind === 'nothing-found');
  const idle = outcomes.filter(({ asked }) => asked.kind === 'no-question');
  const spoken = answerable.filter(
    ({ rank, speaker }) => rank !== null && rank <= 3 && speaker !== null,
  );
  row('right passage first', answerable, ({ rank }) => rank === 1);
  row('right passage in first three', answerable, isFound);
  row('right speaker of those', spoken, ({ speaker }) => speaker === true);
  row('false silence', answerable, ({ answer }) => answer.kind !== 'quoted');
  row('silence where the corpus is silent', silent, ({ answer }) => answer.kind !== 'quoted');
  row('silence, or said to be tentative', silent, isCareful);
  row('no question seen as none', idle, ({ answer }) => answer.kind === 'no-question');
  for (const category of new Set(outcomes.map(({ asked }) => asked.category))) {
    row(
      `  ${category}`,
      outcomes.filter(({ asked }) => asked.category === category),
      isRight,
    );
  }
  for (const outcome of outcomes.filter((one) => !isRight(one) || one.rank !== (one.rank && 1))) {
    printMiss(outcome);
  }
}

function row(name: string, of: readonly Outcome[], holds: (outcome: Outcome) => boolean): void {
  const count = of.filter(holds).length;
  const share = of.length === 0 ? '-' : `${((100 * count) / of.length).toFixed(1)} %`;
  console.log(`${name.padEnd(38)} ${count}/${of.length}  ${share}`);
}

const isFound = ({ rank }: Outcome): boolean => rank !== null && rank <= 3;

const isCareful = ({ answer }: Outcome): boolean =>
  answer.kind !== 'quoted' || answer.tentative === true;

function isRight(outcome: Outcome): boolean {
  const { asked, answer, speaker } = outcome;
  if (asked.kind === 'quoted') return isFound(outcome) && speaker !== false;
  return asked.kind === 'nothing-found' ? answer.kind !== 'quoted' : answer.kind === asked.kind;
}

function printMiss({ asked, answer, rank, speaker }: Outcome): void {
  const thread = asked.previous === undefined ? '' : `  (after: ${asked.previous.join(' / ')})`;
  const found = rank === null ? 'not found' : `rank ${rank}`;
  const said = speaker === false ? ', wrong speaker' : '';
  console.log(`\n${asked.id}: ${asked.question}${thread}`);
  console.log(
    `  wanted ${asked.kind}, got ${answer.kind} (${answer.confidence.toFixed(2)}); ${found}${said}`,
  );
  for (const { text, attribution } of answer.quotations.slice(0, Math.max(1, rank ?? 2))) {
    console.log(
      `  | ${attribution?.speaker ?? '-'} (${attribution?.mention ?? '-'}): ${text.slice(0, 130)}`,
    );
  }
}

/** Every quotation must be the slice it says it is. */
async function reportVerbatim(
  answers: readonly Answered[],
  corpus: readonly string[],
): Promise<void> {
  const { articles } = await loadCorpus(corpus, { today: '9999-01-01' });
  const bodies = new Map(articles.map(({ id, body }) => [id, body]));
  const quotations = answers.flatMap((answer) => answer.quotations);
  const verbatim = quotations.filter(
    ({ articleId, start, end, text }) => bodies.get(articleId)?.slice(start, end) === text,
  );
  console.log(`\nverbatim: ${verbatim.length} of ${quotations.length} quotations`);
}
