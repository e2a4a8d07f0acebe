import { type SpeechVerb, speechVerb } from '../speech-verbs.ts';
import type { Word } from '../words.ts';
import type { Frame } from './frame.ts';
import { foldedAt, indexes, isAdverb, isAuxiliary } from './names.ts';

/** "who said …", "who has denied …", "which country claimed …". */
export function whoSpeaks(words: readonly Word[]): Frame | null {
  const which =
    /^(?:which|what)$/.test(foldedAt(words, 0)) && SPEAKING_SORTS.test(foldedAt(words, 1));
  if (!which && !/^(?:who|whoever)$/.test(foldedAt(words, 0))) return null;
  let at = which ? 2 : 1;
  while (at < 6 && (isAuxiliary(foldedAt(words, at)) || isAdverb(foldedAt(words, at)))) at += 1;
  const verb = speechVerb(foldedAt(words, at));
  if (!verb || !spokenForm(words, at, verb)) return null;
  const used = indexes(which ? 2 : 0, at + 1);
  return { speaker: null, act: verb.act, used, asksWho: true, soft: false };
}

const SPEAKING_SORTS =
  /^(?:country|countries|government|official|officials|person|people|president|leader|leaders|governor|minister|ministry|spokesman|spokeswoman|spokesperson|side|party|company|agency|organisation|organization|newspaper|politician|politicians|senator|expert|experts|analyst|analysts)$/;

/** After auxiliaries any form may stand ("who has said", "who is saying"), else a finite one. */
const spokenForm = (words: readonly Word[], at: number, verb: SpeechVerb): boolean =>
  isAuxiliary(foldedAt(words, at - 1)) ||
  verb.forms.some((form) => form === 'past' || form === 's');
