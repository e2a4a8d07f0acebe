import { AUXILIARIES, PREPOSITIONS } from './frame-words.ts';
import type { AnswerType } from './question.ts';
import type { Word } from './words.ts';

const WHERE = /^(?:place|village|town|city|region|country|area|location|province|district|state)$/;
const WHO =
  /^(?:person|official|president|leader|governor|minister|spokesman|spokeswoman|spokesperson|company|agency|organisation|organization)$/;
const WHEN = /^(?:date|day|year|month|time)$/;
/** Nouns and adverbs after "how" or "what" that ask for a number. */
export const QUANTITY =
  /^(?:many|much|long|far|large|big|often|old|high|fast|few|number|percentage|percent|figure|amount|cost)$/;

/** The kind of thing that a question asks for, by the word it asks with and the noun after it. */
export function answerType(words: readonly Word[]): AnswerType {
  if (AUXILIARIES.has(words[0]?.folded ?? '')) return 'yes-no';
  const at = asking(words);
  const wh = added(words) ?? words[at]?.folded ?? '';
  const next = words[at + 1]?.folded ?? '';
  if (wh === 'how') return QUANTITY.test(next) ? 'how-many' : 'what';
  const named = nounType(next);
  return named === 'what' ? (BY_WORD.get(wh) ?? 'what') : named;
}

/** "…, and why?" */
const added = (words: readonly Word[]): string | undefined =>
  /^and (?:when|where|why)$/.test(`${words.at(-2)?.folded} ${words.at(-1)?.folded}`)
    ? words.at(-1)?.folded
    : undefined;

const BY_WORD: ReadonlyMap<string, AnswerType> = new Map([
  ['who', 'who'],
  ['whom', 'who'],
  ['whose', 'who'],
  ['when', 'when'],
  ['where', 'where'],
  ['why', 'why'],
  ['which', 'which'],
]);

/** The word that asks: the one a question begins with, or else the last: "Ann Example, who …, is how old?" */
export function asking(words: readonly Word[]): number {
  const places = words.flatMap(({ folded }, at) => (ASKS.test(folded) ? [at] : []));
  const [first = -1] = places;
  const begins = first === 0 || (first === 1 && PREPOSITIONS.has(words[0]?.folded ?? ''));
  return begins ? first : (places.at(-1) ?? -1);
}

const ASKS = /^(?:who|whom|whose|when|where|why|how|what|which)$/;

function nounType(noun: string): AnswerType {
  if (WHERE.test(noun)) return 'where';
  if (WHO.test(noun)) return 'who';
  if (WHEN.test(noun)) return 'when';
  return QUANTITY.test(noun) ? 'how-many' : 'what';
}
