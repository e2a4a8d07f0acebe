import type { Span } from '../text/span.ts';
import { type Term, termsOf } from '../text/terms.ts';
import type { SearchQuery } from './search-query.ts';

/** A place where a text words a term of the question. */
export interface Occurrence {
  /** Position of the term in the query. */
  readonly term: number;
  readonly worth: number;
  /** Position among the terms of the text. */
  readonly at: number;
  readonly span: Span;
}

interface Lookup {
  readonly term: number;
  readonly worth: number;
  readonly stems: readonly string[];
}

/** Finds the words of one question in texts. */
export function occurrenceFinder(
  query: SearchQuery,
): (text: string, span?: Span) => { terms: Term[]; occurrences: Occurrence[] } {
  const byFirst = new Map<string, Lookup[]>();
  query.terms.forEach(({ ways }, term) => {
    for (const { stems, worth } of ways) {
      const [first = ''] = stems;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { term, worth, stems }]);
    }
  });
  return (text, span) => {
    const terms = termsOf(text, span);
    const occurrences: Occurrence[] = [];
    for (let at = 0; at < terms.length; at++) {
      const lookups = byFirst.get(terms[at]?.stem ?? '');
      if (lookups !== undefined) occurrences.push(...occurrencesAt(terms, at, lookups));
    }
    return { terms, occurrences };
  };
}

function occurrencesAt(
  terms: readonly Term[],
  at: number,
  lookups: readonly Lookup[],
): Occurrence[] {
  return lookups
    .filter(({ stems }) => stems.every((stem, next) => terms[at + next]?.stem === stem))
    .map(({ term, worth, stems }) => {
      const start = terms[at]?.span.start ?? 0;
      const end = terms[at + stems.length - 1]?.span.end ?? start;
      return { term, worth, at, span: { start, end } };
    });
}

/** The share of the question's weight, 0 to 1, that `occurrences` word. */
export function coverageOf(query: SearchQuery, occurrences: readonly Occurrence[]): number {
  const best = new Float64Array(query.terms.length);
  for (const { term, worth } of occurrences) best[term] = Math.max(best[term] ?? 0, worth);
  return query.terms.reduce((sum, { weight }, term) => sum + weight * (best[term] ?? 0), 0);
}
