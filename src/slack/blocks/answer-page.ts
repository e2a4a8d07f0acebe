import type { Answer } from '../../answer/answer.ts';
import { NARROWED, REFINED } from '../../render/surface-wording.ts';
import { understoodWords } from '../../render/wording.ts';
import type { Page, Surface } from '../page.ts';

/** An answer, and where and how it is to be shown. */
export interface AnswerPage {
  /** `shown` is decided by what fits. */
  readonly page: Omit<Page, 'shown'>;
  readonly surface: Surface;
  /** Questions that surely have answers. */
  readonly suggestions: readonly string[];
  /** A line above everything else. */
  readonly intro?: string | undefined;
}

/** The quiet lines above an answer: how a follow-up was understood, what a form or a button has added. */
export function openingLines(answer: Answer, { page, intro }: AnswerPage): string[] {
  const added = NARROWED(page.asked.filters);
  return [
    ...(intro === undefined ? [] : [intro]),
    ...(answer.understood === null ? [] : [understoodWords(answer.understood)]),
    ...(added.length === 0 ? [] : [REFINED(added)]),
  ];
}
