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
  /** How well the stem stands for it: 1 for the asker's own word. */
  readonly worth: number;
}

/** A passage that holds at least one of the stems sought, or whose article does. */
export interface Candidate {
  /** Position among all passages, in the order of the articles. */
  readonly passage: number;
  /** Bit n is set where the passage holds term n. */
  readonly held: number;
  /** The same for the article, headline included. */
  readonly heldByArticle: number;
  /** Compares within one search only. */
  readonly score: number;
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
  candidates(sought: readonly Sought[], limit: number): Candidate[];
  /** Stems of the corpus within one edit (two from nine letters on) of `stem`, nearest and then commonest first. */
  similarTo(stem: string): { readonly stem: string; readonly edits: number }[];
}
