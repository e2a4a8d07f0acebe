import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { attribute } from '../../src/attribution/attribute.ts';
import type { Article } from '../../src/corpus/article.ts';
import { paragraphsOf } from '../../src/corpus/paragraphs.ts';
import { shippedExtractor } from '../../src/ingest.ts';
import { loadCorpus } from '../../src/load-corpus.ts';
import { type OpenCorpus, openCorpus } from '../../src/open-corpus.ts';
import { answerJson } from '../../src/render/json.ts';
import { indexed } from '../../src/retrieval/build-index.ts';
import { buildSegment } from '../../src/retrieval/build-segment.ts';
import { buildSnapshot } from '../../src/retrieval/snapshot.ts';
import { today } from '../../src/today.ts';
import { loadQueries, type Query } from '../eval/retrieval-sets.ts';
import { processorTime, report } from './measure.ts';
import { serving } from './serving.ts';

const TODAY = today();
const KILOBYTE = 1000;

/**
 * A large corpus from reading to asking: words a second, start, memory, answers, and how long the event loop stands
 * still. `--state` keeps what was read from run to run; the first run reads every article, which takes minutes.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string', default: '../shared/eval' },
      set: { type: 'string', default: 'rtqa-news' },
      questions: { type: 'string', default: '150' },
      state: { type: 'string' },
      'serving-only': { type: 'boolean', default: false },
    },
  });
  const work = await mkdtemp(join(tmpdir(), 'quoth-bench-'));
  const state = values.state ?? work;
  const file = join(state, values.set, 'corpus.jsonl');
  const queries = loadQueries(values.data, values.set);
  const every = Math.max(1, Math.floor(queries.length / Number(values.questions)));
  const chosen = queries.filter((_, at) => at % every === 0);
  if (!values['serving-only']) {
    const articles = await reading(join(values.data, values.set, 'corpus.jsonl.gz'));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, articles.map(recordOf).join(''));
    await searching(() => openCorpus([file], { today: TODAY, state }), chosen);
  }
  await serving({ file, state, questions: chosen.map(({ text }) => text) });
  await rm(work, { recursive: true });
}

async function searching(open: () => Promise<OpenCorpus>, queries: readonly Query[]) {
  await timed('snapshot made, unless kept', async () => (await open()).close());
  const corpus = await starting(open);
  await asking(corpus, queries, 'question to JSON answer, first time');
  await asking(corpus, queries, 'question to JSON answer, warm');
  await corpus.close();
}

function recordOf(article: Article): string {
  const { id, headline, headlineFrom, publisher, author, datePublished: date, url, body } = article;
  const title = headlineFrom === 'stated' ? headline : undefined;
  return `${JSON.stringify({ id, title, text: body, date, publisher, author, url })}\n`;
}

const wordsIn = (articles: readonly Article[]): number =>
  articles.reduce((sum, { body }) => sum + (body.match(/\S+/g) ?? []).length, 0);

/** One article in so many is read with attribution, to tell how fast that goes. */
const SAMPLE = 40;

async function reading(source: string): Promise<readonly Article[]> {
  const spent = processorTime();
  const { articles } = await loadCorpus([source], { today: TODAY });
  const readings = articles.map((article) => {
    return { article, paragraphs: paragraphsOf(article), attributions: [] };
  });
  let bytes = 0;
  const keep = (record: Uint8Array) => {
    bytes += record.byteLength;
  };
  const { about } = buildSnapshot(readings, keep, { segment: buildSegment(indexed(readings)) });
  const { paragraphs } = about.census;
  const words = wordsIn(articles);
  console.log(`${articles.length} articles, ${paragraphs} passages, ${words} words`);
  console.log(`records          ${(bytes / 1e6).toFixed(0)} MB, on disk`);
  speed('read and indexed without attribution', words, spent());
  const sample = articles.filter((_, at) => at % SAMPLE === 0);
  const extractor = await shippedExtractor();
  const again = processorTime();
  for (const article of sample) attribute(article, extractor);
  speed(`attribution (one article in ${SAMPLE})`, wordsIn(sample), again());
  return articles;
}

const speed = (what: string, words: number, milliseconds: number) =>
  console.log(`${what}: ${Math.round((KILOBYTE * words) / milliseconds)} words a second of CPU`);

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const [spent, began] = [processorTime(), performance.now()];
  await work();
  const seconds = ((performance.now() - began) / 1000).toFixed(2);
  console.log(`${what}: ${(spent() / 1000).toFixed(2)} s of CPU, ${seconds} s by the clock`);
}

async function starting(open: () => Promise<OpenCorpus>): Promise<OpenCorpus> {
  const before = inUse();
  let corpus: OpenCorpus | null = null;
  await timed('start from the snapshot', async () => {
    corpus = await open();
  });
  const opened = corpus ?? (await open());
  const grown = inUse() - before;
  const { paragraphs } = opened.archive.overview();
  console.log(
    `memory in use by it: ${(grown / 1e6).toFixed(0)} MB, ${(grown / paragraphs).toFixed(0)} bytes a passage`,
  );
  return opened;
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes, without garbage. */
function inUse(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function asking({ archive }: OpenCorpus, queries: readonly Query[], what: string) {
  const times: number[] = [];
  for (const { text, asOf } of queries) {
    const spent = processorTime();
    const answer = await archive.ask(text, { asOf: asOf ?? TODAY, previous: [] });
    JSON.stringify(answerJson(answer));
    times.push(spent());
  }
  report(what, times);
}
