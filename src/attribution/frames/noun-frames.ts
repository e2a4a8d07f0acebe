import { clauseFrom } from './clause-end.ts';
import { isVerbLike } from './closed-words.ts';
import type { Frame } from './frame.ts';
import { subjectBefore } from './subject.ts';
import { groupStart } from './verb-group.ts';
import { isCapital, isWord, lowerAt, type Range, someIn, type Word, wordAt } from './words.ts';

/** Nouns of an attitude, by which those who hold it speak: "growing apprehension in Amity that …". */
const ATTITUDE =
  /^(?:apprehension|criticism|concerns?|fears?|worry|worries|unease|anxiety|alarm|outrage|suspicions?|doubts?|scepticism|skepticism|hopes?|optimism)$/u;
const LEADS = /^(?:in|among)$/u;
const OPENS = /^(?:that|over|about)$/u;
/** Longest holder of an attitude, in words. */
const LONGEST = 7;

/** "apprehension in Amity that the road will sink", with the noun at `at`. */
function attitudeFrame(words: readonly Word[], at: number): Frame | null {
  const first = at + 2;
  if (!LEADS.test(lowerAt(words, at + 1))) return null;
  let end = first;
  while (end < first + LONGEST && isHolder(words, end)) end++;
  const source: Range = [first, end];
  if (!OPENS.test(lowerAt(words, end)) || !someIn(words, source, isCapital)) return null;
  const content = clauseFrom(words, contentStart(words, end));
  if (content[1] - content[0] < SHORTEST) return null;
  return { kind: 'noun', source, cue: [at, at + 1], content: [content] };
}

/** Fewest words of what is felt. */
const SHORTEST = 3;

/** "that" is of the clause, "over" and "about" lead to it. */
const contentStart = (words: readonly Word[], at: number): number =>
  lowerAt(words, at) === 'that' ? at : at + 1;

const isHolder = (words: readonly Word[], at: number): boolean => {
  const word = wordAt(words, at);
  return isWord(word) && word.quote === 0 && !OPENS.test(word.lower) && !isVerbLike(word.lower);
};

const GIVES = /^(?:makes?|made|gives?|gave|given|offers?|offered|issues?|issued|has|have|had)$/u;
const KINDS = /^(?:immediate|further|public|official)$/u;

/** "Amity has made no comment on the matter", with "comment" at `at`. */
function silenceFrame(words: readonly Word[], at: number): Frame | null {
  const no = KINDS.test(lowerAt(words, at - 1)) ? at - 2 : at - 1;
  const verb = no - 1;
  const on = /^(?:on|about)$/u.test(lowerAt(words, at + 1));
  if (lowerAt(words, no) !== 'no' || !GIVES.test(lowerAt(words, verb)) || !on) return null;
  const first = groupStart(words, verb);
  const source = subjectBefore(words, first);
  const content = clauseFrom(words, at + 2);
  if (!source || content[1] <= content[0]) return null;
  return { kind: 'thing', source, cue: [first, at + 2], verb, content: [content] };
}

/** A noun that speaks, at `at`: an attitude somebody holds, or a comment nobody makes. */
export function nounFrame(words: readonly Word[], at: number): Frame | null {
  const noun = lowerAt(words, at);
  if (noun === 'comment') return silenceFrame(words, at);
  return ATTITUDE.test(noun) ? attitudeFrame(words, at) : null;
}
