import type { Census } from '../retrieval/article-list.ts';
import type { Searched } from './answer.ts';

/** How much was looked through, and from when to when as far as it is dated. */
export const searchedIn = ({ articles, from, to }: Census): Searched => ({
  articles,
  ...(from && to ? { from, to } : {}),
});
