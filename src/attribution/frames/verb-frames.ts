import { skipAdverbials, startsAdverbial } from './adverbials.ts';
import { clauseFrom } from './clause-end.ts';
import { DETERMINERS, FINITE, isVerbLike, SUBORDINATORS } from './closed-words.ts';
import { type After, contentAfter } from './content-after.ts';
import {
  type Before,
  contentBefore,
  holdsVerb,
  quotationAfter,
  restAfter,
} from './content-before.ts';
import type { Frame } from './frame.ts';
import type { Verb } from './lexicon.ts';
import { phraseFrom } from './phrase.ts';
import { subjectBefore } from './subject.ts';
import {
  commaIn,
  isCapital,
  isComma,
  lowerAt,
  type Range,
  sentenceEnd,
  sentenceStart,
  someIn,
  type Word,
  wordAt,
} from './words.ts';

/** The frame of a finite verb whose group is `cue`; null where nothing is certain. */
export function finiteFrame(words: readonly Word[], cue: Range, verb: Verb): Frame | null {
  const inverted = () => invertedFrame(words, cue, verb);
  const straight = () => straightFrame(words, cue, verb);
  const quoted = [1, 2].some((back) => wordAt(words, cue[0] - back).mark === 'close');
  return quoted ? (inverted() ?? straight()) : (straight() ?? inverted());
}

/** "…," said X */
function invertedFrame(words: readonly Word[], cue: Range, verb: Verb): Frame | null {
  const speaks = !verb.takes.has('hearer') && mayFollow(words, cue, verb);
  if (cue[1] - cue[0] > 1 || !speaks || verb.form === 'participle') return null;
  const before = contentBefore(words, cue[0]);
  const source = before && phraseFrom(words, cue[1]);
  if (!before || !source) return null;
  if (!before.quoted) {
    return verb.lemma === 'say' ? invertedClause(words, { source, cue }, before) : null;
  }
  const content = [before.content, ...quotationAfter(words, source[1])];
  return { kind: 'quotation before, inverted', source, cue, content };
}

/** True for a verb of saying, and for one of asking or shouting where a quotation ends as speech does. */
function mayFollow(words: readonly Word[], [first]: Range, { takes }: Verb): boolean {
  return takes.has('that') || (takes.has('quotation') && endsSpeech(words, first));
}

/** `“…,”` and `“…”,` right before word `end`. */
function endsSpeech(words: readonly Word[], end: number): boolean {
  const outside = isComma(wordAt(words, end - 1));
  const close = outside ? end - 2 : end - 1;
  const ended = outside || /^[,.!?…–—-]+$/u.test(wordAt(words, close - 1).text);
  return ended && wordAt(words, close).mark === 'close';
}

/** "The plan failed, said X." and "The plan, said X, would fail." */
function invertedClause(words: readonly Word[], speaking: Speaking, before: Before): Frame | null {
  const { source } = speaking;
  if (!endsClause(words, source)) return null;
  const rest = restAfter(words, source[1], { ...before, statement: false });
  if (rest) return { kind: 'clause around', ...speaking, content: [before.content, rest] };
  if (!holdsVerb(words, before.content)) return null;
  return { kind: 'clause before, inverted', ...speaking, content: [before.content] };
}

interface Speaking {
  readonly source: Range;
  readonly cue: Range;
}

/** True for a phrase that no verb follows: "…, said Roe" but not "…, said Roe would go". */
function endsClause(words: readonly Word[], source: Range): boolean {
  const next = wordAt(words, source[1]);
  const closed =
    next.sentence !== wordAt(words, source[0]).sentence || /^[.,;:!?]$/u.test(next.text);
  if (!closed && !startsAdverbial(words, source[1])) return false;
  const clausal = ({ lower }: Word, at: number) =>
    FINITE.has(lower) && lowerAt(words, at - 1) !== 'who';
  return !someIn(words, source, clausal);
}

/** X said …, and "…," X said */
function straightFrame(words: readonly Word[], cue: Range, verb: Verb): Frame | null {
  const source = subjectBefore(words, cue[0]);
  if (!source) return null;
  const before = mayFollow(words, source, verb) ? contentBefore(words, source[0]) : null;
  const after = contentAfter(words, cue[1], verb);
  if (before?.quoted && !(after && isOver(words, before))) {
    return quotationFrame(words, { source, cue }, { before, verb });
  }
  if (after) return complementFrame(words, { source, cue }, after);
  if (verb.takes.has('quotation')) return null;
  if (lowerAt(words, source[0] - 1) === 'as') return asFrame(words, source, cue);
  return before && verb.lemma !== 'tell' ? aroundFrame(words, { source, cue }, before) : null;
}

interface Quoted {
  readonly before: Before;
  readonly verb: Verb;
}

function quotationFrame(
  words: readonly Word[],
  speaking: Speaking,
  { before, verb }: Quoted,
): Frame {
  const [, end] = speaking.cue;
  const closed = ASKS.test(verb.lemma) && isHearer(wordAt(words, end));
  const content = [before.content, ...(closed ? [] : quotationAfter(words, end))];
  return { kind: 'quotation before', ...speaking, content, closed };
}

/** Whoever is asked answers next: `“Is it safe?” Roe asked the mayor. “It is.”` */
const ASKS = /^(?:ask|inquire|enquire)$/u;
const isHearer = (word: Word): boolean =>
  isCapital(word) || DETERMINERS.has(word.lower) || /^(?:him|them)$/u.test(word.lower);

/** True for a quotation that ends with a full stop: `“It fell.” Roe said that …` */
const isOver = (words: readonly Word[], { content: [, end] }: Before): boolean =>
  lowerAt(words, end - 2) === '.';

function complementFrame(words: readonly Word[], speaking: Speaking, after: After): Frame {
  const content = shortened(words, after.content, openerOf(words, speaking.source));
  const cut = pastRelative(words, content, speaking.source);
  const closed = cut[1] < after.content[1];
  const cue: Range = after.led ? [speaking.cue[0], after.content[0]] : speaking.cue;
  return {
    kind: after.kind,
    source: speaking.source,
    cue,
    verb: speaking.cue[1] - 1,
    content: [cut],
    closed,
  };
}

/** The word that opens the sentence, where the subject follows at once. */
const openerOf = (words: readonly Word[], [first]: Range): string =>
  first - 1 === sentenceStart(words, first) ? lowerAt(words, first - 1) : '';

/** In "While Roe said it failed, the ministry …" the comma ends what is said. */
function shortened(words: readonly Word[], content: Range, opener: string): Range {
  if (!SUBORDINATORS.has(opener)) return content;
  return [content[0], commaIn(words, content) ?? content[1]];
}

/** In ", who says it failed, left early" what is said ends with the relative clause. */
function pastRelative(words: readonly Word[], content: Range, [first]: Range): Range {
  if (lowerAt(words, first) !== 'who' || !isComma(wordAt(words, first - 1))) return content;
  const comma = commaIn(words, content);
  const ends = comma !== null && isVerbLike(lowerAt(words, comma + 1));
  return ends ? [content[0], comma] : content;
}

/** "…, X said." and "…, X said, …" */
function aroundFrame(words: readonly Word[], speaking: Speaking, before: Before): Frame | null {
  const [, after] = speaking.cue;
  const next = wordAt(words, after);
  const ends = after >= sentenceEnd(words, after - 1) || /^[.!?]$/u.test(next.text);
  const aside = ends || startsAdverbial(words, after);
  const rest = aside ? pastAdverbials(words, after, before) : restBehind(words, after, before);
  if (rest) return { kind: 'clause around', ...speaking, content: [before.content, rest] };
  const closed = aside || /..ing$/u.test(lowerAt(words, after + 1));
  if (!closed || !before.statement) return null;
  return { kind: 'clause before', ...speaking, content: [before.content] };
}

const restBehind = (words: readonly Word[], at: number, before: Before): Range | null =>
  wordAt(words, at).text === ':' ? pastColon(words, at) : restAfter(words, at, before);

/** "When it rained, X said in an interview, [the wall held]": the rest of what is no statement alone. */
function pastAdverbials(words: readonly Word[], at: number, before: Before): Range | null {
  if (before.statement) return null;
  const past = skipAdverbials(words, at, sentenceEnd(words, at - 1));
  return past > at ? restAfter(words, past, before) : null;
}

/** "…, X explained: …" */
function pastColon(words: readonly Word[], at: number): Range | null {
  const rest = clauseFrom(words, at + 1);
  return rest[1] > rest[0] ? rest : null;
}

/** "As X reported, …" and "…, as X has said." */
function asFrame(words: readonly Word[], source: Range, cue: Range): Frame | null {
  const as = source[0] - 1;
  const next = wordAt(words, cue[1]);
  if (as === sentenceStart(words, as)) {
    const content = clauseFrom(words, cue[1] + 1);
    const follows = isComma(next) && content[1] > content[0];
    return follows ? { kind: 'as', source, cue, content: [content] } : null;
  }
  const closed = cue[1] >= sentenceEnd(words, as) || /^[.!?]$/u.test(next.text);
  const before = closed ? contentBefore(words, as) : null;
  return before?.statement ? { kind: 'as', source, cue, content: [before.content] } : null;
}
