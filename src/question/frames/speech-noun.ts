import { speechNoun } from '../speech-verbs.ts';
import type { Word } from '../words.ts';
import type { Frame, Knows, WordRange } from './frame.ts';
import { breaksName, foldedAt, indexes, nameEnd, speakerRange } from './names.ts';

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

function speakerBefore(words: readonly Word[], noun: number, knows: Knows): WordRange | null {
  let to = noun;
  while (to > 0 && BETWEEN_NAME_AND_NOUN.test(foldedAt(words, to - 1))) to -= 1;
  if (to === 0) return null;
  let from = to;
  while (from > 0 && !breaksName(words, from - 1) && !words[from - 1]?.closes && to - from < 7)
    from -= 1;
  for (; from < to; from += 1) {
    const range = speakerRange(words, from, to);
    if (range && knows(words.slice(range.from, range.to))) return range;
  }
  const owner = words[to - 1];
  return owner?.possessive ? speakerRange(words, to - 1, to) : null;
}

function speakerAfter(words: readonly Word[], noun: number, knows: Knows): WordRange | null {
  if (!/^(?:by|from|of)$/.test(foldedAt(words, noun + 1))) return null;
  const end = nameEnd(words, noun + 2);
  const range = speakerRange(words, noun + 2, end);
  if (!range) return null;
  const sure = foldedAt(words, noun + 1) === 'by' || knows(words.slice(range.from, range.to));
  return sure ? range : null;
}
