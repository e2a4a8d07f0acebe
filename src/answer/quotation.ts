import type { Article } from '../corpus/article.ts';
import { type Span, slice } from '../text/span.ts';

declare const verbatim: unique symbol;

/** Words copied from an article, character for character. Only `quote` makes one. */
export interface Quotation {
  readonly article: Article;
  readonly span: Span;
  readonly text: string;
  readonly [verbatim]: true;
}

/** The words of `article` that `span` covers. Throws RangeError where the span is empty or leaves the body. */
export function quote(article: Article, span: Span): Quotation {
  const { start, end } = span;
  const whole = Number.isInteger(start) && Number.isInteger(end);
  if (!whole || start < 0 || end <= start || end > article.body.length) {
    throw new RangeError(
      `A quotation needs a span within the body of ${article.id} (0 to ${article.body.length}), got ${start} to ${end}`,
    );
  }
  return { article, span: { start, end }, text: slice(article.body, span) } as Quotation;
}
