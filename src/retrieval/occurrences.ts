import type { Span } from '../text/span.ts';
import type { Term } from '../text/terms.ts';
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

/** Finds the words of one question among the terms of texts. */
export function occurrenceFinder(query: SearchQuery): (terms: readonly Term[]) => Occurrence[] {
  const byFirst = new Map<string, Lookup[]>();
  query.terms.forEach(({ ways }, term) => {
    for (const { stems, worth } of ways) {
      const [first = ''] = stems;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { term, worth, stems }]);
    }
  });
  return (terms) => {
    const occurrences: Occurrence[] = [];
    for (let at = 0; at < terms.length; at++) {
      const lookups = byFirst.get(terms[at]?.stem ?? '');
      if (lookups !== undefined) occurrences.push(...occurrencesAt(terms, at, lookups));
    }
    return occurrences;
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
export function coverageOf({ terms }: SearchQuery, occurrences: readonly Occurrence[]): number {
  if (occurrences.length === 0) return 0;
  const best: number[] = new Array(terms.length).fill(0);
  for (const { term, worth } of occurrences) best[term] = Math.max(best[term] ?? 0, worth);
  let sum = 0;
  for (let term = 0; term < best.length; term++) {
    sum += (terms[term]?.weight ?? 0) * (best[term] ?? 0);
  }
  return sum;
}
