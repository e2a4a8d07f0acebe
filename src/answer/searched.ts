import type { Article } from '../corpus/article.ts';
import type { Searched } from './answer.ts';

/** How much was looked through, and from when to when as far as it is dated. */
export function searchedIn(articles: readonly Article[]): Searched {
  const dates = articles.flatMap(({ datePublished }) => datePublished ?? []).sort();
  const from = dates[0];
  const to = dates.at(-1);
  return { articles: articles.length, ...(from && to ? { from, to } : {}) };
}
