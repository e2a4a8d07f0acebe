import { clauseFrom } from './clause-end.ts';
import { isVerbLike, RELATIVES } from './closed-words.ts';
import { contentAfter } from './content-after.ts';
import { contentBefore, restAfter } from './content-before.ts';
import type { Frame } from './frame.ts';
import { VERBS, type Verb } from './lexicon.ts';
import { phraseFrom, phraseToComma } from './phrase.ts';
import { mainSubject } from './subject.ts';
import {
  commaIn,
  isCapital,
  lowerAt,
  type Range,
  sentenceStart,
  someIn,
  type Word,
  wordAt,
} from './words.ts';

/** "According to X, …" and "…, according to X", with "according" at `at`. */
export function accordingFrame(words: readonly Word[], at: number): Frame | null {
  if (lowerAt(words, at + 1) !== 'to') return null;
  const cue: Range = [at, at + 2];
  if (!leadsSentence(words, at)) return accordingAfter(words, cue);
  const before = accordingBefore(words, cue);
  return before && interrupts(words, before) ? accordingAfter(words, cue) : before;
}

/** "Roe, according to X, <said> …": what stands before is the subject of what stands behind. */
const interrupts = (words: readonly Word[], { cue: [at], content: [said] }: Frame): boolean =>
  lowerAt(words, at - 1) === ',' && isVerbLike(lowerAt(words, said?.[0] ?? -1));

const REPORTED = /^(?:reported|noted|detailed|described|explained|stated|observed|recounted)$/u;

/** "As first reported by X, …" and "…, as reported by X", with "by" at `at`. */
export function reportedFrame(words: readonly Word[], at: number): Frame | null {
  const verb = at - 1;
  const as = /^(?:first|previously|originally)$/u.test(lowerAt(words, verb - 1))
    ? verb - 2
    : verb - 1;
  if (!REPORTED.test(lowerAt(words, verb)) || lowerAt(words, as) !== 'as') return null;
  const cue: Range = [as, at + 1];
  return leadsSentence(words, as) ? accordingBefore(words, cue) : accordingAfter(words, cue);
}

function leadsSentence(words: readonly Word[], at: number): boolean {
  const start = sentenceStart(words, at);
  return at === start || (at - start <= 2 && /^(?:but|and|,)$/u.test(lowerAt(words, at - 1)));
}

/** Fewest words of a clause. */
const SHORTEST = 3;

function accordingBefore(words: readonly Word[], cue: Range): Frame | null {
  const source = phraseToComma(words, cue[1]);
  if (!source) return null;
  const content = clauseFrom(words, source[1] + 1);
  const holds = content[1] - content[0] >= SHORTEST;
  return holds ? { kind: 'according to, before', source, cue, content: [content] } : null;
}

function accordingAfter(words: readonly Word[], cue: Range): Frame | null {
  const before = contentBefore(words, cue[0]);
  const opened = before !== null && OPENERS.test(lowerAt(words, before.content[1] - 1));
  const source = (before?.statement && !opened ? phraseFrom : phraseToComma)(words, cue[1]);
  if (!source || !before) return null;
  const statement = opened || !before.statement;
  const rest = restAfter(words, source[1], { ...before, statement });
  if (rest)
    return { kind: 'clause around', source, cue, content: around(words, before.content, rest) };
  if (!before.statement) return null;
  return { kind: 'according to, after', source, cue, content: [before.content] };
}

/** Most words of a subject between what opens its clause and the speaker: "because the plan, according to X, …". */
const NEAR = 6;
const OPENERS = /^(?:that|because|while|although|though|since|when|if|whether)$/u;

/** What stands around the speaker, from the beginning of its own clause: "left because, according to X, it was late". */
function around(words: readonly Word[], before: Range, rest: Range): Range[] {
  const [, end] = before;
  const at = openerIn(words, before);
  if (at === null) return [before, rest];
  if (RELATIVES.has(lowerAt(words, at))) return [[at, end], beforeMain(words, rest)];
  return at + 1 < end ? [[at + 1, end], rest] : [rest];
}

/** The last word near the end of `before` that opens a clause; null for none. */
function openerIn(words: readonly Word[], [start, end]: Range): number | null {
  for (let at = end - 1; at > Math.max(start, end - NEAR); at--) {
    const { lower, quote } = wordAt(words, at);
    if (quote > 0 || lower === ',') return null;
    if (RELATIVES.has(lower) || OPENERS.test(lower)) return at;
  }
  return null;
}

/** "has left[, will sail]": a relative clause ends where the main clause goes on. */
function beforeMain(words: readonly Word[], rest: Range): Range {
  const comma = commaIn(words, rest);
  return comma !== null && isVerbLike(lowerAt(words, comma + 1)) ? [rest[0], comma] : rest;
}

/** Longest name before a colon, in words. */
const LONGEST_NAME = 6;

/** "Jane Roe: “…”", with the colon at `at`. */
export function colonFrame(words: readonly Word[], at: number): Frame | null {
  const first = sentenceStart(words, at);
  const opens = wordAt(words, at + 1).mark === 'open';
  if (!opens || at === first || at - first > LONGEST_NAME) return null;
  const name = (word: Word) => isCapital(word) || word.text === '.';
  if (someIn(words, [first, at], (word) => !name(word))) return null;
  const content = clauseFrom(words, at + 1);
  return { kind: 'colon', source: [first, at], cue: [at, at + 1], content: [content] };
}

/** "Roe left the room and said …", with the group of the verb: the source is that of its sentence. */
export function coordinateFrame(words: readonly Word[], cue: Range, verb: Verb): Frame | null {
  if (!/^(?:and|but)$/u.test(lowerAt(words, cue[0] - 1))) return null;
  const after = contentAfter(words, cue[1], verb);
  if (!after || after.kind === 'thing') return null;
  const clause: Range = [sentenceStart(words, cue[0]), cue[0] - 1];
  if (verb.lemma !== 'add' && someIn(words, clause, (_, at) => tellsOfOthers(words, at)))
    return null;
  const source = mainSubject(words, clause);
  return { kind: 'participle', source, cue, content: [after.content] };
}

/** "Police say Jones fired and …": Jones may do what follows, as he may not in "Police say they fired and …". */
const tellsOfOthers = (words: readonly Word[], at: number): boolean => {
  const { quote, lower } = wordAt(words, at);
  const told = lowerAt(words, at + 1) === 'that' ? at + 2 : at + 1;
  const pronoun = /^(?:he|she|they|it|we|i|there)$/u.test(lowerAt(words, told));
  return quote === 0 && !pronoun && (VERBS.get(lower)?.takes.has('bare') ?? false);
};
