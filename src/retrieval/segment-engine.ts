import {
  ARTICLE_SHARE,
  type Candidate,
  type CandidateOptions,
  type SearchEngine,
  type Sought,
  termWeights,
  weightOf,
} from './search-engine.ts';
import { type Segment, stemAt } from './segment.ts';
import { similarWords } from './similar-words.ts';
import { stringAt } from './tables.ts';

/** BM25: how soon repetition stops telling more, and how much long passages are held back. */
const K = 1.2;
const B = 0.4;

/** One search's sums, kept between searches and cleared by what was touched. */
interface Sums {
  readonly scores: Float32Array;
  readonly held: Int32Array;
  readonly heldByArticle: Int32Array;
  /** What the words of each article add to the scores of its passages. */
  readonly added: Float64Array;
  readonly touched: Uint32Array;
  /** Positions in use of `touched`. */
  count: number;
}

/** The index of large corpora: exhaustive BM25, term at a time, over an immutable segment. */
export function segmentEngine(segment: Segment): SearchEngine {
  const passages = segment.lengths.length;
  const articles = segment.firstPassages.length - 1;
  const articleOf = articlesOfPassages(segment);
  const norms = normsOf(segment);
  const sums: Sums = {
    scores: new Float32Array(passages),
    held: new Int32Array(passages),
    heldByArticle: new Int32Array(articles),
    added: new Float64Array(articles),
    touched: new Uint32Array(passages),
    count: 0,
  };
  const articlesWith = (stem: string) => segment.articlesWith[stemAt(segment, stem)] ?? 0;
  return {
    passages,
    articles,
    articlesWith,
    passagesWith: (stem) => {
      const at = stemAt(segment, stem);
      return at < 0 ? 0 : (segment.postingStarts[at + 1] ?? 0) - (segment.postingStarts[at] ?? 0);
    },
    similarTo: similarWords(
      { letters: segment.letters, wordAt: (at) => stringAt(segment.stems, at) },
      articlesWith,
    ),
    candidates: (sought, options) => {
      for (const item of sought) add(segment, sums, { norms, articleOf, item });
      weighArticles(sums, termWeights(sought));
      const found = best(sums, articleOf, options);
      clear(segment, sums, sought, articleOf);
      return found;
    },
  };
}

function articlesOfPassages({ firstPassages, lengths }: Segment): Uint32Array {
  const articleOf = new Uint32Array(lengths.length);
  for (let article = 0; article + 1 < firstPassages.length; article++) {
    articleOf.fill(article, firstPassages[article], firstPassages[article + 1]);
  }
  return articleOf;
}

function normsOf({ lengths }: Segment): Float32Array {
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return Float32Array.from(lengths, (length) => K * (1 - B + (B * length) / Math.max(1, mean)));
}

interface Adding {
  readonly norms: Float32Array;
  readonly articleOf: Uint32Array;
  readonly item: Sought;
}

function add(segment: Segment, sums: Sums, { norms, articleOf, item }: Adding): void {
  const at = stemAt(segment, item.stem);
  if (at < 0) return;
  const { passages, counts } = segment;
  const { scores, held, heldByArticle, touched } = sums;
  const bit = 1 << item.term;
  const weight = item.weight * (K + 1);
  const end = segment.postingStarts[at + 1] ?? 0;
  let articleEnd = 0;
  for (let posting = segment.postingStarts[at] ?? 0; posting < end; posting++) {
    const passage = passages[posting] as number;
    const count = counts[posting] as number;
    if (held[passage] === 0) touched[sums.count++] = passage;
    held[passage] = (held[passage] as number) | bit;
    if (passage >= articleEnd) {
      const article = articleOf[passage] as number;
      heldByArticle[article] = (heldByArticle[article] as number) | bit;
      articleEnd = segment.firstPassages[article + 1] as number;
    }
    scores[passage] =
      (scores[passage] as number) + (weight * count) / (count + (norms[passage] as number));
  }
  addHeadlines(segment, heldByArticle, at, bit);
}

function addHeadlines(segment: Segment, heldByArticle: Int32Array, at: number, bit: number): void {
  const end = segment.headlineStarts[at + 1] ?? 0;
  for (let posting = segment.headlineStarts[at] ?? 0; posting < end; posting++) {
    const article = segment.headlines[posting] ?? 0;
    heldByArticle[article] = (heldByArticle[article] ?? 0) | bit;
  }
}

function weighArticles({ heldByArticle, added }: Sums, weights: Float64Array): void {
  const shareOf = weigher(weights);
  for (let article = 0; article < added.length; article++) {
    added[article] = ARTICLE_SHARE * shareOf(heldByArticle[article] as number);
  }
}

function best(sums: Sums, articleOf: Uint32Array, { limit, among }: CandidateOptions): Candidate[] {
  const { scores, held, heldByArticle, added, touched, count } = sums;
  const top = topOf(limit);
  const scoreAt = (passage: number): number =>
    (scores[passage] as number) + (added[articleOf[passage] as number] as number);
  if (among) for (const passage of among) top.offer(passage, scoreAt(passage));
  let least = top.least();
  for (let at = 0; among === undefined && at < count; at++) {
    const passage = touched[at] as number;
    const score = scoreAt(passage);
    // Seldom reached: one question touches tens of thousands.
    if (score >= least) {
      top.offer(passage, score);
      least = top.least();
    }
  }
  return top.taken().map(({ passage, score }) => {
    const article = articleOf[passage] ?? 0;
    return {
      passage,
      article,
      score,
      held: held[passage] ?? 0,
      heldByArticle: heldByArticle[article] ?? 0,
    };
  });
}

/** Terms up to which the weight of every mask is worked out beforehand. */
const MOST_TABLED = 12;

/** `weightOf` for many masks of few terms. */
function weigher(weights: Float64Array): (held: number) => number {
  if (weights.length > MOST_TABLED) return (held) => weightOf(held, weights);
  const table = new Float64Array(1 << weights.length);
  weights.forEach((weight, term) => {
    const bit = 1 << term;
    for (let rest = 0; rest < bit; rest++) table[bit | rest] = (table[rest] as number) + weight;
  });
  return (held) => table[held] as number;
}

interface Scored {
  readonly passage: number;
  readonly score: number;
}

const inOrder = (a: Scored, b: Scored): number => b.score - a.score || a.passage - b.passage;

interface Top {
  offer(passage: number, score: number): void;
  /** Lower scores are not taken. */
  least(): number;
  taken(): Scored[];
}

/** Keeps the best `limit`: gathers four times as many, then drops those that are worse. */
function topOf(limit: number): Top {
  const room = 4 * limit;
  const passages = new Uint32Array(room);
  const scores = new Float64Array(room);
  let count = 0;
  let least = Number.NEGATIVE_INFINITY;
  const keep = (passage: number, score: number) => {
    scores[count] = score;
    passages[count++] = passage;
  };
  const dropWorse = () => {
    least = scores.slice(0, count).sort()[count - limit] as number;
    const all = count;
    count = 0;
    for (let at = 0; at < all; at++) {
      const score = scores[at] as number;
      if (score >= least) keep(passages[at] as number, score);
    }
  };
  const taken = () => {
    if (count > limit) dropWorse();
    const gathered: Scored[] = [];
    for (let at = 0; at < count; at++) {
      gathered.push({ passage: passages[at] as number, score: scores[at] as number });
    }
    return gathered.sort(inOrder).slice(0, limit);
  };
  const cut = () => {
    dropWorse();
    if (count < room) return;
    // All are equal: the first passages are the best.
    const best = taken();
    count = 0;
    for (const { passage, score } of best) keep(passage, score);
  };
  return {
    offer: (passage, score) => {
      if (score < least) return;
      if (count === room) cut();
      keep(passage, score);
    },
    least: () => least,
    taken,
  };
}

/** Where a search touched more than one in so many, all is cleared in one go. */
const SPARSE = 16;

function clear(
  segment: Segment,
  sums: Sums,
  sought: readonly Sought[],
  articleOf: Uint32Array,
): void {
  const { scores, held, heldByArticle, touched, count } = sums;
  sums.count = 0;
  if (count * SPARSE > scores.length) {
    for (const all of [scores, held, heldByArticle]) all.fill(0);
    return;
  }
  for (let at = 0; at < count; at++) {
    const passage = touched[at] ?? 0;
    scores[passage] = 0;
    held[passage] = 0;
    heldByArticle[articleOf[passage] ?? 0] = 0;
  }
  for (const { stem } of sought) clearHeadlines(segment, heldByArticle, stemAt(segment, stem));
}

function clearHeadlines(segment: Segment, heldByArticle: Int32Array, at: number): void {
  if (at < 0) return;
  const articles = segment.headlines.subarray(
    segment.headlineStarts[at],
    segment.headlineStarts[at + 1],
  );
  for (const article of articles) heldByArticle[article] = 0;
}
