import type { Article } from '../corpus/article.ts';
import type { Searched } from './answer.ts';

const known = new WeakMap<readonly Article[], Searched>();

/** How much was looked through, and from when to when as far as it is dated. */
export function searchedIn(articles: readonly Article[]): Searched {
  const found = known.get(articles) ?? counted(articles);
  known.set(articles, found);
  return found;
}

function counted(articles: readonly Article[]): Searched {
  const dates = articles.flatMap(({ datePublished }) => datePublished ?? []).sort();
  const from = dates[0];
  const to = dates.at(-1);
  return { articles: articles.length, ...(from && to ? { from, to } : {}) };
}
