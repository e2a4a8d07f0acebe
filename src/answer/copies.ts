import type { Hit } from '../retrieval/retrieve.ts';
import { contains, slice } from '../text/span.ts';

/** A hit with those that say the same in other articles. */
export interface Origin {
  readonly hit: Hit;
  readonly copies: readonly Hit[];
}

const SHINGLE = 4;
/** Jaccard similarity of shingles: an edited reprint keeps this much, two reports of one event do not. */
const ALIKE = 0.6;

/**
 * `hits` without reprints, in the same order: near-identical words in several articles become one origin, the
 * earliest dated article, with the others as its copies.
 */
export function originsOf(hits: readonly Hit[]): Origin[] {
  const groups: Group[] = [];
  const shinglesOf = shingler();
  const holding = new Map<Shingle, Group[]>();
  for (const hit of distinct(hits)) {
    const shingles = shinglesOf(hit);
    const group = copiedBy(hit, shingles, holding);
    if (group !== null) {
      group.hits.push(hit);
      continue;
    }
    const own: Group = { at: groups.length, shingles: shingles.size, hits: [hit] };
    groups.push(own);
    for (const shingle of shingles) {
      const others = holding.get(shingle);
      if (others === undefined) holding.set(shingle, [own]);
      else others.push(own);
    }
  }
  return groups.map((group) => originOf(group.hits));
}

/** Hits that say the same as the first of them. */
interface Group {
  /** Its turn among the groups. */
  readonly at: number;
  /** How many shingles the first has. */
  readonly shingles: number;
  readonly hits: Hit[];
}

/** The first hit on each stretch of text: a sentence that two attributions share is quoted once, with the better one. */
function distinct(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter((hit) => {
    const place = placeOf(hit);
    const isNew = !seen.has(place);
    seen.add(place);
    return isNew;
  });
}

/** Equal for hits on the same words of the same article. */
export const placeOf = ({ passage, span }: Hit): string =>
  `${passage.article.id}:${span.start}-${span.end}`;

/** The first group whose words `hit` repeats in another article; `holding` has the groups that share a shingle. */
function copiedBy(
  hit: Hit,
  shingles: ReadonlySet<Shingle>,
  holding: ReadonlyMap<Shingle, readonly Group[]>,
): Group | null {
  const shared = new Map<Group, number>();
  for (const shingle of shingles) {
    for (const group of holding.get(shingle) ?? []) shared.set(group, (shared.get(group) ?? 0) + 1);
  }
  let first: Group | null = null;
  for (const [group, count] of shared) {
    const isAlike = count / (shingles.size + group.shingles - count) >= ALIKE;
    if (isAlike && isElsewhere(hit, group) && group.at < (first?.at ?? Infinity)) first = group;
  }
  return first;
}

const isElsewhere = (hit: Hit, { hits }: Group): boolean =>
  hits.every(({ passage }) => passage.article !== hit.passage.article);

/** A number for a run of four terms; a shorter text is one shingle, in words. */
type Shingle = number | string;

/** Four of so many stems are one number below 2^53; the hits of one question hold some thousand. */
const MOST_STEMS = 2 ** 13;

/** Shingles of several hits, equal where their stems are. */
function shingler(): (hit: Hit) => ReadonlySet<Shingle> {
  const numbers = new Map<string, number>();
  const numberOf = (stem: string): number => {
    const known = numbers.get(stem) ?? numbers.size;
    numbers.set(stem, known);
    return known;
  };
  return ({ passage, span, terms }) => {
    const own = terms.filter((term) => contains(span, term.span));
    if (own.length < SHINGLE) {
      const words = own.map(({ stem }) => stem).join(' ');
      return new Set([words || slice(passage.article.body, span)]);
    }
    const stems = own.map(({ stem }) => numberOf(stem));
    return new Set(runsOf(stems));
  };
}

function runsOf(stems: readonly number[]): number[] {
  const runs: number[] = [];
  for (let at = 0; at + SHINGLE <= stems.length; at++) {
    let run = 0;
    for (let one = at; one < at + SHINGLE; one++) run = run * MOST_STEMS + (stems[one] as number);
    runs.push(run);
  }
  return runs;
}

/** The earliest dated is the origin; undated articles come last, equals keep their rank. */
function originOf(hits: readonly Hit[]): Origin {
  const [first, ...copies] = [...hits].sort((a, b) =>
    dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0,
  );
  if (!first) throw new RangeError('An origin needs at least one hit, got none');
  return { hit: first, copies };
}

const UNDATED = '9999';
const dateOf = ({ passage }: Hit): string => passage.article.datePublished ?? UNDATED;
