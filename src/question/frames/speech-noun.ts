import { isFrameWord, PREPOSITIONS } from '../frame-words.ts';
import { speechNoun } from '../speech-verbs.ts';
import type { Word } from '../words.ts';
import type { Frame, Knows, WordRange } from './frame.ts';
import {
  breaksName,
  foldedAt,
  indexes,
  isAuxiliary,
  looksLikeName,
  nameEnd,
  speakerRange,
} from './names.ts';

const BETWEEN_NAME_AND_NOUN =
  /^(?:latest|recent|first|last|public|official|original|own|full|exact|initial|formal|main|previous|strong)$/;

/** "Putin's reaction to …", "the Russian response", "statements by Kovalenko on …". */
export function nounFrame(words: readonly Word[], knows: Knows): Frame | null {
  for (let at = 0; at < words.length; at += 1) {
    const act = speechNoun(foldedAt(words, at));
    const speaker = act && (speakerBefore(words, at, knows) ?? speakerAfter(words, at, knows));
    if (act && speaker) {
      const used = [at, ...indexes(speaker.to, at)];
      return { speaker, act, used, asksWho: false, soft: act !== 'say' };
    }
  }
  return null;
}

const MADE =
  /^(?:make|makes|made|making|give|gives|gave|given|giving|issue|issues|issued|issuing|offer|offers|offered|offering|send|sends|sent|raise|raised|voice|voiced|provide|provided|have|express|expressed)$/;
const ASKING = /^(?:what|which|whose)$/;

/** "What threat did the army make", "what reason has Kyiv given for …". */
export function nounMade(words: readonly Word[]): Frame | null {
  const noun = words.findIndex(
    ({ folded }, at) => at > 0 && at < 4 && speechNoun(folded) !== null && asks(words, at),
  );
  const act = speechNoun(foldedAt(words, noun));
  if (act === null || !isAuxiliary(foldedAt(words, noun + 1))) return null;
  const verb = words.findIndex(({ folded }, at) => at > noun + 2 && MADE.test(folded));
  const speaker = verb > 0 ? speakerRange(words, noun + 2, verb) : null;
  if (!speaker || indexes(speaker.from, speaker.to).some((at) => breaksName(words, at)))
    return null;
  return { speaker, act, used: indexes(0, verb + 1), asksWho: false, soft: false };
}

const asks = (words: readonly Word[], noun: number): boolean =>
  words.slice(0, noun).some(({ folded }) => ASKING.test(folded));

/** "What is the reaction to …", "opposition to …": somebody's, whoever's. */
export function nounAsked(words: readonly Word[]): Frame | null {
  const noun = words.findIndex(
    ({ folded }, at) =>
      TOWARDS.test(folded) && /^(?:to|of|over|in|about|against)$/.test(foldedAt(words, at + 1)),
  );
  const act = noun >= 0 && noun < 6 ? speechNoun(foldedAt(words, noun)) : null;
  return act && { speaker: null, act, used: [noun], asksWho: false, soft: false };
}

const TOWARDS = /^(?:reactions?|responses?|opposition|objections?|criticism|condemnation|praise)$/;

function speakerBefore(words: readonly Word[], noun: number, knows: Knows): WordRange | null {
  const to = endOfName(words, noun);
  const isOwned = words[to - 1]?.possessive === true;
  if (to === 0 || (!isOwned && ALSO_VERBS.test(foldedAt(words, noun)))) return null;
  const range = knownBefore(words, to, knows) ?? (isOwned ? speakerRange(words, to - 1, to) : null);
  return range && whole(words, range);
}

/** Where a name before the noun ends. */
function endOfName(words: readonly Word[], noun: number): number {
  let to = noun;
  while (to > 0 && BETWEEN_NAME_AND_NOUN.test(foldedAt(words, to - 1))) to -= 1;
  return to;
}

/** The longest name that ends at `to` and that the corpus knows. */
function knownBefore(words: readonly Word[], to: number, knows: Knows): WordRange | null {
  const isOwned = words[to - 1]?.possessive === true;
  let from = to;
  while (from > 0 && !breaksName(words, from - 1) && !words[from - 1]?.closes && to - from < 7)
    from -= 1;
  for (; from < to; from += 1) {
    const range = speakerRange(words, from, to);
    const mayName = range && (isOwned || isSomebody(words, range));
    if (mayName && knows(words.slice(range.from, range.to))) return range;
  }
  return null;
}

/** "Karl Rove's position" is not asked of every Rove: a given name before a known surname belongs to it. */
function whole(words: readonly Word[], { from, to }: WordRange): WordRange {
  const given = from - 1;
  const isGiven =
    given > 0 &&
    !breaksName(words, given) &&
    !(words[given]?.closes ?? true) &&
    looksLikeName(words.slice(given, to));
  return isGiven ? whole(words, { from: given, to }) : { from, to };
}

/** "Where did the debate take place": nobody's take. */
const ALSO_VERBS = /^take$/;

/**
 * "the Kremlin statement", "is army response"; what stands before the noun otherwise is what it is about: "safety
 * reasons", "to address ethics concerns", "during his Veterans Day speech".
 */
function isSomebody(words: readonly Word[], { from }: WordRange): boolean {
  const [before, first] = [foldedAt(words, from - 1), foldedAt(words, from)];
  if (PREPOSITIONS.has(first) || OWNERS.test(first) || OWNERS.test(before)) return false;
  if (from === 0 || /^\P{Ll}/u.test(words[from]?.text ?? '')) return true;
  return isFrameWord(before) && !PREPOSITIONS.has(before);
}

const OWNERS = /^(?:his|her|its|their|my|our|your)$/;

function speakerAfter(words: readonly Word[], noun: number, knows: Knows): WordRange | null {
  if (!/^(?:by|from|of)$/.test(foldedAt(words, noun + 1))) return null;
  const end = nameEnd(words, noun + 2);
  const range = speakerRange(words, noun + 2, end);
  if (!range) return null;
  const names = words.slice(range.from, range.to);
  const sure = foldedAt(words, noun + 1) === 'by' || knows(names) || looksLikeName(names);
  return sure ? range : null;
}
