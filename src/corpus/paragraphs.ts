import { sentences } from '../text/sentences.ts';
import { type Span, slice } from '../text/span.ts';
import type { Article } from './article.ts';

/** A paragraph that may be quoted, where it stands in its article. */
export interface Paragraph {
  readonly span: Span;
  /** 1-based among the paragraphs of the article; headline, headings and furniture do not count. */
  readonly number: number;
  /** The words of the section heading above it, where there is one. */
  readonly section?: string;
  /** In order, trimmed; every character but white space lies in exactly one. */
  readonly sentences: readonly Span[];
}

/** The paragraphs of `article`, in order. */
export function paragraphsOf(article: Article): Paragraph[] {
  const { body, blocks } = article;
  const paragraphs: Paragraph[] = [];
  let section: { section: string } | null = null;
  for (const { kind, span } of blocks) {
    if (kind === 'heading') section = { section: slice(body, span) };
    if (kind !== 'paragraph') continue;
    const number = paragraphs.length + 1;
    paragraphs.push({ span, number, ...section, sentences: sentences(body, span) });
  }
  return paragraphs;
}
