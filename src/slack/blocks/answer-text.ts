import type { Evidence } from '../../answer/answer.ts';
import { CUT, LEFT_OUT } from '../../render/surface-wording.ts';
import { copiesWords, mannerWords, placeWords, speakerWords } from '../../render/wording.ts';
import { clipped, escaped, escapedWithin, webAddress } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import { excerpt } from './excerpt.ts';

interface Parts {
  readonly before: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly after: readonly string[];
  /** Quotations there are beside `evidence`. */
  readonly left: number;
}

/** The whole answer in the field that screen readers and notifications read: escaped, whole quotations only. */
export function answerText({ before, evidence, after, left }: Parts): string {
  const head = before.map((text) => escapedWithin(text, 400));
  const tail = after.map((text) => escapedWithin(text, 300));
  const frame = [...head, LEFT_OUT(left + evidence.length), ...tail].join('\n\n').length;
  const room = LIMITS.message.text - frame - 8;
  const told = thatFit(evidence, room);
  const missing = left + evidence.length - told.length;
  const rest = missing > 0 ? [LEFT_OUT(missing)] : [];
  return [...head, ...told, ...rest, ...tail].join('\n\n');
}

/** The first quotations that fit, whole; of the first alone an excerpt where it is too long. */
function thatFit(evidence: readonly Evidence[], room: number): string[] {
  const told: string[] = [];
  for (const one of evidence) {
    const text = escaped(evidenceText(one, 1800));
    if ([...told, text].join('\n\n').length > room) break;
    told.push(text);
  }
  const [first] = evidence;
  return told.length > 0 || !first ? told : [squeezed(first, room)];
}

function squeezed(evidence: Evidence, room: number): string {
  const tries = [900, 400, 150].map((longest) => escaped(evidenceText(evidence, longest)));
  return tries.find((text) => text.length <= room) ?? '';
}

/** Passage, speaker, manner, place and address of one quotation, unescaped. */
function evidenceText(evidence: Evidence, longest: number): string {
  const { text, cutBefore, cutAfter } = excerpt(evidence.quotation, longest, evidence.matches);
  const passage = [cutBefore ? CUT : '', text, cutAfter ? CUT : ''].filter(Boolean).join(' ');
  const address = webAddress(evidence.quotation.article.url) ?? '';
  const credit = [
    clipped(speakerWords(evidence.credit), 150),
    clipped(mannerWords(evidence.credit), 100),
    clipped(placeWords(evidence), 300),
    address.length <= 300 ? address : '',
  ];
  const lines = [`— ${credit.filter(Boolean).join(' · ')}`, clipped(copiesWords(evidence), 150)];
  return [passage, ...lines].filter(Boolean).join('\n');
}
