import { lowerAt, type Range, sentenceEnd, someIn, type Word, wordAt } from './words.ts';

const PARTICIPLES =
  /^(?:saying|adding|citing|noting|arguing|insisting|warning|claiming|explaining|suggesting)$/u;

/** The clause that begins at `first`, to the end of its sentence, of the quotation open there, or ", saying …". */
export function clauseFrom(words: readonly Word[], first: number): Range {
  let end = pastQuotation(words, sentenceEnd(words, first));
  const alone = quotationAlone(words, first);
  if (alone) return alone;
  for (let at = first + 2; at < end; at++) if (isCut(words, first, at)) return [first, at];
  while (end > first && isClosingMark(wordAt(words, end - 1))) end--;
  return [first, end];
}

/** A quotation of several sentences runs on. */
function pastQuotation(words: readonly Word[], from: number): number {
  const last = wordAt(words, from - 1);
  let end = from;
  if (last.quote === 0 || last.mark === 'close') return end;
  while (wordAt(words, end).quote === last.quote) end++;
  return end;
}

const isClosingMark = ({ quote, text }: Word): boolean => quote === 0 && /^[.!?…;:,]+$/u.test(text);

/** A quotation at `first` that ends with its own mark: `“It fell,” until …`. */
function quotationAlone(words: readonly Word[], first: number): Range | null {
  const { mark, quote } = wordAt(words, first);
  if (mark !== 'open') return null;
  let end = first;
  while (wordAt(words, end).quote === quote) end++;
  return /^[,.!?]$/u.test(wordAt(words, end - 2).text) ? [first, end] : null;
}

/** A bracket that closes around the clause, and the comma before ", saying …" and ", according to …". */
function isCut(words: readonly Word[], first: number, at: number): boolean {
  const { text, quote } = wordAt(words, at);
  if (text === ')' && quote === 0) return !someIn(words, [first, at], (word) => word.text === '(');
  if (text !== ',' || quote > 0) return false;
  const next = lowerAt(words, lowerAt(words, at + 1) === 'even' ? at + 2 : at + 1);
  return PARTICIPLES.test(next) || (next === 'according' && lowerAt(words, at + 2) === 'to');
}
