import { isVerbLike } from './closed-words.ts';
import { VERBS, type Verb } from './lexicon.ts';
import { mainSubject, subjectBefore } from './subject.ts';
import { verbGroup } from './verb-group.ts';
import {
  isCapital,
  lowerAt,
  type Range,
  sentenceEnd,
  sentenceStart,
  someIn,
  type Word,
  wordAt,
} from './words.ts';

/** Who says what stands in the next paragraph, with which verb. */
export interface Ahead {
  readonly source: Range;
  readonly cue: Range;
}

/** Most words between the verb and the colon: "told the council in Amity on Friday:". */
const REACH = 20;

/** "Roe told the council:" and "Roe confirmed it, writing:", where the last of `words` is the colon. */
export function aheadFrame(words: readonly Word[]): Ahead | null {
  const colon = words.length - 1;
  const start = sentenceStart(words, colon);
  for (let at = colon - 1; at >= Math.max(start, colon - REACH); at--) {
    const { lower, quote } = wordAt(words, at);
    const verb = VERBS.get(lower);
    if (verb && speaks(words, at, verb) && quote === 0) return speakingAt(words, at, verb);
    if (isVerbLike(lower) && !isCapital(wordAt(words, at))) return null;
  }
  return null;
}

/** "said", and "describes it in the following way". */
const speaks = (words: readonly Word[], at: number, { takes }: Verb): boolean =>
  takes.has('that') ||
  takes.has('quotation') ||
  someIn(words, [at, sentenceEnd(words, at)], ({ lower }) => lower === 'following');

function speakingAt(words: readonly Word[], at: number, verb: Verb): Ahead | null {
  const start = sentenceStart(words, at);
  const cue = verbGroup(words, at, verb);
  const subject = cue && subjectBefore(words, cue[0]);
  if (cue && subject) return { source: subject, cue };
  const shared = verb.form === 'ing' || /^(?:and|but)$/u.test(lowerAt(words, (cue?.[0] ?? at) - 1));
  const source = shared ? mainSubject(words, [start, at]) : null;
  return source && { source, cue: cue ?? [at, at + 1] };
}
