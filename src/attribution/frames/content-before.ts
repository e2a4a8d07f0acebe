import { clauseFrom } from './clause-end.ts';
import { BOUNDARIES, CONNECTORS, isVerbLike, PREPOSITIONS } from './closed-words.ts';
import { VERBS } from './lexicon.ts';
import {
  isCapital,
  isComma,
  isDash,
  isHyphen,
  isWord,
  lowerAt,
  type Range,
  sentenceEnd,
  sentenceStart,
  someIn,
  type Word,
  wordAt,
} from './words.ts';

/** What is said before the speaker in "…, X said" and "…, said X". */
export interface Before {
  readonly quoted: boolean;
  /** False for a phrase that needs the words after the speaker: "The plan, Roe said, failed". */
  readonly statement: boolean;
  readonly content: Range;
}

/** Fewest words of a clause without a verb we know. */
const SHORTEST = 4;

/** What ends right before word `end`; null where nothing said does. */
export function contentBefore(words: readonly Word[], end: number): Before | null {
  const last = wordAt(words, end - 1);
  if (last.mark === 'close') return quotedBefore(words, end);
  if (last.sentence !== wordAt(words, end).sentence || !isComma(last)) return null;
  if (wordAt(words, end - 2).mark === 'close') return quotedBefore(words, end - 1);
  let first = pastConnectors(words, pastDateline(words, sentenceStart(words, end - 1)));
  if (lowerAt(words, first) === ',') first++;
  const content: Range = [first, end - 1];
  if (content[1] <= first) return null;
  return { quoted: false, statement: isStatement(words, content), content };
}

/** Longest "SAINT PETERSBURG, Fla. (AP) —", in words. */
const LONGEST_DATELINE = 10;

/** Past the place in capitals, and the dash, that begin a report. */
function pastDateline(words: readonly Word[], start: number): number {
  if (!/^\p{Lu}{3,}$/u.test(wordAt(words, start).text)) return start;
  for (let at = start + 1; at < start + LONGEST_DATELINE; at++) {
    if (isDash(wordAt(words, at).text) && !isHyphen(words, at)) return at + 1;
  }
  return start;
}

/** True where a verb shows, as in "the plan failed" and unlike "a lawyer in Springfield". */
export const holdsVerb = (words: readonly Word[], range: Range): boolean =>
  someIn(words, range, (word) => !isCapital(word) && isVerbLike(word.lower));

function isStatement(words: readonly Word[], range: Range): boolean {
  if (range[1] - range[0] < SHORTEST - 1) return false;
  if (holdsVerb(words, range)) return true;
  const opening = lowerAt(words, range[0]);
  return range[1] - range[0] >= SHORTEST && !PREPOSITIONS.has(opening) && !BOUNDARIES.has(opening);
}

function pastConnectors(words: readonly Word[], start: number): number {
  let first = start;
  while (CONNECTORS.has(lowerAt(words, first))) first++;
  return first;
}

/** The quotation that closes right before `end`, with the words of its sentence that lead into it. */
function quotedBefore(words: readonly Word[], end: number): Before {
  const { quote } = wordAt(words, end - 1);
  let open = end - 1;
  while (open > 0 && wordAt(words, open - 1).quote === quote) open--;
  const start = sentenceStart(words, open);
  const alone = open === start || /^[,:;—–-]+$/u.test(wordAt(words, open - 1).text);
  const first = alone ? open : pastConnectors(words, start);
  return { quoted: first === open, statement: true, content: [first, end] };
}

/** The quotation by which the speaker of one that ends before `from` goes on: `"…," X said, smiling. "…"` */
export function quotationAfter(words: readonly Word[], from: number): Range[] {
  const at = resumedIn(words, from) ?? sentenceEnd(words, from - 1);
  const { mark, quote } = wordAt(words, at);
  if (mark !== 'open') return [];
  let end = at;
  while (wordAt(words, end).quote === quote) end++;
  const next = wordAt(words, end);
  const goesOn = next.sentence === wordAt(words, end - 1).sentence && isWord(next);
  return goesOn ? [] : [[at, end]];
}

/** Where a quotation opens again after a comma, `X said, pointing at the sea, "…"`, with no other verb of saying between. */
function resumedIn(words: readonly Word[], from: number): number | null {
  for (let at = from; at < sentenceEnd(words, from - 1); at++) {
    const { lower, mark } = wordAt(words, at);
    if (mark === 'open') return isComma(wordAt(words, at - 1)) ? at : null;
    if (VERBS.has(lower) || lower === 'and' || lower === 'but') return null;
  }
  return null;
}

/** The rest of a clause that its speaker cuts in two, after the comma at `at`; null where it does not go on. */
export function restAfter(words: readonly Word[], at: number, before: Before): Range | null {
  if (!isComma(wordAt(words, at))) return null;
  const rest = clauseFrom(words, at + 1);
  const next = lowerAt(words, at + 1);
  if (rest[1] <= rest[0] || (/..ing$/u.test(next) && next !== 'including')) return null;
  return isVerbLike(next) || before.statement ? rest : null;
}
