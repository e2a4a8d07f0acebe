import { speechVerb } from '../speech-verbs.ts';
import type { Word } from '../words.ts';
import type { Frame } from './frame.ts';
import { breaksName, foldedAt, indexes, nameEnd, speakerRange } from './names.ts';

const BE = /^(?:is|are|was|were|been|being|be|isn't|aren't|wasn't|weren't)$/;

/** "what was said by Putin about …", "what is Ukraine accused of", "what has been said about …". */
export function passive(words: readonly Word[]): Frame | null {
  for (let at = 0; at < Math.min(words.length, 8); at += 1) {
    if (!BE.test(foldedAt(words, at))) continue;
    const verb = participleAfter(words, at);
    if (verb !== null) return passiveFrame(words, at, verb);
  }
  return null;
}

function participleAfter(words: readonly Word[], be: number): number | null {
  for (let at = be + 1; at < Math.min(words.length, be + 7); at += 1) {
    const verb = speechVerb(foldedAt(words, at));
    if (verb?.forms.includes('participle')) return at;
    if (breaksName(words, at) && !BE.test(foldedAt(words, at))) return null;
  }
  return null;
}

function passiveFrame(words: readonly Word[], be: number, at: number): Frame | null {
  const verb = speechVerb(foldedAt(words, at));
  if (!verb) return null;
  const quotedAsSaying =
    /^(?:quoted|cited|reported)$/.test(foldedAt(words, at)) && foldedAt(words, at + 1) === 'as';
  if (quotedAsSaying) {
    const speaker = speakerRange(words, be + 1, at);
    return {
      speaker,
      act: 'say',
      used: [...indexes(0, be + 1), at, at + 1, at + 2],
      asksWho: false,
      soft: false,
    };
  }
  const by = words.findIndex(({ folded }, index) => index > at && folded === 'by');
  const speaker = by > 0 ? speakerRange(words, by + 1, nameEnd(words, by + 1)) : null;
  return {
    speaker,
    act: verb.act,
    used: [be, at, ...(by > 0 ? [by] : [])],
    asksWho: false,
    soft: false,
  };
}
