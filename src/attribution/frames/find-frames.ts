import { isCertain } from './certainty.ts';
import { AUXILIARIES } from './closed-words.ts';
import type { Frame } from './frame.ts';
import { VERBS } from './lexicon.ts';
import { nounFrame } from './noun-frames.ts';
import { accordingFrame, colonFrame, coordinateFrame, reportedFrame } from './other-frames.ts';
import { openingFrame, participleFrame } from './participle.ts';
import { signatureFrame } from './signature.ts';
import { finiteFrame } from './verb-frames.ts';
import { verbGroup } from './verb-group.ts';
import { isCapital, isComma, isDash, lowerAt, sentenceStart, type Word, wordAt } from './words.ts';

/** Longest sentence, in words, that is read. */
const LONGEST = 300;

/** The canonical constructions of attribution in one paragraph, outside quotations, in the order of their cues. */
export function findFrames(words: readonly Word[]): Frame[] {
  const frames: Frame[] = [];
  for (const [at, { lower, quote, sentence }] of words.entries()) {
    if (quote > 0 || sentence.end - sentence.first > LONGEST) continue;
    const frame = frameAt(words, at, lower);
    if (frame) frames.push(frame);
  }
  return frames.map((frame, index) => cutByNext(words, frame, frames[index + 1]));
}

function frameAt(words: readonly Word[], at: number, lower: string): Frame | null {
  if (lower === 'according') return accordingFrame(words, at);
  if (lower === 'by') return reportedFrame(words, at);
  if (lower === ':') return colonFrame(words, at);
  if (isDash(lower)) return signatureFrame(words, at);
  return verbFrame(words, at) ?? nounFrame(words, at);
}

const JOINS = /^(?:and|but|while|whereas|although|though|after|as|when|before|with)$/u;

/** `frame` without the clause of the next: "Roe said the plan failed [and the ministry said …]". */
function cutByNext(words: readonly Word[], frame: Frame, next: Frame | undefined): Frame {
  const [first, end] = frame.content.at(-1) ?? frame.cue;
  const join = next ? joinBefore(words, next) : -1;
  if (first < frame.cue[1] || join <= first || join >= end) return frame;
  const { lower, quote } = wordAt(words, join);
  if (quote > 0 || !JOINS.test(lower)) return frame;
  const last = isComma(wordAt(words, join - 1)) ? join - 1 : join;
  return { ...frame, content: [...frame.content.slice(0, -1), [first, last]], closed: true };
}

/** The word before the clause of `frame`, or before its verb where that has no subject of its own; -1 for none. */
function joinBefore(words: readonly Word[], { kind, source, cue }: Frame): number {
  if (kind !== 'participle') return (source?.[0] ?? 0) - 1;
  return /^(?:and|but)$/u.test(lowerAt(words, cue[0] - 1)) ? cue[0] - 1 : -1;
}

function verbFrame(words: readonly Word[], at: number): Frame | null {
  const verb = VERBS.get(lowerAt(words, at));
  if (verb?.form === 'ing' && at === sentenceStart(words, at)) return openingFrame(words, at, verb);
  if (!verb || isCapital(wordAt(words, at))) return null;
  if (verb.form === 'ing' && !AUXILIARIES.has(lowerAt(words, at - 1))) {
    return participleFrame(words, at, verb);
  }
  const cue = verbGroup(words, at, verb);
  const frame = cue && (finiteFrame(words, cue, verb) ?? coordinateFrame(words, cue, verb));
  return frame && isCertain(words, frame, verb) ? frame : null;
}
