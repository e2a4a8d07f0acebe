import { GrowingNumbers } from './growing-numbers.ts';
import type { IndexedArticle } from './search-engine.ts';
import type { Segment } from './segment.ts';
import { lettersOf } from './similar-words.ts';
import { sorted } from './tables.ts';

/** Postings in the order of the texts: which stem, where, how often. */
interface Postings {
  readonly stems: GrowingNumbers;
  readonly places: GrowingNumbers;
  readonly counts: GrowingNumbers;
}

const postings = (): Postings => {
  return {
    stems: new GrowingNumbers(),
    places: new GrowingNumbers(),
    counts: new GrowingNumbers(),
  };
};

/** Indexes `articles` for good: nothing can be added to a segment. */
export function buildSegment(articles: Iterable<IndexedArticle>): Segment {
  const ids = new Map<string, number>();
  const inPassages = postings();
  const inHeadlines = postings();
  const inArticles = new GrowingNumbers();
  const firstPassages = new GrowingNumbers();
  const lengths = new GrowingNumbers();
  let article = 0;
  for (const { headline, passages } of articles) {
    firstPassages.push(lengths.length);
    const met = note(inHeadlines, headline, article, ids);
    for (const stems of passages) {
      for (const id of note(inPassages, stems, lengths.length, ids)) met.add(id);
      lengths.push(Math.min(stems.length, 0xffff));
    }
    for (const id of met) inArticles.push(id);
    article++;
  }
  firstPassages.push(lengths.length);
  return laidOut(ids, { inPassages, inHeadlines, inArticles, firstPassages, lengths });
}

/** Adds the stems of one text; tells which there are. */
function note(
  { stems: owners, places, counts }: Postings,
  stems: readonly string[],
  place: number,
  ids: Map<string, number>,
): Set<number> {
  const found = new Map<number, number>();
  for (const stem of stems) {
    let id = ids.get(stem);
    if (id === undefined) {
      id = ids.size;
      ids.set(stem, id);
    }
    found.set(id, (found.get(id) ?? 0) + 1);
  }
  for (const [id, count] of found) {
    owners.push(id);
    places.push(place);
    counts.push(Math.min(count, 255));
  }
  return new Set(found.keys());
}

interface Gathered {
  readonly inPassages: Postings;
  readonly inHeadlines: Postings;
  readonly inArticles: GrowingNumbers;
  readonly firstPassages: GrowingNumbers;
  readonly lengths: GrowingNumbers;
}

function laidOut(ids: ReadonlyMap<string, number>, gathered: Gathered): Segment {
  const { table, ranks } = sorted(ids.keys());
  const passages = byStem(gathered.inPassages, ranks);
  const headlines = byStem(gathered.inHeadlines, ranks);
  const articlesWith = new Uint32Array(ids.size);
  for (const id of gathered.inArticles.values()) {
    const rank = ranks[id] ?? 0;
    articlesWith[rank] = (articlesWith[rank] ?? 0) + 1;
  }
  const letters = new Int32Array(ids.size);
  for (const [stem, id] of ids) letters[ranks[id] ?? 0] = lettersOf(stem);
  return {
    stems: table,
    letters,
    postingStarts: passages.starts,
    passages: passages.places,
    counts: passages.counts,
    headlineStarts: headlines.starts,
    headlines: headlines.places,
    articlesWith,
    firstPassages: gathered.firstPassages.values().slice(),
    lengths: Uint16Array.from(gathered.lengths.values()),
  };
}

/** Counting sort: postings of each stem together, in the order of the texts. */
function byStem(
  { stems, places, counts }: Postings,
  ranks: Uint32Array,
): { starts: Uint32Array; places: Uint32Array; counts: Uint8Array } {
  const owners = stems.values().map((id) => ranks[id] ?? 0);
  const starts = new Uint32Array(ranks.length + 1);
  for (const rank of owners) starts[rank + 1] = (starts[rank + 1] ?? 0) + 1;
  for (let rank = 0; rank < ranks.length; rank++) {
    starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
  }
  const next = starts.slice();
  const laid = {
    starts,
    places: new Uint32Array(stems.length),
    counts: new Uint8Array(stems.length),
  };
  const from = { places: places.values(), counts: counts.values() };
  owners.forEach((rank, at) => {
    const to = next[rank] ?? 0;
    next[rank] = to + 1;
    laid.places[to] = from.places[at] ?? 0;
    laid.counts[to] = from.counts[at] ?? 0;
  });
  return laid;
}
