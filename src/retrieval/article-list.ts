import type { Article } from '../corpus/article.ts';

/** The articles of a corpus, in the order they were given: held in memory, or fetched one at a time. */
export interface ArticleList {
  readonly count: number;
  /** Throws RangeError beyond the last. */
  at(position: number): Article;
  /** Null where no article has the id. */
  byId(id: string): Article | null;
}

/** What is known of all articles together. */
export interface Census {
  readonly articles: number;
  readonly paragraphs: number;
  readonly attributions: number;
  /** ISO dates of the earliest and latest article, where any is dated. */
  readonly from?: string;
  readonly to?: string;
  /** Those with most articles first. */
  readonly publishers: readonly { readonly name: string; readonly articles: number }[];
}

export function listArticles(articles: readonly Article[]): ArticleList {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return {
    count: articles.length,
    at: (position) => articles[position] ?? outside('an article', position, articles.length),
    byId: (id) => byId.get(id) ?? null,
  };
}

export function outside(what: string, position: number, count: number): never {
  throw new RangeError(`Expected ${what} from 0 to ${count - 1}, got ${position}`);
}
