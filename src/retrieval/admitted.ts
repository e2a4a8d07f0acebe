import type { Question } from '../question/question.ts';
import { fold } from '../text/fold.ts';
import { slice } from '../text/span.ts';
import type { Passage } from './retrieve.ts';

/** Publisher, publication dates and literal phrases of a question bind. */
export function admitted({ article, paragraph }: Passage, question: Question): boolean {
  const { publisher, dates, phrases } = question;
  if (publisher !== undefined && fold(article.publisher ?? '') !== fold(publisher)) return false;
  if (dates !== undefined && !within(article.datePublished, dates)) return false;
  const text = phrases.length === 0 ? '' : fold(slice(article.body, paragraph.span));
  return phrases.every((phrase) => text.includes(fold(phrase)));
}

function within(
  date: string | undefined,
  { from, to }: { readonly from?: string; readonly to?: string },
): boolean {
  if (date === undefined) return false;
  return (from === undefined || date >= from) && (to === undefined || date.slice(0, 10) <= to);
}
