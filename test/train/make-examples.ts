/**
 * Makes the ranker's examples, one JSON object a line, a file for each set:
 *
 *     npm run train:examples -- --out DIR [--cache DIR] SET[:EVERY[:plain]]…
 *
 * EVERY takes each n-th question; `plain` reads the articles without attributions, which takes minutes for a large set.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Article } from '../../src/corpus/article.ts';
import { paragraphsOf } from '../../src/corpus/paragraphs.ts';
import { shippedVectors } from '../../src/ingest.ts';
import { parseQuestion } from '../../src/question/parse-question.ts';
import { buildIndex } from '../../src/retrieval/build-index.ts';
import { readAll } from '../eval/read-corpus.ts';
import { loadArticles, loadQueries, loadScorer } from '../eval/retrieval-sets.ts';
import { exampleOf } from './ranking-examples.ts';

const { values, positionals } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval' },
    out: { type: 'string', default: '.' },
    cache: { type: 'string' },
  },
  allowPositionals: true,
});

const plain = (articles: readonly Article[]) =>
  articles.map((article) => ({ article, paragraphs: paragraphsOf(article), attributions: [] }));

const scorer = await loadScorer(values.data);
const vectors = await shippedVectors();
mkdirSync(values.out, { recursive: true });
for (const wanted of positionals) {
  const [set = '', every = '1', reading] = wanted.split(':');
  const articles = await loadArticles(values.data, set);
  const readings =
    reading === 'plain' ? plain(articles) : await readAll(set, articles, values.cache ?? null);
  const index = buildIndex(readings, vectors);
  const queries = loadQueries(values.data, set).filter((_, at) => at % Number(every) === 0);
  const lines = queries.map((query) => {
    const context = { asOf: query.asOf ?? '2026-01-01' };
    const { question } = parseQuestion(query.text, context, index.lexicon);
    return `${JSON.stringify(exampleOf(index, { set, query, question, scorer }))}\n`;
  });
  writeFileSync(join(values.out, `${set}.jsonl`), lines.join(''));
  console.log(`${set}: ${lines.length} examples`);
}
