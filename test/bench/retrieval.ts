import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ask } from '../../src/answer/ask.ts';
import type { Article } from '../../src/corpus/article.ts';
import { paragraphsOf } from '../../src/corpus/paragraphs.ts';
import { shippedVectors } from '../../src/ingest.ts';
import { loadCorpus } from '../../src/load-corpus.ts';
import { buildIndex } from '../../src/retrieval/build-index.ts';
import { buildSegment } from '../../src/retrieval/build-segment.ts';
import { miniEngine } from '../../src/retrieval/mini-engine.ts';
import { rarity } from '../../src/retrieval/rarity.ts';
import type { IndexedArticle, SearchEngine } from '../../src/retrieval/search-engine.ts';
import { segmentEngine } from '../../src/retrieval/segment-engine.ts';
import { termsOf } from '../../src/text/terms.ts';
import { loadQueries } from '../eval/retrieval-sets.ts';
import { quantile, report, spent } from './measure.ts';

const LIMIT = 80;

/**
 * The same questions to both engines, in turn, in one process: processor time, since wall time tells of the machine's
 * other work. Then whole answers.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string', default: '../shared/eval' },
      set: { type: 'string', default: 'polnear-speaker' },
      questions: { type: 'string', default: '200' },
    },
  });
  const { articles } = await loadCorpus([join(values.data, values.set, 'corpus.jsonl.gz')], {
    today: '2100-01-01',
  });
  const queries = loadQueries(values.data, values.set);
  const every = Math.max(1, Math.floor(queries.length / Number(values.questions)));
  const questions = queries.filter((_, at) => at % every === 0).map(({ text }) => text);
  const indexed = articles.map(indexedArticle);
  const mini = built('MiniSearch', () => miniEngine(indexed));
  const segment = built('segment', () => segmentEngine(buildSegment(indexed)));
  const times = { mini: [] as number[], segment: [] as number[] };
  for (const question of questions) {
    times.mini.push(spent(() => candidates(mini, question)));
    times.segment.push(spent(() => candidates(segment, question)));
  }
  console.log(
    `${articles.length} articles, ${mini.passages} passages, ${questions.length} questions`,
  );
  report('MiniSearch, candidates', times.mini);
  report('segment, candidates', times.segment);
  console.log(`segment / MiniSearch at the median: ${ratio(times.segment, times.mini)}`);
  const readings = articles.map((article) => {
    return { article, paragraphs: paragraphsOf(article), attributions: [] };
  });
  const index = buildIndex(readings, await shippedVectors());
  const context = { asOf: '2026-01-01', previous: [] };
  report(
    'question to answer',
    questions.map((text) => spent(() => ask(index, text, context))),
  );
}

function indexedArticle(article: Article): IndexedArticle {
  const stems = (text: string) => termsOf(text).map(({ stem }) => stem);
  return {
    headline: stems(article.headline),
    passages: paragraphsOf(article).map(({ span }) =>
      stems(article.body.slice(span.start, span.end)),
    ),
  };
}

function candidates(engine: SearchEngine, question: string): unknown {
  const sought = termsOf(question).map(({ stem }, term) => {
    return { stem, term, weight: rarity(engine.passagesWith(stem), engine.passages) };
  });
  return engine.candidates(sought, { limit: LIMIT });
}

function built<T>(name: string, build: () => T): T {
  const before = process.memoryUsage();
  let made: T | null = null;
  const time = spent(() => {
    made = build();
  });
  const after = process.memoryUsage();
  const grown = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  console.log(
    `${name}: built in ${(time / 1000).toFixed(2)} s, ${(grown / 1e6).toFixed(0)} MB more in use`,
  );
  return made ?? build();
}

const ratio = (one: readonly number[], other: readonly number[]): string =>
  (quantile(one, 0.5) / Math.max(0.001, quantile(other, 0.5))).toFixed(2);
