import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Article } from '../../src/corpus/article.ts';
import { loadCorpus } from '../../src/load-corpus.ts';

/** A question with what answers it, as in the eval folders' queries.jsonl.gz. */
export interface Query {
  readonly id: string;
  readonly text: string;
  readonly answerable: boolean;
  readonly gold: readonly {
    readonly docId: string;
    readonly start?: number;
    readonly end?: number;
  }[];
  readonly asOf?: string;
  readonly variant?: string;
}

export interface RunPassage {
  readonly docId: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly score: number;
}

export interface RunLine {
  readonly id: string;
  readonly abstained: boolean;
  readonly confidence: number;
  readonly passages: readonly RunPassage[];
}

type Summary = Readonly<Record<string, number | null>>;

/** The part of score-retrieval.mjs that the evaluation uses. */
export interface Scorer {
  evaluate(
    queries: readonly Query[],
    run: readonly RunLine[],
  ): { readonly rows: readonly unknown[]; readonly summary: Summary };
  intervals(rows: readonly unknown[]): Readonly<Record<string, readonly [number, number]>>;
  passageHits(passage: RunPassage, gold: Query['gold'][number]): boolean;
}

export const SETS = [
  'polnear-speaker',
  'liar-speaker',
  'squadshifts-wiki',
  'knownlie-claims',
  'rtqa-news',
] as const;

export const loadScorer = async (data: string): Promise<Scorer> =>
  (await import(pathToFileURL(join(data, 'score-retrieval.mjs')).href)) as Scorer;

export function loadQueries(data: string, set: string): Query[] {
  const text = gunzipSync(readFileSync(join(data, set, 'queries.jsonl.gz'))).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Query);
}

export async function loadArticles(data: string, set: string): Promise<readonly Article[]> {
  const { articles } = await loadCorpus([join(data, set, 'corpus.jsonl.gz')], {
    today: '2100-01-01',
  });
  return articles;
}
