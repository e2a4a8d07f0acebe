import type { types } from '@slack/bolt';
import type { EvidenceContext } from '../../answer/archive.ts';
import type { Quotation } from '../../answer/quotation.ts';
import { NEARBY_PARAGRAPHS } from '../../render/surface-wording.ts';
import { placeWords, speakerWords } from '../../render/wording.ts';
import { clipped, escapedWithin } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import { aside } from './elements.ts';
import { excerpt } from './excerpt.ts';
import type { Message } from './message.ts';
import { bold, emphasised, line, linked, quoted, richText, words } from './rich-text.ts';

/** The paragraphs around a quotation, in order, the quotation itself in bold. */
export function contextBlocks(
  { evidence, before, paragraph, after }: EvidenceContext,
  longest: number,
): types.KnownBlock[] {
  const { article, span } = evidence.quotation;
  const around = (quotation: Quotation) => richText([line([words(cutTo(quotation, longest))])]);
  const shown = excerpt(paragraph, longest * 2, [span]);
  const marked = { start: span.start - shown.span.start, end: span.end - shown.span.start };
  return [
    richText([
      line([
        bold(clipped(speakerWords(evidence.credit), 300)),
        words(' · '),
        linked(clipped(placeWords(evidence), 600), article.url),
      ]),
    ]),
    ...before.map(around),
    richText([quoted(withCuts(shown.cutBefore, emphasised(shown.text, [marked]), shown.cutAfter))]),
    ...after.map(around),
    aside(NEARBY_PARAGRAPHS),
  ];
}

function withCuts(
  before: boolean,
  inside: readonly types.RichTextText[],
  after: boolean,
): types.RichTextText[] {
  return [...(before ? [words('[…] ')] : []), ...inside, ...(after ? [words(' […]')] : [])];
}

function cutTo(quotation: Quotation, longest: number): string {
  const { text, cutAfter } = excerpt(quotation, longest);
  return cutAfter ? `${text} […]` : text;
}

const DEPTHS = [1500, 700, 300, 120];

/** The same as a message, for "the second one". */
export function contextMessage(context: EvidenceContext): Message {
  const { before, paragraph, after } = context;
  const drafts = DEPTHS.map((longest) => contextBlocks(context, longest));
  const fits = (blocks: readonly types.KnownBlock[]) =>
    JSON.stringify(blocks).length <= LIMITS.message.allBlocks;
  const blocks = drafts.find(fits) ?? [];
  const parts = [...before, paragraph, ...after].map(({ text }) => text);
  const text = [placeWords(context.evidence), ...parts].join('\n\n');
  return { text: escapedWithin(text, LIMITS.message.text), blocks };
}
