import { ADVERBS, AUXILIARIES } from './closed-words.ts';
import type { Verb } from './lexicon.ts';
import { lowerAt, type Range, type Word, wordAt } from './words.ts';

const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'am', "'m", "'re"]);
const HAVE = new Set(["'s", "'ve", "'d", 'has', 'have', 'had']);

const isAdverb = (lower: string): boolean => ADVERBS.has(lower) || /..ly$/u.test(lower);

/** The verb at `at` with its auxiliaries and adverbs; null where it is passive or not finite. */
export function verbGroup(words: readonly Word[], at: number, { form }: Verb): Range | null {
  const { sentence, quote } = wordAt(words, at);
  let first = at;
  let auxiliary = '';
  while (first > 0) {
    const before = wordAt(words, first - 1);
    const helps = AUXILIARIES.has(before.lower);
    if (before.sentence !== sentence || before.quote !== quote) break;
    if (!helps && !isAdverb(before.lower)) break;
    if (helps) auxiliary ||= before.lower;
    first--;
  }
  return isActive(form, auxiliary) ? [first, at + 1] : null;
}

/** "says" stands alone, "say" may, "saying" needs "is", a participle "has", and "was told" is no telling. */
function isActive(form: Verb['form'], auxiliary: string): boolean {
  if (form === 's') return auxiliary === '';
  if (form === 'base') return !BE.has(auxiliary) && !HAVE.has(auxiliary);
  if (form === 'ing') return BE.has(auxiliary) || auxiliary === "'s";
  return HAVE.has(auxiliary) || (form === 'past' && auxiliary === '');
}

/** The first of the adverbs and forms of "have" right before `at`. */
export function groupStart(words: readonly Word[], at: number): number {
  let first = at;
  while (
    first > 0 &&
    (isAdverb(lowerAt(words, first - 1)) || HAVE.has(lowerAt(words, first - 1)))
  ) {
    first--;
  }
  return first;
}
