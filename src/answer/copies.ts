import type { Hit } from '../retrieval/retrieve.ts';
import { type Span, slice } from '../text/span.ts';
import { termsOf } from '../text/terms.ts';

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
  const groups: { shingles: ReadonlySet<string>; hits: Hit[] }[] = [];
  for (const hit of distinct(hits)) {
    const shingles = shinglesOf(hit.passage.article.body, hit.span);
    const group = groups.find((other) => isCopy(hit, shingles, other));
    if (group) group.hits.push(hit);
    else groups.push({ shingles, hits: [hit] });
  }
  return groups.map((group) => originOf(group.hits));
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

function isCopy(
  hit: Hit,
  shingles: ReadonlySet<string>,
  group: { readonly shingles: ReadonlySet<string>; readonly hits: readonly Hit[] },
): boolean {
  const elsewhere = group.hits.every(({ passage }) => passage.article !== hit.passage.article);
  return elsewhere && alike(shingles, group.shingles);
}

function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const shingle of one) if (other.has(shingle)) shared += 1;
  return shared > 0 && shared / (one.size + other.size - shared) >= ALIKE;
}

/** Runs of four terms; a shorter text is one shingle. */
function shinglesOf(body: string, span: Span): ReadonlySet<string> {
  const stems = termsOf(body, span).map(({ stem }) => stem);
  if (stems.length < SHINGLE) return new Set([stems.join(' ') || slice(body, span)]);
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE <= stems.length; at += 1) {
    shingles.add(stems.slice(at, at + SHINGLE).join(' '));
  }
  return shingles;
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
