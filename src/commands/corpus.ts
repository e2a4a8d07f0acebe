import type { Article } from '../corpus/article.ts';
import { paragraphsOf } from '../corpus/paragraphs.ts';
import { type Corpus, loadCorpus } from '../load-corpus.ts';
import { harmless } from '../render/terminal.ts';
import { counted, problemWords } from '../render/wording.ts';
import { today } from '../today.ts';
import type { Surroundings } from './ask.ts';

interface CorpusFlags {
  readonly json?: boolean;
}

/** `quoth corpus check`: what was read, what was set aside and why, what is wrong and how to mend it. */
export async function check(
  paths: readonly string[],
  flags: CorpusFlags,
  { terminal, settings }: Surroundings,
): Promise<void> {
  const corpus = await loaded(paths, settings);
  for (const line of flags.json ? jsonReport(corpus) : report(corpus)) terminal.print(line);
  if (errorsOf(corpus) > 0) process.exitCode = 1;
}

const errorsOf = ({ problems }: Corpus): number =>
  problems.filter(({ severity }) => severity === 'error').length;

function report(corpus: Corpus): string[] {
  const { articles, problems, setAside } = corpus;
  const errors = errorsOf(corpus);
  const paragraphs = articles.reduce((sum, article) => sum + paragraphsOf(article).length, 0);
  return [
    ...setAside.map(({ path, why, text }) => `set aside  ${path}: ${why}: ${shortened(text)}`),
    ...problems.map((problem) => `${problem.severity.padEnd(9)}  ${problemWords(problem)}`),
    `${counted(articles.length, 'article')}, ${counted(paragraphs, 'paragraph')}; ${setAside.length} set aside; ${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}`,
  ];
}

const jsonReport = ({ problems, setAside }: Corpus): string[] => [
  ...setAside.map((one) => JSON.stringify({ kind: 'set-aside', ...one })),
  ...problems.map(({ severity, ...one }) => JSON.stringify({ kind: severity, ...one })),
];

/** `quoth corpus list`: an article a line. */
export async function list(
  paths: readonly string[],
  flags: CorpusFlags,
  { terminal, settings }: Surroundings,
): Promise<void> {
  const { articles, problems } = await loaded(paths, settings);
  for (const problem of problems) terminal.diagnose(`quoth: ${problemWords(problem)}`);
  for (const article of articles) terminal.print(flags.json ? recordOf(article) : lineOf(article));
}

async function loaded(paths: readonly string[], settings: Surroundings['settings']) {
  const named = paths.length > 0 ? paths : [(await settings()).corpus];
  return loadCorpus(named, { today: today() });
}

const lineOf = ({ id, datePublished, publisher, headline }: Article): string =>
  harmless([datePublished ?? 'undated   ', id, publisher ?? '–', headline].join('  '));

function recordOf(article: Article): string {
  const { id, headline, headlineFrom, publisher, author, datePublished, url, language } = article;
  const { version } = article;
  const paragraphs = paragraphsOf(article).length;
  return JSON.stringify({
    id,
    headline,
    headlineFrom,
    publisher,
    author,
    datePublished,
    url,
    language,
    version,
    paragraphs,
  });
}

function shortened(text: string): string {
  const line = harmless(text.replace(/\s+/g, ' ').trim());
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}
