import { isCertain } from './certainty.ts';
import { AUXILIARIES } from './closed-words.ts';
import type { Frame } from './frame.ts';
import { VERBS } from './lexicon.ts';
import { accordingFrame, participleFrame } from './other-frames.ts';
import { finiteFrame } from './verb-frames.ts';
import { verbGroup } from './verb-group.ts';
import { isCapital, lowerAt, type Word, wordAt } from './words.ts';

/** The canonical constructions of attribution in one paragraph, outside quotations, in the order of their cues. */
export function findFrames(words: readonly Word[]): Frame[] {
  const frames: Frame[] = [];
  for (const [at, { lower, quote }] of words.entries()) {
    if (quote > 0) continue;
    const frame = lower === 'according' ? accordingFrame(words, at) : verbFrame(words, at);
    if (frame) frames.push(frame);
  }
  return frames;
}

function verbFrame(words: readonly Word[], at: number): Frame | null {
  const verb = VERBS.get(lowerAt(words, at));
  if (!verb || isCapital(wordAt(words, at))) return null;
  if (verb.form === 'ing' && !AUXILIARIES.has(lowerAt(words, at - 1))) {
    return participleFrame(words, at, verb);
  }
  const cue = verbGroup(words, at, verb);
  const frame = cue && finiteFrame(words, cue, verb);
  return frame && isCertain(words, frame, verb) ? frame : null;
}
