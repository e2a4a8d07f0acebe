import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Answer, Evidence } from '../../src/answer/answer.ts';
import { ask } from '../../src/answer/ask.ts';
import type { Article } from '../../src/corpus/article.ts';
import { shippedVectors } from '../../src/ingest.ts';
import { buildIndex } from '../../src/retrieval/build-index.ts';
import type { CorpusIndex, Reading } from '../../src/retrieval/retrieve.ts';
import { type PlainEngine, sqliteFts, tunedMiniSearch } from './plain-engines.ts';
import { readAll } from './read-corpus.ts';
import {
  loadArticles,
  loadQueries,
  loadScorer,
  type Query,
  type RunLine,
  type Scorer,
  SETS,
} from './retrieval-sets.ts';

const SHOWN = ['S@1', 'hit@1', 'hit@3', 'AUROC', 'C1@P95', 'C3@P95', 'falseAns', 'e2e'];
const GIVEN = 10;
/** MiniSearch takes minutes for a hundred questions beyond this many paragraphs. */
const MOST_FOR_MINISEARCH = 100_000;

const USAGE = `npm run eval -- retrieval [--set NAME]… [--data DIR] [--out DIR] [--cache DIR] [--no-plain] [--sample N]
Asks every question of the sets (${SETS.join(', ')}) and prints the scorer's figures with 95 % intervals.`;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      set: { type: 'string', multiple: true },
      data: { type: 'string', default: '../shared/eval' },
      out: { type: 'string' },
      cache: { type: 'string' },
      'no-plain': { type: 'boolean', default: false },
      sample: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const scorer = await loadScorer(values.data);
  console.log(`| set | engine | ${SHOWN.join(' | ')} | ms p50 / p95 |`);
  console.log(`|---|---|${SHOWN.map(() => '---|').join('')}---|`);
  for (const set of values.set ?? SETS) {
    const articles = await loadArticles(values.data, set);
    const every = Number(values.sample ?? 1);
    const queries = loadQueries(values.data, set).filter((_, at) => at % every === 0);
    const report = (engine: string, answer: (query: Query) => RunLine) =>
      measured({ set, engine, queries, scorer, out: values.out ?? null }, answer);
    const readings = await readAll(set, articles, values.cache ?? null);
    const index = buildIndex(readings, await shippedVectors());
    report('Quoth', (query) => quothLine(index, query));
    if (values['no-plain']) continue;
    for (const [engine, open] of plainEngines(readings)) {
      const { answer, close } = open(articles);
      report(engine, answer);
      close();
    }
  }
}

function plainEngines(
  readings: readonly Reading[],
): (readonly [string, (articles: readonly Article[]) => PlainEngine])[] {
  const paragraphs = readings.reduce((sum, reading) => sum + reading.paragraphs.length, 0);
  const sqlite = ['SQLite FTS5', sqliteFts] as const;
  return paragraphs > MOST_FOR_MINISEARCH
    ? [sqlite]
    : [['MiniSearch, tuned', tunedMiniSearch], sqlite];
}

interface Measuring {
  readonly set: string;
  readonly engine: string;
  readonly queries: readonly Query[];
  readonly scorer: Scorer;
  readonly out: string | null;
}

function measured(
  { set, engine, queries, scorer, out }: Measuring,
  answer: (query: Query) => RunLine,
): void {
  const times: number[] = [];
  const lines = queries.map((query) => {
    const start = performance.now();
    const line = answer(query);
    times.push(performance.now() - start);
    return line;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * times.length)] ?? 0).toFixed(1);
  const { rows, summary } = scorer.evaluate(queries, lines);
  const spans = scorer.intervals(rows);
  const cells = SHOWN.map((name) => {
    const value = summary[name] ?? null;
    const [low = 0, high = 0] = spans[name] ?? [];
    return value === null ? '-' : `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
  });
  console.log(`| ${set} | ${engine} | ${cells.join(' | ')} | ${at(0.5)} / ${at(0.95)} |`);
  if (out === null) return;
  mkdirSync(out, { recursive: true });
  const name = `${set}-${engine.replace(/\W+/g, '-').toLowerCase()}.jsonl`;
  writeFileSync(join(out, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** The real ask core, as `quoth ask --batch --json` runs it. */
function quothLine(index: CorpusIndex, { id, text, asOf = '2026-01-01' }: Query): RunLine {
  const answer = ask(index, text, { asOf, previous: [], limit: GIVEN });
  return {
    id,
    abstained: answer.kind !== 'quoted',
    confidence: answer.kind === 'no-question' ? 0 : answer.confidence,
    passages: evidenceIn(answer).map(({ quotation: { article, span, text: words }, score }) => {
      return { docId: article.id, ...span, text: words, score };
    }),
  };
}

function evidenceIn(answer: Answer): readonly Evidence[] {
  if (answer.kind === 'no-question') return [];
  return answer.kind === 'quoted' ? [...answer.quotations, ...answer.nearby] : answer.nearby;
}
