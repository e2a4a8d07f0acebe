import { isFunctionWord, PARTICLES } from './function-words.ts';
import { isGivenName } from './given-names.ts';
import { isOrganisationNoun } from './nouns.ts';
import { isTitleWord } from './titles.ts';
import type { Word } from './words.ts';

/** Indexes into the words of a paragraph, half-open. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** True where the next word belongs to the same phrase. */
export const joins = (word: Word | undefined): boolean => word?.gap === ' ' && !word.possessive;

const isName = (word: Word | undefined): boolean =>
  word?.capital === true && (!isFunctionWord(word.lower) || isAcronym(word.text));

/** "WHO", "IT": capitals throughout are no pronoun. */
export const isAcronym = (text: string): boolean => /^\p{Lu}{2,}$/u.test(text);

/** Where the run of capitals that begins at `from` ends. */
export function runEnd(words: readonly Word[], from: number): number {
  let to = from + 1;
  while (to < words.length && (joins(words[to - 1]) || isFirm(words, to))) {
    const more = isName(words[to]) || isSurnameMay(words, to) ? 1 : bridge(words, from, to);
    if (more === 0) break;
    to += more;
  }
  return to;
}

/** "Bolt <& Sons>". */
const isFirm = (words: readonly Word[], at: number): boolean =>
  words[at - 1]?.gap === ' & ' && isName(words[at]);

/** "Theresa May", "George Will": words of the language, unless a given name or a title comes before them. */
const isSurnameMay = (words: readonly Word[], at: number): boolean =>
  /^(?:May|Will|March|August|More)$/.test(words[at]?.text ?? '') &&
  (isGivenName(words[at - 1]?.text ?? '') || isTitleWord(words[at - 1]?.text ?? ''));

/** How many words from `at` link the run to a capital after them, that capital included; 0 for none. */
function bridge(words: readonly Word[], from: number, at: number): number {
  const here = words[at];
  if (!here || !joins(here)) return 0;
  if (PARTICLES.has(here.lower)) return afterParticle(words, at);
  if (/^(?:of|for|on)$/.test(here.lower)) return afterOf(words, at);
  return here.lower === 'and' ? afterAnd(words, from, at) : 0;
}

/** "Charles de Gaulle", "Ursula von der Leyen". */
function afterParticle(words: readonly Word[], at: number): number {
  if (isName(words[at + 1])) return 2;
  return PARTICLES.has(words[at + 1]?.lower ?? '') && isName(words[at + 2]) ? 3 : 0;
}

/** "Department of Health and Human Services", "the Food and Drug Administration". */
function afterAnd(words: readonly Word[], from: number, at: number): number {
  const next = words[at + 1];
  if (!next || !isName(next) || isGivenName(next.text)) return 0;
  const inOffice = words.slice(from, at).some(({ lower }) => lower === 'of' || lower === 'for');
  return inOffice || endsInOffice(words, from, at) ? 2 : 0;
}

/** "of" and "for" within the name of an office or after a title: "Ministry of Defense", "Speaker of the House". */
function afterOf(words: readonly Word[], at: number): number {
  const before = words[at - 1];
  const titled = words[at]?.lower === 'of' && isTitleWord(before?.text ?? '');
  if (!before || !(isOrganisationNoun(before.lower) || titled || isLeague(before, words[at])))
    return 0;
  if (isName(words[at + 1])) return 2;
  return words[at + 1]?.lower === 'the' && joins(words[at + 1]) && isName(words[at + 2]) ? 3 : 0;
}

/** "Citizens for Tax Justice", "Veterans for Peace". */
export const isLeague = (before: Word, here: Word | undefined): boolean =>
  here?.lower === 'for' && before.capital && /[^s]s$/.test(before.lower);

/** "the Food and Drug Administration". */
function endsInOffice(words: readonly Word[], from: number, and: number): boolean {
  let last = and + 1;
  while (joins(words[last]) && isName(words[last + 1])) last++;
  return words[from - 1]?.lower === 'the' && isOrganisationNoun(words[last]?.lower ?? '');
}

/** Runs of capitalised words, in order. */
export function nameRuns(words: readonly Word[]): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!isName(word)) continue;
    const to = runEnd(words, at);
    runs.push({ from: at, to });
    at = to - 1;
  }
  return runs;
}
