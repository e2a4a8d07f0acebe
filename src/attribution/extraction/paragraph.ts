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

export function paragraphOf(place: ParagraphPlace, lexemeOf: (form: string) => Lexeme): Paragraph {
  const { body, sentences, first } = place;
  const tokens: Span[] = [];
  const sentence: number[] = [];
  const starts: number[] = [];
  for (const [index, span] of sentences.entries()) {
    starts.push(tokens.length);
    for (const token of tokensOf(body, span)) {
      tokens.push(token);
      sentence.push(index);
    }
  }
  starts.push(tokens.length);
  return {
    tokens,
    lexemes: tokens.map((token) => lexemeOf(body.slice(token.start, token.end))),
    sentence: Int32Array.from(sentence),
    starts: Int32Array.from(starts),
    quotes: quotesOf(body, tokens),
    headline: first,
  };
}
