import { GrowingNumbers } from './growing-numbers.ts';
import type { Segment } from './segment.ts';
import { compareBytes, stringRows } from './tables.ts';

/** Where an article of the merged segment comes from: its position in one of the two. */
export interface Origin {
  readonly from: 'base' | 'fresh';
  readonly at: number;
}

/**
 * The segment of the articles that `plan` takes, in its order, from `base` and `fresh`: the very one that indexing them
 * anew would make, in a hundredth of the time. Throws RangeError where they are not taken from each of the two in their
 * order.
 */
export function mergeSegments(base: Segment, fresh: Segment, plan: readonly Origin[]): Segment {
  const maps = { base: emptyMaps(base), fresh: emptyMaps(fresh) };
  const sources = { base, fresh };
  const last = { base: -1, fresh: -1 };
  const firstPassages = new Uint32Array(plan.length + 1);
  const lengths: Uint16Array[] = [];
  for (const [article, { from, at }] of plan.entries()) {
    if (at <= last[from]) {
      throw new RangeError(`Expected articles in their order, got ${at} after ${last[from]}`);
    }
    last[from] = at;
    const first = firstPassages[article] ?? 0;
    const [start = 0, end = 0] = sources[from].firstPassages.subarray(at, at + 2);
    maps[from].articles[at] = article;
    for (let passage = start; passage < end; passage++) {
      maps[from].passages[passage] = first + passage - start;
    }
    lengths.push(sources[from].lengths.subarray(start, end));
    firstPassages[article + 1] = first + end - start;
  }
  const sides = [side(base, maps.base), side(fresh, maps.fresh)] as const;
  return { ...mergedPostings(sides, firstPassages), firstPassages, lengths: joined(lengths) };
}

/** Old positions to new ones; GONE where they are not taken. */
interface Maps {
  readonly passages: Int32Array;
  readonly articles: Int32Array;
}

const GONE = -1;

const emptyMaps = ({ lengths, firstPassages }: Segment): Maps => ({
  passages: new Int32Array(lengths.length).fill(GONE),
  articles: new Int32Array(firstPassages.length - 1).fill(GONE),
});

function joined(parts: readonly Uint16Array[]): Uint16Array {
  const all = new Uint16Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return all;
}

/** One of the two, walked through stem by stem. */
interface Side {
  readonly segment: Segment;
  readonly maps: Maps;
  stem: number;
}

const side = (segment: Segment, maps: Maps): Side => ({ segment, maps, stem: 0 });

type Postings = Omit<Segment, 'firstPassages' | 'lengths'>;

function mergedPostings(sides: readonly [Side, Side], firstPassages: Uint32Array): Postings {
  const articleOf = articlesOf(firstPassages);
  const taken: Taken[] = [];
  const postingStarts = new GrowingNumbers();
  const headlineStarts = new GrowingNumbers();
  const articlesWith = new GrowingNumbers();
  const passages = { places: new GrowingNumbers(), counts: new GrowingNumbers() };
  const headlines = new GrowingNumbers();
  for (let next = nextStem(sides); next.length > 0; next = nextStem(sides)) {
    const [firstPassage, firstHeadline] = [passages.places.length, headlines.length];
    mergeInto(passages, next.map(passagesWith));
    mergeInto({ places: headlines }, next.map(headlinesWith));
    const inText = passages.places.values().subarray(firstPassage);
    const inHeadlines = headlines.values().subarray(firstHeadline);
    if (inText.length + inHeadlines.length > 0) {
      taken.push(takenFrom(next[0] as Side));
      postingStarts.push(firstPassage);
      headlineStarts.push(firstHeadline);
      articlesWith.push(countArticles(inText, inHeadlines, articleOf));
    }
    for (const one of next) one.stem++;
  }
  postingStarts.push(passages.places.length);
  headlineStarts.push(headlines.length);
  return {
    stems: stringRows(taken.map(({ bytes }) => bytes)),
    letters: Int32Array.from(taken, ({ letters }) => letters),
    postingStarts: postingStarts.values().slice(),
    passages: passages.places.values().slice(),
    counts: Uint8Array.from(passages.counts.values()),
    headlineStarts: headlineStarts.values().slice(),
    headlines: headlines.values().slice(),
    articlesWith: articlesWith.values().slice(),
  };
}

interface Taken {
  readonly bytes: Uint8Array;
  readonly letters: number;
}

const takenFrom = (one: Side): Taken => ({
  bytes: bytesOf(one) ?? new Uint8Array(),
  letters: one.segment.letters[one.stem] ?? 0,
});

/** The sides that hold the first stem not walked past: one or both. */
function nextStem([one, other]: readonly [Side, Side]): Side[] {
  const [a, b] = [bytesOf(one), bytesOf(other)];
  if (a === null) return b === null ? [] : [other];
  if (b === null) return [one];
  const order = compareBytes(a, b);
  if (order === 0) return [one, other];
  return order < 0 ? [one] : [other];
}

function bytesOf({ segment, stem }: Side): Uint8Array | null {
  const { bytes, starts } = segment.stems;
  return stem + 1 < starts.length ? bytes.subarray(starts[stem], starts[stem + 1]) : null;
}

/** Old positions, rising, with what they become. */
interface Part {
  readonly places: Uint32Array;
  readonly counts?: Uint8Array;
  readonly map: Int32Array;
}

function passagesWith({ segment, maps, stem }: Side): Part {
  const [start, end] = segment.postingStarts.subarray(stem, stem + 2);
  return {
    places: segment.passages.subarray(start, end),
    counts: segment.counts.subarray(start, end),
    map: maps.passages,
  };
}

function headlinesWith({ segment, maps, stem }: Side): Part {
  const [start, end] = segment.headlineStarts.subarray(stem, stem + 2);
  return { places: segment.headlines.subarray(start, end), map: maps.articles };
}

interface Merged {
  readonly places: GrowingNumbers;
  readonly counts?: GrowingNumbers;
}

/** Adds the new positions of all `parts`, rising. */
function mergeInto(merged: Merged, parts: readonly Part[]): void {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) take(merged, only);
  else interleave(merged, parts);
}

/** Nearly all words of a corpus stand in one of the two alone. */
function take({ places, counts }: Merged, part: Part): void {
  const { map } = part;
  for (let at = 0; at < part.places.length; at++) {
    const place = map[part.places[at] as number] as number;
    if (place === GONE) continue;
    places.push(place);
    counts?.push(part.counts?.[at] ?? 0);
  }
}

function interleave({ places, counts }: Merged, parts: readonly Part[]): void {
  const at = parts.map((part) => nextTaken(part, 0));
  for (let one = least(parts, at); one >= 0; one = least(parts, at)) {
    const part = parts[one] as Part;
    const from = at[one] ?? 0;
    places.push(placeOf(part, from));
    counts?.push(part.counts?.[from] ?? 0);
    at[one] = nextTaken(part, from + 1);
  }
}

const placeOf = ({ places, map }: Part, at: number): number => map[places[at] ?? 0] ?? GONE;

/** The first from `at` on that is taken; the length of the part where none is. */
function nextTaken(part: Part, at: number): number {
  let next = at;
  while (next < part.places.length && placeOf(part, next) === GONE) next++;
  return next;
}

/** The part whose next position is the lowest; -1 where all are done. */
function least(parts: readonly Part[], at: readonly number[]): number {
  let found = -1;
  let lowest = Number.POSITIVE_INFINITY;
  parts.forEach((part, which) => {
    const next = at[which] ?? 0;
    if (next >= part.places.length || placeOf(part, next) >= lowest) return;
    lowest = placeOf(part, next);
    found = which;
  });
  return found;
}

function articlesOf(firstPassages: Uint32Array): Uint32Array {
  const articleOf = new Uint32Array(firstPassages.at(-1) ?? 0);
  for (let article = 0; article + 1 < firstPassages.length; article++) {
    articleOf.fill(article, firstPassages[article], firstPassages[article + 1]);
  }
  return articleOf;
}

/** How many articles hold a stem: both lists rise. */
function countArticles(
  passages: Uint32Array,
  headlines: Uint32Array,
  articleOf: Uint32Array,
): number {
  let count = headlines.length;
  let last = -1;
  let next = 0;
  for (const passage of passages) {
    const article = articleOf[passage] ?? 0;
    if (article === last) continue;
    last = article;
    while (next < headlines.length && (headlines[next] ?? 0) < article) next++;
    if (headlines[next] !== article) count++;
  }
  return count;
}
