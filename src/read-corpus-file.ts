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
import { type CorpusFile, type Format, unreachable } from './corpus-files.ts';
import { linesOfBytes } from './lines-of-bytes.ts';

export interface LoadOptions {
  /** ISO date; an article dated later than the day after it is served without a date. */
  readonly today: string;
}

/** A step of reading: an article, or what was wrong. */
export type CorpusItem =
  | { readonly kind: 'article'; readonly path: string; readonly article: Article }
  | { readonly kind: 'problem'; readonly problem: LoadProblem };

/** The articles and problems of one file. */
export async function* readCorpusFile(
  file: CorpusFile,
  options: LoadOptions,
): AsyncGenerator<CorpusItem> {
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

/** So many lines of one file with one kind of fault are named one by one; the rest are counted. */
const MOST_NAMED = 20;
/** A file that begins with so many bad lines and not a good one holds no records: it is read no further. */
const HOPELESS = 1000;

async function* readRecords(file: CorpusFile, options: LoadOptions): AsyncGenerator<CorpusItem> {
  const met: FaultCounts = new Map();
  let good = 0;
  let bad = 0;
  for await (const { value, faults } of recordsOf(file, options)) {
    if (value === null) bad += 1;
    else good += 1;
    yield* itemsOf(file, { value, faults: faults.filter((fault) => isNamed(met, fault)) });
    if (bad === HOPELESS && good === 0) break;
  }
  yield* itemsOf(file, { value: null, faults: unnamed(met) });
}

/** For each kind of fault, one such and how many there are. */
type FaultCounts = Map<string, { readonly fault: Fault; count: number }>;

/** Counts `fault`; true while there are few of its kind. */
function isNamed(met: FaultCounts, fault: Fault): boolean {
  const kind = `${fault.severity} ${fault.field ?? fault.message}`;
  const found = met.get(kind) ?? { fault, count: 0 };
  found.count += 1;
  met.set(kind, found);
  return found.count <= MOST_NAMED;
}

/** One fault for each kind that has more than are named. */
function unnamed(met: FaultCounts): Fault[] {
  const many = [...met.values()].filter(({ count }) => count > MOST_NAMED);
  return many.map(({ fault: { line: _, ...fault }, count }) => ({
    ...fault,
    message: `${count - MOST_NAMED} more lines have this fault`,
  }));
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
