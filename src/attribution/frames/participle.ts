import { FINITE } from './closed-words.ts';
import { type After, contentAfter } from './content-after.ts';
import type { Frame, FrameKind } from './frame.ts';
import { VERBS, type Verb } from './lexicon.ts';
import { phraseFrom } from './phrase.ts';
import { mainSubject } from './subject.ts';
import {
  commaIn,
  isComma,
  lowerAt,
  type Range,
  sentenceEnd,
  sentenceStart,
  someIn,
  type Word,
  wordAt,
} from './words.ts';

/** Longest speaker of "with X reporting …", in words. */
const LONGEST_WITH = 14;

/** "with X reporting …" and "X left, saying …" (or "…, even suggesting …"), with the participle at `at`. */
export function participleFrame(words: readonly Word[], at: number, verb: Verb): Frame | null {
  const beside = verb.deed ? null : withBefore(words, at);
  const content = contentOf(words, at, { verb, beside: beside !== null });
  if (!content) return null;
  const found = { cue: [at, at + 1] as const, content: [content] };
  if (beside) return { kind: 'with', source: beside, ...found };
  const source = mainSubject(words, [sentenceStart(words, at), at]);
  return { kind: 'participle', source, ...found };
}

/** "Citing officials, Roe said …", with the participle at `at`, the first word of its sentence. */
export function openingFrame(words: readonly Word[], at: number, verb: Verb): Frame | null {
  const after = contentAfter(words, at + 1, { ...verb, thing: ['', ...verb.thing] });
  const comma = commaIn(words, [at + 1, sentenceEnd(words, at)]);
  if (!after || comma === null || after.content[0] >= comma) return null;
  const source = mainSubject(words, [comma + 1, sentenceEnd(words, at)]);
  if (!source || source[0] !== comma + 1 || verb.deed || isSaid(words, source[1])) return null;
  const content: Range = [after.content[0], comma];
  return { kind: 'participle', source, cue: [at, at + 1], content: [content], closed: true };
}

/** "Citing rules is easy, she <said>.": the participle is the subject of what is said. */
const isSaid = (words: readonly Word[], at: number): boolean =>
  VERBS.has(lowerAt(words, at)) && /^[.!?]?$/u.test(lowerAt(words, at + 1));

interface Participle {
  readonly verb: Verb;
  /** True behind "with X". */
  readonly beside: boolean;
}

/** What the participle at `at` says; null where nothing shows that it is one. */
function contentOf(words: readonly Word[], at: number, { verb, beside }: Participle): Range | null {
  const even = lowerAt(words, at - 1) === 'even';
  const joined = verb.takes.has('that') && joins(words, at);
  if (!beside && !joined && !isComma(wordAt(words, even ? at - 2 : at - 1))) return null;
  const after = contentAfter(words, at + 1, beside || even ? { ...verb, thing: [''] } : verb);
  return after && (!joined || isClause(verb, after)) ? after.content : null;
}

/** True for words said; what is added may be a thing ("by adding a room"). */
const isClause = ({ lemma }: Verb, { kind }: After): boolean =>
  CLAUSES.has(kind) && !(lemma === 'add' && kind === 'bare clause');

const CLAUSES: ReadonlySet<FrameKind> = new Set(['that clause', 'bare clause', 'quotation after']);

/** "by saying", "before predicting", and "but suggesting" after another participle of saying. */
function joins(words: readonly Word[], at: number): boolean {
  const before = /..ly$/u.test(lowerAt(words, at - 1)) ? at - 2 : at - 1;
  const link = lowerAt(words, before);
  if (/^(?:by|before|after|while)$/u.test(link)) return true;
  const isSaying = ({ lower, quote }: Word) => quote === 0 && VERBS.get(lower)?.form === 'ing';
  return /^(?:and|but)$/u.test(link) && someIn(words, [sentenceStart(words, at), before], isSaying);
}

/** What no name holds. */
const MARK = /^[^\p{L}\p{N}.'’&-]/u;

/** The phrase between "with" and the participle at `at`. */
function withBefore(words: readonly Word[], at: number): Range | null {
  const floor = Math.max(sentenceStart(words, at), at - LONGEST_WITH);
  for (let left = at - 1; left >= floor; left--) {
    const word = wordAt(words, left);
    if (word.quote > 0 || FINITE.has(word.lower) || MARK.test(word.text)) return null;
    if (word.lower !== 'with') continue;
    const source = phraseFrom(words, left + 1);
    return source && source[1] === at ? source : null;
  }
  return null;
}
