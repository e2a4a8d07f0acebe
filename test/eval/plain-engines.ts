import MiniSearch from 'minisearch';
import type { Article } from '../../src/corpus/article.ts';
import { paragraphsOf } from '../../src/corpus/paragraphs.ts';
import { slice } from '../../src/text/span.ts';
import { termsOf } from '../../src/text/terms.ts';
import type { Query, RunLine, RunPassage } from './retrieval-sets.ts';

interface Entry {
  readonly id: number;
  readonly docId: string;
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly text: string;
}

const GIVEN = 10;

/**
 * MiniSearch as a careful user would set it up: paragraphs as units, stems, no stop words, a headline boost of 0.5,
 * fuzzy search. Its score is its confidence; it never abstains.
 */
export function tunedMiniSearch(articles: readonly Article[]): (query: Query) => RunLine {
  const entries = articles.flatMap((article) =>
    paragraphsOf(article).map(({ span }) => {
      const text = slice(article.body, span);
      return { docId: article.id, ...span, title: article.headline, text };
    }),
  );
  const search = new MiniSearch<Entry>({
    fields: ['title', 'text'],
    tokenize: (text) => termsOf(text).map(({ stem }) => stem),
    processTerm: (term) => term,
    searchOptions: { boost: { title: 0.5 }, fuzzy: 0.2 },
  });
  search.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return ({ id, text }) => {
    const found = search.search(text).slice(0, GIVEN);
    const passages = found.flatMap((hit): RunPassage[] => {
      const entry = entries[hit.id as number];
      if (entry === undefined) return [];
      const { docId, start, end } = entry;
      return [{ docId, start, end, text: entry.text, score: hit.score }];
    });
    return { id, abstained: false, confidence: found[0]?.score ?? 0, passages };
  };
}
