import { readFile } from 'node:fs/promises';
import type { Archive, AskOptions } from '../answer/archive.ts';
import type { Config } from '../config.ts';
import { InputError, UsageError } from '../input-error.ts';
import { type OpenCorpus, type OpenOptions, openCorpus } from '../open-corpus.ts';
import { answerJson } from '../render/json.ts';
import { answerText } from '../render/text.ts';
import { problemWords } from '../render/wording.ts';
import type { Terminal } from '../terminal-io.ts';
import { today } from '../today.ts';
import { type BatchQuestion, parseBatch } from './batch.ts';
import { converse } from './converse.ts';

export interface Surroundings {
  readonly terminal: Terminal;
  readonly settings: () => Promise<Config>;
}

interface AskFlags {
  readonly corpus: readonly string[];
  readonly json?: boolean;
  readonly batch?: string;
  readonly limit: string;
  readonly asOf?: string;
  readonly explain?: boolean;
}

/** `quoth ask`: one question, a batch, or a prompt. */
export async function ask(
  question: string,
  flags: AskFlags,
  { terminal, settings }: Surroundings,
): Promise<void> {
  if (flags.batch !== undefined && question !== '') {
    throw new UsageError('give either a question or --batch, not both.');
  }
  const options = askOptions(flags);
  const batch = flags.batch === undefined ? null : await readBatch(flags.batch, terminal);
  const { archive } = await opened(flags.corpus, terminal, settings);
  const explain = flags.explain ?? false;
  if (batch) return answerBatch(batch, archive, options, { terminal, explain });
  if (question === '') {
    await converse(archive, options, terminal);
    return;
  }
  const answer = await archive.ask(question, options);
  if (flags.json) return terminal.print(JSON.stringify(answerJson(answer, { explain })));
  const examples = () => archive.overview().suggestions;
  terminal.print(answerText(answer, { ...terminal, explain, examples }));
}

/** The corpus that the command line or CORPUS_DIR names; what could not be read is said on standard error. */
export async function opened(
  paths: readonly string[],
  terminal: Terminal,
  settings: () => Promise<Config>,
  apart?: OpenOptions['apart'],
): Promise<OpenCorpus> {
  const { corpus, state } = await settings();
  const named = paths.length > 0 ? paths : [corpus];
  const open = await openCorpus(named, {
    today: today(),
    state,
    progress: terminal.progress,
    ...(apart ? { apart } : {}),
  });
  for (const problem of open.problems) terminal.diagnose(`quoth: ${problemWords(problem)}`);
  return open;
}

function askOptions(flags: AskFlags): AskOptions {
  const limit = Number(flags.limit);
  if (!Number.isInteger(limit) || limit < 1) {
    throw new UsageError(`--limit must be a whole number from 1, not "${flags.limit}".`);
  }
  if (flags.asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(flags.asOf)) {
    throw new UsageError(`--as-of must be a date such as 2026-03-07, not "${flags.asOf}".`);
  }
  return { asOf: flags.asOf ?? today(), previous: [], limit };
}

async function readBatch(path: string, terminal: Terminal): Promise<readonly BatchQuestion[]> {
  return parseBatch(path === '-' ? await wholeInput(terminal) : await fileText(path), path);
}

async function wholeInput(terminal: Terminal): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of terminal.input) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString('utf8');
}

const fileText = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new InputError(`cannot read ${path} (${cause.code}); check the name and the rights.`, {
      cause,
    });
  });

async function answerBatch(
  questions: readonly BatchQuestion[],
  archive: Archive,
  options: AskOptions,
  { terminal, explain }: { terminal: Terminal; explain: boolean },
): Promise<void> {
  for (const { id, question, asOf, previous } of questions) {
    const answer = await archive.ask(question, {
      ...options,
      ...(asOf === undefined ? {} : { asOf }),
      ...(previous === undefined ? {} : { previous }),
    });
    const json = answerJson(answer, { ...(id === undefined ? {} : { id }), explain });
    terminal.print(JSON.stringify(json));
  }
}
