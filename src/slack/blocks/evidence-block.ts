import type { types } from '@slack/bolt';
import type { Evidence } from '../../answer/answer.ts';
import type { Quotation } from '../../answer/quotation.ts';
import { BESIDE, CUT } from '../../render/surface-wording.ts';
import {
  copiesWords,
  mannerWords,
  placeAfterHeadline,
  speakerWords,
} from '../../render/wording.ts';
import type { Span } from '../../text/span.ts';
import { clipped } from '../escape.ts';
import { excerpt } from './excerpt.ts';
import {
  bold,
  emphasised,
  type Inline,
  line,
  linked,
  quoted,
  richText,
  words,
} from './rich-text.ts';

export interface Room {
  /** Characters of one quotation. */
  readonly longest: number;
  /** The question's words in bold. */
  readonly emphasis: boolean;
}

/** One quotation: the article's words in a quote, then who said them, how and where. */
export function evidenceBlock(evidence: Evidence, room: Room): types.RichTextBlock {
  const matches = room.emphasis ? evidence.matches : [];
  const copies = copiesWords(evidence);
  return richText([
    quotedWords(evidence.quotation, room.longest, matches),
    line(creditLine(evidence)),
    line(placeLine(evidence)),
    ...evidence.caveats.flatMap((caveat) => [
      line([words(BESIDE)]),
      quotedWords(caveat, Math.min(room.longest, 600), []),
    ]),
    ...(copies === '' ? [] : [line([words(copies)])]),
  ]);
}

/** The slice, character for character; what is left out at its ends shows as `[…]`. */
function quotedWords(
  quotation: Quotation,
  longest: number,
  matches: readonly Span[],
): types.RichTextQuote {
  const { span, text, cutBefore, cutAfter } = excerpt(quotation, longest, matches);
  const inside = matches.map(({ start, end }) => ({
    start: start - span.start,
    end: end - span.start,
  }));
  return quoted([
    ...(cutBefore ? [words(`${CUT} `)] : []),
    ...emphasised(text, inside),
    ...(cutAfter ? [words(` ${CUT}`)] : []),
  ]);
}

/** Who said it, and how. */
function creditLine(evidence: Evidence): Inline[] {
  const manner = clipped(mannerWords(evidence.credit), 300);
  return [
    bold(clipped(speakerWords(evidence.credit), 300)),
    ...(manner === '' ? [] : [words(` · ${manner}`)]),
  ];
}

/** Where it stands: the headline leads to the article. */
function placeLine(evidence: Evidence): Inline[] {
  const { article } = evidence.quotation;
  return [
    linked(`“${clipped(article.headline, 250)}”`, article.url),
    words(clipped(placeAfterHeadline(evidence), 300)),
  ];
}
