import { standsFor } from '../attribution/speakers/countries.ts';
import { type Fragment, fragmentOf } from './fragment.ts';
import {
  AUXILIARIES,
  DETERMINERS,
  isFrameWord,
  PREPOSITIONS,
  PRONOUNS,
  WH_WORDS,
} from './frame-words.ts';
import type { Lexicon } from './lexicon.ts';
import { type Nth, nthAsked } from './nth.ts';
import type { Parsed } from './parse-question.ts';
import { knownAs } from './speaker-names.ts';
import { speechVerb } from './speech-verbs.ts';
import type { Word } from './words.ts';

/** A question put together from a follow-up and what the thread asked before. */
export interface FollowUp {
  /** The full question, in words. */
  readonly text: string;
  /** "the second one", "more". */
  readonly nth: Nth | null;
  /** "who else?": those already quoted are not wanted. */
  readonly others: boolean;
}

/** What a follow-up is read against. */
export interface Thread {
  /** The question before, in full. */
  readonly previous: Parsed;
  readonly lexicon: Lexicon;
  /** Whom "he" and "them" mean where the question before names no speaker; null where nobody was quoted. */
  readonly lastSpeaker: () => string | null;
}

/** `asked` as the full question it stands for in its thread; null where it stands alone. */
export function followUp(asked: Parsed, thread: Thread): FollowUp | null {
  const { text } = asked.question;
  return (
    ordinal(text, thread) ??
    whoElse(text, thread) ??
    bareWh(text, thread) ??
    whPhrase(text, thread) ??
    onlyDates(asked, thread) ??
    fragment(asked, thread) ??
    withoutTopic(asked, thread)
  );
}

const plainly = (text: string): FollowUp => ({ text: sentence(text), nth: null, others: false });

/** Begins with a capital, ends with a question mark. */
function sentence(text: string): string {
  const bare = text
    .replace(/\s+/gu, ' ')
    .replace(/[\s?.!,;:]+$/u, '')
    .trim();
  return `${bare.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())}?`;
}

function ordinal(text: string, { previous }: Thread): FollowUp | null {
  const nth = nthAsked(text);
  return nth === null ? null : { text: sentence(previous.question.text), nth, others: false };
}

/** "who else?", "anyone else?", "who else said that?". */
function whoElse(text: string, { previous }: Thread): FollowUp | null {
  if (
    !/^(?:and |but |did |has )*(?:who|anyone|anybody|someone|somebody)(?: else|'s else)(?: (?:said|says|claimed|spoke|commented)(?: (?:so|that|this|it|something))?)?[?.! ]*$/i.test(
      text,
    )
  )
    return null;
  const { question, frame } = previous;
  const again = frame?.asksWho
    ? question.text.replace(/^\s*(?:and\s+)?who(?:ever)?(?: else)?\b/i, 'Who else')
    : null;
  const topic = topicText(previous);
  const full = again ?? (topic ? `Who else said something about ${topic}` : 'Who else spoke');
  return { text: sentence(full), nth: null, others: true };
}

/** A question from its first auxiliary on, which stands near its beginning. */
const FROM_AUXILIARY = new RegExp(
  `(?<=^(?:\\S+\\s+){0,5})(?:${[...AUXILIARIES].join('|')})\\s.*$`,
  'i',
);

/** "why?", "when?", "how many?": the question before, asked so. */
function bareWh(text: string, { previous }: Thread): FollowUp | null {
  const match =
    /^(?:and |but |so )?(why|when|where|how|how come|how many|how much|why not|since when|how so|who)[?.! ]*$/i.exec(
      text,
    );
  const wh = match?.[1]?.toLowerCase().replace(/^how (?:come|so)$|^why not$/, 'why');
  if (!wh) return null;
  const asked = previous.question.text;
  const rest = previous.frame?.speaker ? undefined : FROM_AUXILIARY.exec(asked)?.[0];
  return plainly(rest ? `${wh} ${rest}` : `${asked.replace(/[\s?.!]+$/u, '')}, and ${wh}`);
}

/** "how many drones?", "which region?": in place of what the question before began with. */
function whPhrase(text: string, { previous }: Thread): FollowUp | null {
  const phrase =
    /^(?:and |but )?((?:how (?:many|much)|which|what|whose) [\p{L}-]+(?: [\p{L}-]+)?)[?.! ]*$/iu.exec(
      text,
    )?.[1];
  const words = phrase?.toLowerCase().split(' ').slice(1) ?? [];
  if (
    !phrase ||
    words.some(
      (word) => AUXILIARIES.has(word) || speechVerb(word) || word === 'about' || word === 'else',
    )
  )
    return null;
  const clause = FROM_AUXILIARY.exec(previous.question.text);
  return clause ? plainly(`${phrase} ${clause[0]}`) : null;
}

/** "since March", "and last week?", "in 2024?". */
function onlyDates(asked: Parsed, { previous }: Thread): FollowUp | null {
  const { dates, words } = asked;
  if (!dates) return null;
  const rest = words.filter(
    (word, at) => (at < dates.from || at >= dates.to) && !isFrameWord(word.folded),
  );
  const verb = words.some(
    ({ folded }, at) => (at < dates.from || at >= dates.to) && AUXILIARIES.has(folded),
  );
  if (rest.length > 0 || verb) return null;
  const stated = asked.question.text.slice(
    words[dates.from]?.start ?? 0,
    words[dates.to - 1]?.end ?? 0,
  );
  return plainly(`${withoutDates(previous)} ${stated}`);
}

function withoutDates({ question, words, dates }: Parsed): string {
  const { text } = question;
  const bare = text.replace(/[\s?.!]+$/u, '');
  if (!dates) return bare;
  const start = words[dates.from]?.start ?? 0;
  const end = words[dates.to - 1]?.end ?? start;
  return `${bare.slice(0, start).trimEnd()} ${bare.slice(end).trimStart()}`.trim();
}

/** "and Ukraine?", "what about Crimea?", "what about him?", "by Putin?". */
function fragment(asked: Parsed, thread: Thread): FollowUp | null {
  const found = fragmentOf(asked);
  if (!found) return null;
  const full = named(found, thread) ?? inTopic(found, thread);
  return plainly(full);
}

/** The fragment names a speaker: in place of the one asked before, or as the one asked now. */
function named(found: Fragment, thread: Thread): string | null {
  const { previous, lastSpeaker } = thread;
  if (!previous.frame || found.marks === 'topic') return null;
  if (found.words.length === 1 && PRONOUNS.has(found.words[0]?.folded ?? '')) {
    const name = lastSpeaker() ?? previous.question.speaker?.text;
    return name === undefined ? null : withSpeaker(previous, name);
  }
  if (!namesSpeaker(found, thread)) return null;
  return withSpeaker(
    previous,
    found.text.replace(/^\p{Ll}(?!he )/u, (letter) => letter.toUpperCase()),
  );
}

function namesSpeaker(found: Fragment, { previous, lexicon }: Thread): boolean {
  if (found.marks === 'speaker') return true;
  const kind = knownAs(found.words, lexicon);
  if (kind === 'country') return !isAboutCountry(previous);
  return kind === 'unheard' ? isUnknownName(found, previous) : kind !== null;
}

/** "and Macron?": nobody the corpus mentions, in place of a speaker. */
const isUnknownName = ({ words }: Fragment, { question }: Parsed): boolean =>
  question.speaker !== undefined && words.every(({ text }) => /^\p{Lu}\p{Ll}/u.test(text));

/** "What did Putin say about Ukraine?" – "and Poland?" asks about Poland: only Ukraine is a country there. */
function isAboutCountry({ frame, words, topic }: Parsed): boolean {
  const speaker = frame?.speaker && words.slice(frame.speaker.from, frame.speaker.to);
  const countryAsks = speaker?.some(({ folded }) => standsFor(folded) !== null) ?? false;
  return !countryAsks && topic.some((at) => standsFor(words[at]?.folded ?? '') !== null);
}

function withSpeaker(previous: Parsed, name: string): string {
  const { frame, words, question } = previous;
  const range = frame?.speaker;
  const last = range ? words[range.to - 1] : undefined;
  const first = range ? words[withDeterminer(words, range.from)] : undefined;
  if (first && last)
    return replaced(question.text, first.start, last.end, last.possessive ? `${name}'s` : name);
  const topic = topicText(previous);
  return topic ? `What did ${name} say about ${topic}` : `What did ${name} say`;
}

/** "the" before a name goes with it. */
const withDeterminer = (words: readonly Word[], from: number): number =>
  DETERMINERS.has(words[from - 1]?.folded ?? '') ? from - 1 : from;

const replaced = (text: string, start: number, end: number, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

/** The fragment is another topic, or another place or thing within it. */
function inTopic(found: Fragment, { previous }: Thread): string {
  const { words, question } = previous;
  const range = replaceable(previous, found);
  const first = words[withDeterminer(words, range.at(0) ?? -1)];
  const last = words[range.at(-1) ?? -1];
  const bare = question.text.replace(/[\s?.!]+$/u, '');
  if (!first || !last) return `${bare} ${found.preposition ?? 'about'} ${found.text}`;
  const article = /^(?:the|a|an|its) /i.test(found.text) || !DETERMINERS.has(first.folded);
  const kept = article ? '' : `${question.text.slice(first.start, first.end)} `;
  const named = found.words.some(({ text }) => /^\p{Lu}/u.test(text));
  return replaced(question.text, first.start, last.end, named ? found.text : kept + found.text);
}

/** Indexes of the words that the fragment stands in for. */
function replaceable({ words, frame, topic }: Parsed, found: Fragment): readonly number[] {
  if (frame) return topic;
  if (found.words.some(({ folded }) => standsFor(folded) !== null)) {
    const country = topic.findLast((at) => standsFor(words[at]?.folded ?? '') !== null);
    if (country !== undefined) return [country];
  }
  const preposition = words.findLastIndex(({ folded }) => PREPOSITIONS.has(folded));
  const after = topic.filter((at) => at > preposition);
  return preposition > 0 && after.length > 0 ? after : topic.slice(-1);
}

/** "did Kyiv respond?", "what did he say about Crimea?", "who denied it?". */
function withoutTopic(asked: Parsed, thread: Thread): FollowUp | null {
  const { previous } = thread;
  const text = (asked.pronoun ? withReferent(asked, thread) : asked.question.text)?.replace(
    /^(?:and|but|so|also|ok|okay)[, ]+/i,
    '',
  );
  if (text === undefined || !asked.frame) return null;
  if (asked.topic.length > 0) return asked.pronoun ? plainly(text) : null;
  const topic = topicText(previous);
  if (!topic) return asked.pronoun ? plainly(text) : null;
  const bare = text.replace(/[\s?.!]+$/u, '');
  const object = /\s(?:(?:about|on|to|of|over)\s)?(?:it|that|this|them|those|these)$/iu.exec(bare);
  const stem = object ? bare.slice(0, object.index) : bare;
  return plainly(`${stem} ${preposition(asked.words)}${topic}`);
}

/** The question with "he" or "they" replaced by whom the thread spoke of. */
function withReferent(
  { frame, words, question }: Parsed,
  { previous, lastSpeaker }: Thread,
): string | undefined {
  const name = previous.question.speaker?.text ?? lastSpeaker();
  const word = words[frame?.speaker?.from ?? -1];
  if (!name || !word) return undefined;
  return replaced(question.text, word.start, word.end, word.possessive ? `${name}'s` : name);
}

const TO = /^(?:respond|react|reply|object|response|reaction|answer|reply|agree)$/;
const ON = /^(?:comment|comments|statement|elaborate|position|stance)$/;
const DIRECT =
  /^(?:deny|confirm|claim|acknowledge|admit|criticise|criticize|condemn|praise|discuss|mention|reject|address|oppose|announce)$/;

/** The preposition by which the question's verb takes its topic. */
function preposition(words: readonly Word[]): string {
  const lemmas = words.map(({ folded }) => speechVerb(folded)?.lemma ?? folded);
  const last =
    lemmas.findLast((lemma) => speechVerb(lemma) !== null || TO.test(lemma) || ON.test(lemma)) ??
    '';
  const ending = lemmas.at(-1) ?? '';
  if (PREPOSITIONS.has(ending) && !WH_WORDS.has(ending)) return '';
  if (TO.test(last)) return 'to ';
  if (ON.test(last)) return 'on ';
  return DIRECT.test(last) ? '' : 'about ';
}

/** The words of the topic as asked, with those between the first and the last but auxiliaries; '' for none. */
function topicText({ question, words, topic }: Parsed): string {
  const first = topic.at(0) ?? 0;
  const last = topic.at(-1) ?? -1;
  return words
    .slice(first, last + 1)
    .filter(({ folded }) => !AUXILIARIES.has(folded))
    .map(({ start, end }) => question.text.slice(start, end))
    .join(' ');
}
