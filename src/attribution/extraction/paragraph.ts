import type { Span } from '../../text/span.ts';
import { tokens as tokensOf } from '../../text/tokens.ts';
import type { Lexeme } from './lexeme.ts';
import { type Quotes, quotesOf } from './quotes.ts';

/** One paragraph, cut into tokens. */
export interface Paragraph {
  readonly tokens: readonly Span[];
  readonly lexemes: readonly Lexeme[];
  /** Index of the sentence of each token. */
  readonly sentence: Int32Array;
  /** First token of each sentence, and after the last the number of tokens. */
  readonly starts: Int32Array;
  readonly quotes: Quotes;
  /** The first paragraph of an article, or one of a single sentence without a final mark: a headline. */
  readonly headline: boolean;
}

export interface ParagraphPlace {
  readonly body: string;
  readonly sentences: readonly Span[];
  readonly first: boolean;
}

/** The paragraph whose sentences lie at `sentences`. */
export const paragraphOf = (place: ParagraphPlace, lexemeOf: (form: string) => Lexeme): Paragraph =>
  paragraphOfTokens(
    { ...place, sentences: place.sentences.map((sentence) => tokensOf(place.body, sentence)) },
    lexemeOf,
  );

/** The paragraph whose sentences are already cut into tokens. */
export function paragraphOfTokens(
  place: Omit<ParagraphPlace, 'sentences'> & { readonly sentences: readonly (readonly Span[])[] },
  lexemeOf: (form: string) => Lexeme,
): Paragraph {
  const { body, sentences, first } = place;
  const tokens = sentences.flat();
  const starts = [0];
  for (const sentence of sentences) starts.push((starts.at(-1) ?? 0) + sentence.length);
  return {
    tokens,
    lexemes: tokens.map((token) => lexemeOf(body.slice(token.start, token.end))),
    sentence: Int32Array.from(sentences.flatMap((sentence, index) => sentence.map(() => index))),
    starts: Int32Array.from(starts),
    quotes: quotesOf(body, tokens),
    headline: first,
  };
}
