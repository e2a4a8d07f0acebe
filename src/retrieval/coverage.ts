import type { Term } from '../text/terms.ts';
import { coverageOf, type Occurrence } from './occurrences.ts';
import type { Passage } from './retrieve.ts';
import type { SearchQuery } from './search-query.ts';

export const maskOf = (occurrences: readonly Occurrence[]): number =>
  occurrences.reduce((mask, { term }) => mask | (1 << term), 0);

/** The weight of the heaviest term that `held` lacks. */
export function worstMissing({ terms }: SearchQuery, held: number): number {
  return terms.reduce(
    (worst, { weight }, at) => ((held >> at) & 1 ? worst : Math.max(worst, weight)),
    0,
  );
}

/** Terms that a window spans. */
const WINDOW = 20;

export function inBestWindow(query: SearchQuery, occurrences: readonly Occurrence[]): number {
  let best = 0;
  let to = 0;
  occurrences.forEach(({ at }, from) => {
    while (to < occurrences.length && (occurrences[to]?.at ?? 0) < at + WINDOW) to++;
    best = Math.max(best, coverageOf(query, occurrences.slice(from, to)));
  });
  return best;
}

export function weightHeld({ terms }: SearchQuery, held: number): number {
  return terms.reduce((sum, { weight }, at) => sum + ((held >> at) & 1 ? weight : 0), 0);
}

export function inBestSentence(
  query: SearchQuery,
  { paragraph }: Passage,
  occurrences: readonly Occurrence[],
): number {
  let best = 0;
  let from = 0;
  for (const { end } of paragraph.sentences) {
    let to = from;
    while (to < occurrences.length && (occurrences[to]?.span.end ?? 0) <= end) to++;
    if (to > from) best = Math.max(best, coverageOf(query, occurrences.slice(from, to)));
    from = to;
  }
  return best;
}

/** Share of adjacent word pairs of the question, by weight, for which some occurrences are `near`. */
export function pairs(
  { terms }: SearchQuery,
  places: Places,
  near: (gap: number) => boolean,
): number {
  let found = 0;
  let all = 0;
  for (let at = 0; at + 1 < terms.length; at++) {
    const weight = (terms[at]?.weight ?? 0) + (terms[at + 1]?.weight ?? 0);
    all += weight;
    const seconds = places[at + 1] ?? [];
    const meet = places[at]?.some((one) => seconds.some((other) => near(other - one))) ?? false;
    if (meet) found += weight;
  }
  return all === 0 ? 0 : found / all;
}

/** Where each term occurs, by position among the terms of the text; nothing for one that does not. */
type Places = readonly (readonly number[] | undefined)[];

export function placesOf(occurrences: readonly Occurrence[]): Places {
  const places: number[][] = [];
  for (const { term, at } of occurrences) {
    const own = places[term];
    if (own === undefined) places[term] = [at];
    else own.push(at);
  }
  return places;
}

export function sameForm(
  query: SearchQuery,
  occurrences: readonly Occurrence[],
  terms: readonly Term[],
): number {
  const same = occurrences.filter(({ term, at }) => terms[at]?.word === query.terms[term]?.word);
  return coverageOf(query, same);
}

export function numbers(query: SearchQuery, occurrences: readonly Occurrence[]): number {
  const asked = query.terms.flatMap(({ word }, at) => (/\d/.test(word) ? [at] : []));
  if (asked.length === 0) return 0;
  return asked.filter((at) => occurrences.some(({ term }) => term === at)).length / asked.length;
}

export function rarest({ terms }: SearchQuery, occurrences: readonly Occurrence[]): number {
  const held = new Set(occurrences.map(({ term }) => term));
  let found = 0;
  let all = 0;
  terms.forEach(({ weight }, at) => {
    all += weight * weight;
    if (held.has(at)) found += weight * weight;
  });
  return all === 0 ? 0 : found / all;
}

/** The share of the terms that are `wanted`, by rarity, that `held` holds; 0 where none is. */
export function heldOf(
  { terms }: SearchQuery,
  held: number,
  wanted: (term: SearchQuery['terms'][number]) => boolean,
): number {
  let found = 0;
  let all = 0;
  terms.forEach((term, at) => {
    if (!wanted(term)) return;
    all += term.weight;
    if ((held >> at) & 1) found += term.weight;
  });
  return all === 0 ? 0 : found / all;
}
