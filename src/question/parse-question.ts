import { answerType, QUANTITY } from './answer-type.ts';
import { type AskedDates, datesOf } from './dates.ts';
import { frameOf } from './frame-of.ts';
import { ANYBODY, DETERMINERS, isFrameWord, PRONOUNS } from './frame-words.ts';
import type { Frame } from './frames/frame.ts';
import type { Lexicon } from './lexicon.ts';
import { withNamesMarked } from './names-marked.ts';
import { phrasalVariants } from './phrasal-verbs.ts';
import { type AskedPublisher, publisherOf } from './publishers.ts';
import type { AskContext, AskedSpeaker, Question } from './question.ts';
import { knownAs, speakerFor, withNamesSpelled } from './speaker-names.ts';
import { speechNoun } from './speech-verbs.ts';
import { tagsSpelledOut } from './tags.ts';
import { variantsOf } from './variants.ts';
import { type Word, wordsOf } from './words.ts';

/** A question taken apart, with what other parts need to put it together anew. */
export interface Parsed {
  readonly question: Question;
  /** Other ways to read the same words, to try in this order where the first has no answer. */
  readonly otherwise: readonly Question[];
  /** Of the question's text, white space collapsed. */
  readonly words: readonly Word[];
  readonly frame: Frame | null;
  readonly dates: AskedDates | null;
  /** Indexes of the words that are the topic. */
  readonly topic: readonly number[];
  /** "he", "they": a speaker that only the thread can name. */
  readonly pronoun: boolean;
  readonly unknownPublisher: string | null;
}

/** A question may quote a whole paragraph; beyond this many words it is read no further. */
const MOST_WORDS = 400;
/** UTF-16 units. */
const LONGEST = 8_000;
const MOST_TERMS = 48;
const LEAD_IN =
  /^(?:(?:hi|hey|hello|ok|okay|so|well|please|pls|quoth|and|but|also)[ ,]+)*(?:(?:can|could|would|will) you (?:please )?)?(?:(?:please )?(?:tell me|show me|show|find me|find|give me|list|search for|search|look up|look for|get me|fetch)|i(?: would|'d)? (?:like|want|need) to (?:know|see|find)|i(?:'m| am) (?:looking for|interested in)|do you (?:know|have)|i wonder|remind me)?[ ,]*/;

/** What `text` asks, read against what the corpus knows. Total: any text gives a question, if an empty one. */
export function parseQuestion(
  text: string,
  { asOf }: Pick<AskContext, 'asOf'>,
  lexicon: Lexicon,
): Parsed {
  const asked = text.slice(0, LONGEST).replace(/\s+/gu, ' ').trim();
  if (isPasted(asked)) return pasted(asked, lexicon);
  const phrases = phrasesOf(asked);
  const publisher = publisherOf(asked, lexicon);
  const all = wordsOf(asked).slice(0, MOST_WORDS);
  const own = all.filter((word) => !within(word, publisher) && word.end > leadIn(asked));
  const words = withNamesMarked(withNamesSpelled(own, lexicon), lexicon);
  const dates = datesOf(words, asOf);
  const frame = frameOf(dates ? masked(words, dates) : words, (range) => knownAs(range, lexicon));
  return assembled({ asked, phrases, publisher, words, dates, frame }, lexicon);
}

/** "— Ann Example (@ann) May 1, 2020": how posts are signed when they are passed on. */
const SIGNATURE = /\s[—–-]+\s([^—–()]{1,60})\(@\w{1,30}\)(?:\s+\p{L}+\s+\d{1,2},\s+\d{4})?\s*$/u;
/** Questions are seldom longer. */
const MOST_ASKED = 22;

/** Somebody else's words rather than a question: what is wanted is what the corpus says of the same matter. */
const isPasted = (asked: string): boolean =>
  SIGNATURE.test(asked) || (!asked.endsWith('?') && wordsOf(asked).length > MOST_ASKED);

/** All its words are the topic; names, quotations and dates in it bind nobody. */
function pasted(asked: string, lexicon: Lexicon): Parsed {
  const text = tagsSpelledOut(asked.replace(SIGNATURE, ' $1'), lexicon);
  const words = wordsOf(text).slice(0, MOST_WORDS);
  const topic = words.flatMap(({ text }, at) => (isFrameWord(text) ? [] : [at]));
  const terms = termsOfTopic(words, topic);
  const variants = variantsOf(terms, lexicon);
  return {
    question: { text: asked, terms, variants, phrases: [], answerType: 'what', isPasted: true },
    otherwise: [],
    words,
    frame: null,
    dates: null,
    topic,
    pronoun: false,
    unknownPublisher: null,
  };
}

interface Parts {
  readonly asked: string;
  readonly phrases: readonly string[];
  readonly publisher: AskedPublisher | null;
  readonly words: readonly Word[];
  readonly dates: AskedDates | null;
  readonly frame: Frame | null;
}

function assembled(parts: Parts, lexicon: Lexicon): Parsed {
  const { words, frame, dates, publisher } = parts;
  const pronoun = isPronoun(words, frame);
  const first: Taken = { speaker: !pronoun, dates: firstMeaning(parts) };
  return {
    question: reading(parts, first, lexicon),
    otherwise: otherReadings(parts, lexicon, pronoun),
    words,
    frame,
    dates,
    topic: topicOf(parts, { speaker: true, dates: 'filter' }),
    pronoun,
    unknownPublisher: publisher && !publisher.known ? publisher.name : null,
  };
}

/** How to take what is ambiguous: the named one as speaker, the dates as days of publication or of what happened. */
interface Taken {
  readonly speaker: boolean;
  readonly dates: 'filter' | 'near' | 'words' | 'literal';
}

/** Terms beside its phrases that make a question one about more than their words. */
const MORE = 3;

/** "Which skipper of the “Sea Mouse” …?": a title or a nickname in passing, which the answer need not repeat. */
function isMoreThanPhrases({ asked, phrases, words, frame }: Parts): boolean {
  if (frame !== null || !asked.endsWith('?')) return false;
  const quoted = new Set(phrases.flatMap((phrase) => wordsOf(phrase).map(({ folded }) => folded)));
  const others = words.filter(({ text, folded }) => !quoted.has(folded) && !isFrameWord(text));
  return phrases.length > 0 && others.length >= MORE;
}

/** Days told by the calendar may stand in the text; "this week" binds what somebody said, and otherwise guides. */
function firstMeaning({ dates, frame }: Parts): Taken['dates'] {
  if (dates?.meant === 'told') return 'words';
  return dates?.meant === 'recent' && frame === null ? 'near' : 'filter';
}

function otherReadings(parts: Parts, lexicon: Lexicon, pronoun: boolean): Question[] {
  const { frame, dates } = parts;
  const named = frame?.speaker != null && !pronoun;
  const readings: Taken[] = [];
  if (dates?.meant === 'recent' && frame) readings.push({ speaker: named, dates: 'literal' });
  if (dates?.meant === 'told') readings.push({ speaker: named, dates: 'filter' });
  if (named && mayBeTold(parts, lexicon))
    readings.push({ speaker: false, dates: dates?.meant === 'told' ? 'words' : 'filter' });
  return readings.map((taken) => reading(parts, taken, lexicon));
}

/** The article itself may tell what seems to be asked of a speaker. */
const mayBeTold = ({ words, frame }: Parts, lexicon: Lexicon): boolean =>
  frame !== null && (frame.soft || asksForAnswer(words, frame) || isUnheard(words, frame, lexicon));

function phrasesTaken(parts: Parts, taken: Taken): readonly string[] {
  const { dates, words } = parts;
  const phrases = isMoreThanPhrases(parts) ? [] : parts.phrases;
  return dates && taken.dates === 'literal' ? [...phrases, dateWords(words, dates)] : phrases;
}

function timesOf({ range }: AskedDates, taken: Taken): Pick<Question, 'dates' | 'period'> {
  if (taken.dates === 'filter') return { dates: range };
  return taken.dates === 'near' ? { period: range } : {};
}

function reading(parts: Parts, taken: Taken, lexicon: Lexicon): Question {
  const { asked, words, frame, dates, publisher } = parts;
  const phrasal = phrasalVariants(words);
  const topic = termsOfTopic(words, topicOf(parts, taken));
  const terms = [...new Set([...topic, ...Object.keys(phrasal)])];
  const [speaker, ...also] = taken.speaker ? speakersOf(words, frame, lexicon) : [];
  return {
    text: asked,
    terms,
    variants: { ...variantsOf(terms, lexicon), ...phrasal },
    phrases: phrasesTaken(parts, taken),
    ...(speaker ? { speaker } : {}),
    ...(also.length > 0 ? { alsoSpeakers: also } : {}),
    ...actOf(words, frame, taken),
    ...(dates ? timesOf(dates, taken) : {}),
    ...(publisher ? { publisher: publisher.name } : {}),
    answerType: frame?.asksWho ? 'who' : answerType(words),
  };
}

/** "critics in the North" may go unnamed in an article that tells of criticism. */
function actOf(words: readonly Word[], frame: Frame | null, taken: Taken): Pick<Question, 'act'> {
  if (!frame) return {};
  const unnamed = taken.speaker ? '' : words[frame.speaker?.from ?? -1]?.folded;
  return { act: /^critics?$/.test(unnamed ?? '') ? 'criticise' : frame.act };
}

const asksForAnswer = (words: readonly Word[], { used }: Frame): boolean =>
  used.some((at) => ANSWERING.test(words[at]?.folded ?? ''));

/** "critics", "the port of the Windows API": no name, and nobody speaks under it; the article itself may tell. */
function isUnheard(words: readonly Word[], { speaker }: Frame, lexicon: Lexicon): boolean {
  const named = speaker ? words.slice(speaker.from, speaker.to) : [];
  const [head] = named;
  if (!head || !/^\p{Ll}/u.test(head.text) || knownAs([head], lexicon) === 'country') return false;
  return lexicon.statementsBy(speakerFor(named, lexicon)) === 0;
}

/** The words of a date without its preposition: "last week" of "in the last week". */
const dateWords = (words: readonly Word[], { from, to }: AskedDates): string =>
  words
    .slice(from, to)
    .map(({ folded }) => folded)
    .join(' ')
    .replace(/^(?:in|on|during|for|of|over|within)? ?(?:the )?/, '');

/** The speaker asked for, or both of "Norway and Iceland" where each half is known to speak. */
function speakersOf(words: readonly Word[], frame: Frame | null, lexicon: Lexicon): AskedSpeaker[] {
  if (!frame?.speaker) return [];
  const named = words.slice(frame.speaker.from, frame.speaker.to);
  const and = named.findIndex(({ folded }) => folded === 'and' || folded === 'or');
  const halves = [named.slice(0, and), named.slice(and + 1).filter(isNoDeterminer)];
  const both = and > 0 && halves.every((half) => knownAs(half, lexicon) !== null);
  return (both ? halves : [named]).map((part) => speakerFor(part, lexicon));
}

const isNoDeterminer = ({ folded }: Word): boolean => !DETERMINERS.has(folded);

function isPronoun(words: readonly Word[], frame: Frame | null): boolean {
  const range = frame?.speaker;
  return (
    range != null && range.to - range.from === 1 && PRONOUNS.has(words[range.from]?.folded ?? '')
  );
}

/** Indexes of the words that are neither speaker nor frame nor, where they filter, dates. */
function topicOf(parts: Parts, taken: Taken): number[] {
  const { words, frame } = parts;
  const used = usedBy(parts, taken);
  const topic = words.flatMap(({ text }, at) => (used.has(at) || isFrameWord(text) ? [] : [at]));
  if (frame === null) return topic;
  const bare = topic.filter((at) => {
    const word = words[at]?.folded ?? '';
    return speechNoun(word) === null || (!taken.speaker && ANSWERING.test(word));
  });
  if (bare.length > 0) return bare;
  return topic.length > 0 || frame.speaker ? topic : contentWords(words);
}

/** "Has X commented?": an article may say that X has not, in words that are no statement of X. */
const ANSWERING = /^(?:comment|respond|repl[yi]|react)/;

function usedBy({ words, frame, dates }: Parts, taken: Taken): ReadonlySet<number> {
  const speaker = taken.speaker ? frame?.speaker : null;
  const filter = taken.dates === 'words' ? null : dates;
  const within = (at: number, range: { from: number; to: number } | null | undefined): boolean =>
    range != null && at >= range.from && at < range.to;
  const hidden = words.map((_, at) => at).filter((at) => within(at, speaker) || within(at, filter));
  const framing = (frame?.used ?? []).filter(
    (at) => taken.speaker || !ANSWERING.test(words[at]?.folded ?? ''),
  );
  return new Set([...framing, ...hidden, ...quantity(words)]);
}

/** "how many", "how far": the second word is no topic either. */
function quantity(words: readonly Word[]): number[] {
  const how = words.findIndex(({ folded }) => folded === 'how');
  return how >= 0 && QUANTITY.test(words[how + 1]?.folded ?? '') ? [how + 1] : [];
}

/** "What did the statement condemn?": where the frame is all there is, its words are the topic. */
function contentWords(words: readonly Word[]): number[] {
  const told = words.some(({ folded }) => ANYBODY.has(folded) && speechNoun(folded) !== null);
  return told ? words.flatMap(({ text }, at) => (isFrameWord(text) ? [] : [at])) : [];
}

function termsOfTopic(words: readonly Word[], topic: readonly number[]): string[] {
  const terms = topic.map((at) => words[at]?.folded ?? '').filter((term) => term !== '');
  return [...new Set(terms)].slice(0, MOST_TERMS);
}

/** Dates must not be taken for names, nor part a name from its verb: they become adverbs of no weight. */
const masked = (words: readonly Word[], { from, to }: AskedDates): Word[] =>
  words.map((word, at) => (at >= from && at < to ? { ...word, folded: 'then' } : word));

const within = (word: Word, part: { start: number; end: number } | null): boolean =>
  part !== null && word.start >= part.start && word.end <= part.end;

/** Where the question proper begins, after "please tell me". */
function leadIn(asked: string): number {
  const [lead = ''] = LEAD_IN.exec(asked.toLowerCase()) ?? [];
  return lead.trim() === '' ? 0 : lead.length;
}

const PHRASE = /"([^"]{2,300})"|“([^”]{2,300})”|«([^»]{2,300})»/gu;

/** Words between double quotation marks, to be found literally. */
function phrasesOf(asked: string): string[] {
  return [...asked.matchAll(PHRASE)]
    .map((match) => (match[1] ?? match[2] ?? match[3] ?? '').replace(/[\s,.;:!?]+$/u, '').trim())
    .filter((phrase) => /[\p{L}\p{N}]/u.test(phrase));
}
