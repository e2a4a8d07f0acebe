import type { Span } from '../text/span.ts';

/**
 * What a stretch of a body is. Only `paragraph` is quoted and searched as evidence; `headline` and `heading`
 * are read as context; `furniture` (share bars, "Read more", newsletter boxes) is set aside.
 */
export type Block =
  | { readonly kind: 'headline' | 'heading' | 'paragraph'; readonly span: Span }
  | { readonly kind: 'furniture'; readonly span: Span; readonly why: string };

/** A schema.org/NewsArticle as Quoth keeps it: immutable. */
export interface Article {
  readonly id: string;
  readonly headline: string;
  /** `stated` in the front matter, the record or the text; else the `first-words` of the body and an ellipsis. */
  readonly headlineFrom: 'stated' | 'first-words';
  readonly publisher?: string;
  readonly author?: string;
  /** ISO 8601 date (YYYY-MM-DD); only what the source states, never a date met in the text. */
  readonly datePublished?: string;
  readonly url?: string;
  /** BCP 47, "en" unless the source says otherwise. */
  readonly language: string;
  /** Who speaks the whole body, where the record says so (a corpus of statements). */
  readonly speaker?: string;
  /** The text exactly as given: every offset in Quoth is a UTF-16 offset into this string. */
  readonly body: string;
  /** In the order of the body, none overlapping; only white space (or markup set aside) lies between them. */
  readonly blocks: readonly Block[];
  /** Hash of headline and body: changes when the words do. */
  readonly version: string;
}

/** Why a file or a record could not be read, and what to do: shown on standard error, the rest is served. */
export interface LoadProblem {
  readonly path: string;
  /** 1-based, where the trouble has a line. */
  readonly line?: number;
  readonly field?: string;
  readonly message: string;
  readonly fix: string;
  /** A `warning` serves the article all the same. */
  readonly severity: 'error' | 'warning';
}
