import { afterAuxiliary } from './frames/after-auxiliary.ts';
import { attitude } from './frames/attitude.ts';
import { clause } from './frames/clause.ts';
import type { Frame, Knows } from './frames/frame.ts';
import { passive } from './frames/passive.ts';
import { nounAsked, nounFrame, nounMade } from './frames/speech-noun.ts';
import { whoSpeaks } from './frames/who-speaks.ts';
import { accordingTo, keywords, speakerOnTopic } from './frames/without-verb.ts';
import type { Word } from './words.ts';

/** The frame of a question, by the first of its patterns that fits; null for a question about deeds or things. */
export function frameOf(words: readonly Word[], knows: Knows): Frame | null {
  return (
    accordingTo(words) ??
    attitude(words) ??
    passive(words) ??
    whoSpeaks(words) ??
    nounMade(words) ??
    afterAuxiliary(words) ??
    clause(words, knows) ??
    nounFrame(words, knows) ??
    speakerOnTopic(words, knows) ??
    nounAsked(words) ??
    keywords(words, knows)
  );
}
