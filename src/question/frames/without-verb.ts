import { DETERMINERS, PREPOSITIONS, WH_WORDS } from '../frame-words.ts';
import type { Word } from '../words.ts';
import type { Frame, Knows } from './frame.ts';
import {
  breaksName,
  foldedAt,
  indexes,
  isAuxiliary,
  looksLikeName,
  nameEnd,
  speakerRange,
} from './names.ts';

/** "according to Zelensky, …", "…, according to the Kremlin", "per the ministry". */
export function accordingTo(words: readonly Word[]): Frame | null {
  const at = words.findIndex(
    ({ folded }, index) => folded === 'according' && foldedAt(words, index + 1) === 'to',
  );
  const start = at >= 0 ? at + 2 : words.findIndex(({ folded }) => folded === 'per') + 1;
  if (start === 0 || start >= words.length) return null;
  const end = nameEnd(words, start);
  const speaker = speakerRange(words, start, end);
  if (words.slice(start, end).some(({ text }) => PAPER.test(text))) return null;
  const used = indexes(at >= 0 ? at : start - 1, start);
  return speaker && { speaker, act: 'say', used, asksWho: false, soft: false };
}

/** "according to a new study": a paper without a name is nobody who speaks. */
const PAPER =
  /^(?:stud(?:y|ies)|surveys?|reports?|research|data|statistics|figures|analys[ei]s|polls?|polling|estimates|reviews?)$/;

/** "MoD on ATACMS", "Zelensky: Crimea", "Emmanuel Macron on nuclear power". */
export function speakerOnTopic(words: readonly Word[], knows: Knows): Frame | null {
  const at = words.findIndex((_, index) => index > 0 && partsTopic(words, index));
  if (at < 1 || at > 6 || words.slice(0, at).some((_, index) => breaksName(words, index)))
    return null;
  const on = ON.test(foldedAt(words, at));
  // "Ann Example, the skipper, sold which boat?" is about her.
  if (!on && words.some(({ folded }) => WH_WORDS.has(folded))) return null;
  const speaker = speakerRange(words, 0, at);
  const names = speaker ? words.slice(speaker.from, speaker.to) : [];
  const sure = knows(names) !== null || (on && looksLikeName(names));
  if (!speaker || !sure) return null;
  return { speaker, act: 'say', used: on ? [at] : [], asksWho: false, soft: !on };
}

const ON = /^(?:on|about|re|regarding|over)$/;
const partsTopic = (words: readonly Word[], at: number): boolean =>
  ON.test(foldedAt(words, at)) || words[at - 1]?.closes === true;

/** "Kremlin Crimea", "Putin Oreshnik": a person, an organisation or a seat of government leads, no verb. */
export function keywords(words: readonly Word[], knows: Knows): Frame | null {
  if (words.some(({ folded }) => WH_WORDS.has(folded) || isAuxiliary(folded))) return null;
  for (let to = Math.min(words.length, 6); to > 0; to -= 1) {
    const kind = isOneName(words.slice(0, to)) ? knows(words.slice(0, to)) : null;
    if (kind === 'country') return null;
    if (kind && kind !== 'unheard')
      return { speaker: { from: 0, to }, act: 'say', used: [], asksWho: false, soft: true };
  }
  return null;
}

/** "Ann Example broke the" is none: within a name that begins large, only what links names is written small. */
function isOneName([first, ...others]: readonly Word[]): boolean {
  if (!first || /^\p{Ll}/u.test(first.text)) return true;
  return others.every(
    ({ text, folded }) =>
      !/^\p{Ll}/u.test(text) || PREPOSITIONS.has(folded) || DETERMINERS.has(folded),
  );
}
