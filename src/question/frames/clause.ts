import { DETERMINERS } from '../frame-words.ts';
import { type SpeechVerb, speechVerb } from '../speech-verbs.ts';
import type { Word } from '../words.ts';
import type { Frame, Knows } from './frame.ts';
import { breaksName, foldedAt, looksLikeName, speakerRange } from './names.ts';

const LONGEST_NAME = 9;

/** "what Putin said about …" (after "tell me"), "Russia claims that …". */
export function clause(words: readonly Word[], knows: Knows): Frame | null {
  const wh = words.findIndex(({ folded }) => OPENS_CLAUSE.test(folded));
  // "Which company announced …": who spoke is what is asked.
  if (foldedAt(words, wh) === 'which') return null;
  const at = verbOf(words, wh + 1, knows);
  const verb = at === null ? null : speechVerb(foldedAt(words, at));
  if (at === null || !verb) return null;
  return {
    speaker: speakerRange(words, wh + 1, at),
    act: verb.act,
    used: [...(wh >= 0 ? [wh] : []), at],
    asksWho: false,
    soft: verb.soft || wh < 0,
  };
}

const OPENS_CLAUSE = /^(?:what|whom|which|when|where|why|how|whatever|if|whether)$/;

/** Where the verb stands whose subject begins at `start`; null where no known speaker is its subject. */
function verbOf(words: readonly Word[], start: number, knows: Knows): number | null {
  for (let at = start + 1; at < Math.min(words.length, start + LONGEST_NAME); at += 1) {
    if (breaksName(words, at - 1)) return null;
    const verb = speechVerb(foldedAt(words, at));
    if (verb && clauseVerb(words, at, verb) && named(words.slice(start, at), knows)) return at;
  }
  return null;
}

const clauseVerb = (words: readonly Word[], at: number, verb: SpeechVerb): boolean =>
  verb.forms.some((form) => form === 'past' || form === 's') ||
  (verb.forms.includes('base') && /s$/.test(foldedAt(words, at - 1)));

const named = (words: readonly Word[], knows: Knows): boolean =>
  knows(words.filter(({ folded }) => !DETERMINERS.has(folded))) !== null || looksLikeName(words);
