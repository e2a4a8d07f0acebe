import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { Article, LoadProblem } from './corpus/article.ts';
import { decode } from './corpus/decode.ts';
import type { Fault, Read } from './corpus/fault.ts';
import { articleOfHtml } from './corpus/html.ts';
import { articleOfRecord } from './corpus/json-record.ts';
import { articleOfMarkdown } from './corpus/markdown.ts';
import { articleOfText, type Source } from './corpus/plain-text.ts';
import { type CorpusFile, corpusFiles, type Format, unreachable } from './corpus-files.ts';
import { linesOfBytes } from './lines-of-bytes.ts';
import { slice } from './text/span.ts';

/** Words of the site rather than the article: neither quoted nor searched. */
interface SetAside {
  readonly articleId: string;
  readonly path: string;
  readonly text: string;
  readonly why: string;
}

export interface Corpus {
  /** In the order of the paths, files and lines; every id once. */
  readonly articles: readonly Article[];
  readonly problems: readonly LoadProblem[];
  readonly setAside: readonly SetAside[];
}

export interface LoadOptions {
  /** ISO date; an article dated later than the day after it is served without a date. */
  readonly today: string;
}

/** A step of reading: an article, or what was wrong. */
type CorpusItem =
  | { readonly kind: 'article'; readonly path: string; readonly article: Article }
  | { readonly kind: 'problem'; readonly problem: LoadProblem };

/**
 * The articles of `paths`: folders, read recursively, or files. Never throws for what a file holds: a file or a
 * record that cannot be read becomes a problem, and the rest is served.
 */
export async function loadCorpus(paths: readonly string[], options: LoadOptions): Promise<Corpus> {
  const articles: Article[] = [];
  const problems: LoadProblem[] = [];
  const setAside: SetAside[] = [];
  for await (const item of readCorpus(paths, options)) {
    if (item.kind === 'problem') problems.push(item.problem);
    else {
      articles.push(item.article);
      setAside.push(...furnitureOf(item.article, item.path));
    }
  }
  return { articles, problems, setAside };
}

function furnitureOf({ id, body, blocks }: Article, path: string): SetAside[] {
  return blocks.flatMap((block) =>
    block.kind === 'furniture'
      ? [{ articleId: id, path, text: slice(body, block.span), why: block.why }]
      : [],
  );
}

/** As `loadCorpus`, one item at a time: nothing is held but the ids met. */
async function* readCorpus(
  paths: readonly string[],
  options: LoadOptions,
): AsyncGenerator<CorpusItem> {
  const { files, problems } = await corpusFiles(paths);
  for (const problem of problems) yield { kind: 'problem', problem };
  const met = new Map<string, { path: string; version: string }>();
  for (const file of files) {
    for await (const item of readCorpusFile(file, options)) {
      yield item.kind === 'article' ? firstOfItsId(item, met) : item;
    }
  }
}

type ArticleItem = Extract<CorpusItem, { kind: 'article' }>;

/** The first article keeps its id; a later one is left out, as nothing could tell their quotations apart. */
function firstOfItsId(
  item: ArticleItem,
  met: Map<string, { path: string; version: string }>,
): CorpusItem {
  const { article, path } = item;
  const earlier = met.get(article.id);
  if (earlier === undefined) {
    met.set(article.id, { path, version: article.version });
    return item;
  }
  const same = earlier.version === article.version;
  const message = same
    ? `The article "${article.id}" stands in ${earlier.path} already, word for word; this copy is left out`
    : `The id "${article.id}" belongs to another article, in ${earlier.path}; this one is left out`;
  const fix = same ? 'Remove one of the two' : 'Give one of the two an id of its own';
  const severity = same ? 'warning' : 'error';
  return { kind: 'problem', problem: { path, field: 'id', message, fix, severity } };
}

/** The articles and problems of one file. */
async function* readCorpusFile(file: CorpusFile, options: LoadOptions): AsyncGenerator<CorpusItem> {
  try {
    if (file.format === 'jsonl') yield* readRecords(file, options);
    else yield* itemsOf(file, await readOneArticle(file, options));
  } catch (error) {
    yield { kind: 'problem', problem: unreachable(file.path, error) };
  }
}

function* itemsOf({ path }: CorpusFile, { value, faults }: Read<Article>): Generator<CorpusItem> {
  for (const fault of faults) yield { kind: 'problem', problem: { path, ...fault } };
  if (value !== null) yield { kind: 'article', path, article: value };
}

function bytesOf({ path, gzip }: CorpusFile): AsyncIterable<Buffer> {
  const raw = createReadStream(path, { highWaterMark: 1 << 18 });
  if (!gzip) return raw;
  const unzipped = createGunzip({ chunkSize: 1 << 18 });
  raw.on('error', (error) => unzipped.destroy(error));
  return raw.pipe(unzipped);
}

/** One article in 10 MB has 1.7 million words, three times War and Peace: it is a whole archive in one file. */
const MOST_BYTES = 10 * 1024 * 1024;

const TOO_LONG: Fault = {
  message: 'It is longer than 10 MB, which no article is',
  fix: 'Split it: one article a file, or one a line in a .jsonl file',
  severity: 'error',
};

async function readOneArticle(file: CorpusFile, { today }: LoadOptions): Promise<Read<Article>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytesOf(file)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) return { value: null, faults: [TOO_LONG] };
  }
  const decoded = decode(Buffer.concat(chunks));
  if (!decoded.ok) {
    const { ok: _, ...fault } = decoded;
    return { value: null, faults: [{ ...fault, severity: 'error' }] };
  }
  return parseArticle(file.format, decoded.text, { id: file.id, today });
}

/** Parsers of marked-up text are loaded where the first such file needs them: `ask` starts without them. */
async function parseArticle(format: Format, text: string, source: Source): Promise<Read<Article>> {
  switch (format) {
    case 'html':
      return articleOfHtml(text, source, (await import('./page-reader.ts')).pageReader);
    case 'markdown':
      return articleOfMarkdown(
        text,
        source,
        (await import('mdast-util-from-markdown')).fromMarkdown,
      );
    case 'text':
    case 'jsonl':
      return articleOfText(text, source);
  }
}

/** So many bad lines are named one by one; a file with more is wrong as a whole. */
const MOST_BAD_LINES = 20;
/** A file that begins with so many bad lines and not a good one holds no records: it is read no further. */
const HOPELESS = 1000;

async function* readRecords(file: CorpusFile, options: LoadOptions): AsyncGenerator<CorpusItem> {
  let good = 0;
  let bad = 0;
  for await (const read of recordsOf(file, options)) {
    if (read.value === null) bad += 1;
    else good += 1;
    if (read.value !== null || bad <= MOST_BAD_LINES) yield* itemsOf(file, read);
    if (bad === HOPELESS && good === 0) break;
  }
  if (bad > MOST_BAD_LINES) yield { kind: 'problem', problem: moreBadLines(file, bad) };
}

/** The records of `file`, blank lines passed over. */
async function* recordsOf(file: CorpusFile, { today }: LoadOptions): AsyncGenerator<Read<Article>> {
  let line = 0;
  for await (const bytes of linesOfBytes(bytesOf(file), MOST_BYTES)) {
    line += 1;
    if (bytes === null || !isBlank(bytes))
      yield readRecord(bytes, { id: `${file.id}:${line}`, line, today });
  }
}

const moreBadLines = ({ path }: CorpusFile, bad: number): LoadProblem => ({
  path,
  message: `${bad - MOST_BAD_LINES} more lines could not be read`,
  fix: 'Check that the file holds one JSON object a line',
  severity: 'error',
});

const isBlank = (line: Buffer): boolean => line.length < 80 && line.toString().trim() === '';

function readRecord(
  bytes: Buffer | null,
  place: { readonly id: string; readonly line: number; readonly today: string },
): Read<Article> {
  const { line } = place;
  if (bytes === null) return { value: null, faults: [{ line, ...TOO_LONG }] };
  if (!isUtf8(bytes)) return { value: null, faults: [{ line, ...NOT_UTF8 }] };
  return articleOfRecord(bytes.toString('utf8'), place);
}

const NOT_UTF8: Fault = {
  message: 'The line is not UTF-8',
  fix: 'Save the file as UTF-8',
  severity: 'error',
};
