/** What an engine indexes of an article: stems, without stop words, in the order of the text. */
export interface IndexedArticle {
  readonly headline: readonly string[];
  readonly passages: readonly (readonly string[])[];
}

/** A stem to look for, on behalf of one term of the question. */
export interface Sought {
  readonly stem: string;
  /** Which term of the question, 0 to 30: several stems may stand for one. */
  readonly term: number;
  /** How much it tells that a passage holds the stem: its rarity, less where it stands for the term badly. */
  readonly weight: number;
}

/** A passage that may answer: one that holds a stem sought, or whose headline does, or that was asked for. */
export interface Candidate {
  /** Position among all passages, in the order of the articles. */
  readonly passage: number;
  /** Position of its article. */
  readonly article: number;
  /** Bit n is set where the passage holds term n. */
  readonly held: number;
  /** The same for the article, headline included. */
  readonly heldByArticle: number;
  /** Compares within one search only. */
  readonly score: number;
}

export interface CandidateOptions {
  readonly limit: number;
  /** These passages and no others, whatever they hold. */
  readonly among?: ReadonlySet<number>;
}

/**
 * Finds passages by their words. Small and fresh corpora sit in MiniSearch, large ones in a segment of typed
 * arrays; the ranker cannot tell which.
 */
export interface SearchEngine {
  readonly passages: number;
  readonly articles: number;
  passagesWith(stem: string): number;
  articlesWith(stem: string): number;
  /** Best first; ties in the order of the passages. */
  candidates(sought: readonly Sought[], options: CandidateOptions): Candidate[];
  /** Stems of the corpus within one edit (two from nine letters on) of `stem`, nearest and then commonest first. */
  similarTo(stem: string): { readonly stem: string; readonly edits: number }[];
}

/** What the words of the article count for beside those of the passage: passages of the right article first. */
export const ARTICLE_SHARE = 0.5;

/** The weight of each term of the question: that of its best stem. */
export function termWeights(sought: readonly Sought[]): Float64Array {
  const last = Math.max(-1, ...sought.map(({ term }) => term));
  const weights = new Float64Array(last + 1);
  for (const { term, weight } of sought) weights[term] = Math.max(weights[term] ?? 0, weight);
  return weights;
}

/** A bit mask of every term there may be. */
export const EVERY_TERM = 0x7fffffff;

/** The summed weight of the terms whose bit is set in `held`. */
export function weightOf(held: number, weights: Float64Array): number {
  let sum = 0;
  for (let rest = held; rest !== 0; rest &= rest - 1)
    sum += weights[31 - Math.clz32(rest & -rest)] ?? 0;
  return sum;
}
