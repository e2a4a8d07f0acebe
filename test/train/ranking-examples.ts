import type { Question } from '../../src/question/question.ts';
import { type Telling, tellingOf } from '../../src/retrieval/confidence.ts';
import { FEATURES, type Feature } from '../../src/retrieval/features.ts';
import { isDated } from '../../src/retrieval/hits.ts';
import type { CorpusIndex, Hit } from '../../src/retrieval/retrieve.ts';
import { retrieve } from '../../src/retrieval/retrieve.ts';
import { searchQuery } from '../../src/retrieval/search-query.ts';
import { timeOf } from '../../src/retrieval/time.ts';
import { slice } from '../../src/text/span.ts';
import type { Query, Scorer } from '../eval/retrieval-sets.ts';

/** One question's candidates, as the ranker sees them. */
export interface Example {
  readonly set: string;
  readonly id: string;
  readonly answerable: boolean;
  /** The values of FEATURES, one row a candidate, best first as ranked now. */
  readonly rows: readonly (readonly number[])[];
  /** 1 where the candidate holds the answer; 0.5 where only its article does. */
  readonly labels: readonly number[];
  /** Of each candidate. */
  readonly articles: readonly string[];
  readonly telling: Telling;
  /** Whether the question names a speaker. */
  readonly spoken: boolean;
  /** Whether it is somebody else's words. */
  readonly pasted: boolean;
  /** Whether dates tell anything: see `isDated`. */
  readonly dated: boolean;
}

/** Candidates that training looks at: the answer is seldom further down. */
const DEPTH = 80;

export function exampleOf(
  index: CorpusIndex,
  {
    set,
    query,
    question,
    scorer,
  }: { set: string; query: Query; question: Question; scorer: Scorer },
): Example {
  const asOf = query.asOf ?? '2026-01-01';
  const { hits, shutOut } = retrieve(index, question, { asOf, limit: DEPTH });
  const all = hits.length > 0 ? hits : shutOut;
  return {
    set,
    id: query.id,
    answerable: query.answerable,
    rows: all.map((hit) => FEATURES.map((feature) => valueIn(hit, feature))),
    labels: all.map((hit) => labelOf(hit, query, scorer)),
    articles: all.map(({ passage }) => passage.article.id),
    telling: tellingOf(searchQuery(question, index.engine)),
    spoken: question.speaker !== undefined,
    pasted: question.isPasted ?? false,
    dated: isDated({ time: timeOf(question, asOf, index.census.to) }, all),
  };
}

const valueIn = ({ weighed }: Hit, feature: Feature): number =>
  Number((weighed?.values[feature] ?? 0).toFixed(5));

function labelOf(
  { passage: { article }, span, score }: Hit,
  { gold }: Query,
  scorer: Scorer,
): number {
  const passage = { docId: article.id, ...span, text: slice(article.body, span), score };
  if (gold.some((item) => scorer.passageHits(passage, item))) return 1;
  return gold.some(({ docId }) => docId === article.id) ? 0.5 : 0;
}
