import type { Article } from '../corpus/article.ts';
import type { Searched } from './answer.ts';

/** How much was looked through, and from when to when as far as it is dated. */
export function searchedIn(articles: readonly Article[]): Searched {
  let from: string | undefined;
  let to: string | undefined;
  for (const { datePublished } of articles) {
    if (datePublished === undefined) continue;
    if (from === undefined || datePublished < from) from = datePublished;
    if (to === undefined || datePublished > to) to = datePublished;
  }
  return { articles: articles.length, ...(from ? { from } : {}), ...(to ? { to } : {}) };
}
