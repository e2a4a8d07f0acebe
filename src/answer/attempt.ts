import { speaks } from '../attribution/speakers/speaks.ts';
import type { AskedSpeaker, Question } from '../question/question.ts';
import { type CorpusIndex, type Hit, type Ranked, retrieve } from '../retrieval/retrieve.ts';
import type { Silence } from './answer.ts';
import { bearingOf } from './bearing.ts';
import { type Origin, originsOf } from './copies.ts';
import { sideBySide } from './side-by-side.ts';
import { withPhrases } from './with-phrases.ts';

/** What one reading of a question comes to, before any page of it is shown. */
export interface Attempt {
  readonly question: Question;
  readonly confidence: number;
  /** Best first, reprints folded in; empty where nothing answers. */
  readonly answers: readonly Origin[];
  /** The nearest that are not answers. */
  readonly nearby: readonly Origin[];
  /** Null where something answers. */
  readonly silence: Silence | null;
}

/** Below this probability nothing is shown as an answer; from `SURE` on it is shown without "possibly". */
const POSSIBLE = 0.3;
export const SURE = 0.55;
/** Hits that hold less of the topic than this share of what the best holds do not bear on the question. */
const BEARING = 0.6;
const READ = 200;
const NEARBY = 30;

export interface AttemptOptions {
  readonly asOf: string;
  /** Speakers who are not to be quoted. */
  readonly without: readonly AskedSpeaker[];
}

/** Searches for one reading of a question and decides whether anything found answers it. */
export function attempt(
  index: CorpusIndex,
  question: Question,
  { asOf, without }: AttemptOptions,
): Attempt {
  const ranked = retrieve(index, question, { asOf, limit: READ });
  const eligible = ranked.hits
    .filter((hit) => isEligible(hit, question, without))
    .flatMap((hit) => withPhrases(hit, question));
  const { hits, partly } = bearing(actFirst(eligible, question), question);
  const confidence = confidenceOf(question, ranked, partly);
  if (hits.length === 0 || confidence < POSSIBLE) {
    return silent(question, ranked, silenceOf(index, question, ranked));
  }
  const answers = originsOf(isAboutAnybody(question) ? sideBySide(hits) : hits);
  const shown = new Set(answers.flatMap(({ hit, copies }) => [hit, ...copies]));
  const rest = ranked.hits.filter((hit) => !shown.has(hit));
  return { question, confidence, answers, nearby: originsOf(rest.slice(0, NEARBY)), silence: null };
}

/** "What did X deny?" has nothing but the act to go by. */
function actFirst(hits: readonly Hit[], { terms, act }: Question): readonly Hit[] {
  if (terms.length > 0 || act === undefined || act === 'say') return hits;
  const fits = ({ attribution }: Hit) => attribution?.act === act;
  return [...hits.filter(fits), ...hits.filter((hit) => !fits(hit))];
}

/** Whose words may answer: the one asked for, or anybody but those already heard. */
function isEligible(
  { speakerMatch, attribution }: Hit,
  { speaker }: Question,
  without: readonly AskedSpeaker[],
): boolean {
  if (speaker) return speakerMatch !== null;
  if (without.length === 0) return true;
  const said = attribution?.speaker;
  return said != null && without.every((heard) => speaks(said, heard) === null);
}

/** "What did Putin say?" is answered by anything he said: there is no topic to miss. */
const WITHOUT_TOPIC = 0.8;
/** What bears on a part of the topic is shown as "possibly", whatever the ranking makes of it. */
const PARTLY = 0.4;

function confidenceOf(
  { terms, phrases, speaker }: Question,
  { confidence }: Ranked,
  partly: boolean,
): number {
  if (terms.length === 0 && phrases.length === 0) return WITHOUT_TOPIC;
  if (!partly) return Math.max(confidence, POSSIBLE);
  return speaker ? PARTLY : Math.min(confidence, PARTLY);
}

/** "What has been said about …?" */
const isAboutAnybody = ({ act, speaker, answerType }: Question): boolean =>
  act !== undefined && speaker === undefined && answerType !== 'who';

const silent = (question: Question, { hits, confidence }: Ranked, silence: Silence): Attempt => ({
  question,
  confidence,
  answers: [],
  nearby: originsOf(hits.slice(0, NEARBY)),
  silence,
});

interface Bearings {
  readonly hits: readonly Hit[];
  /** Nothing better than a part of the topic. */
  readonly partly: boolean;
}

/** The hits that bear on the question: those that fully do, or else those that do in part. */
function bearing(hits: readonly Hit[], question: Question): Bearings {
  const full = hits.filter((hit) => bearingOf(hit, question) === 'full');
  const partly = full.length === 0;
  const chosen = partly ? hits.filter((hit) => bearingOf(hit, question) === 'partial') : full;
  const best = Math.max(...chosen.map(({ coverage }) => coverage));
  const near = chosen.filter(({ coverage }) => coverage >= BEARING * best);
  return { hits: near, partly };
}

function silenceOf(index: CorpusIndex, question: Question, ranked: Ranked): Silence {
  if (index.articles.length === 0) return { why: 'empty-corpus' };
  return (
    filtered(index, question, ranked) ?? speakerSilence(question, ranked) ?? wordSilence(ranked)
  );
}

/** A filter of the question left nothing to search in. */
function filtered(index: CorpusIndex, question: Question, { hits }: Ranked): Silence | null {
  const { publisher, dates, phrases } = question;
  if (publisher !== undefined && !index.lexicon.publishers.includes(publisher)) {
    return { why: 'unknown-publisher', publisher };
  }
  if (hits.length > 0) return null;
  const [phrase] = phrases;
  if (dates) return { why: 'outside-dates', ...dates };
  return phrase === undefined ? null : { why: 'phrase-not-found', phrase };
}

function speakerSilence({ speaker, terms }: Question, { facts }: Ranked): Silence | null {
  if (!speaker) return null;
  const { articlesNamingSpeaker, statementsBySpeaker } = facts;
  if (articlesNamingSpeaker === 0 && statementsBySpeaker === 0) {
    return { why: 'unknown-speaker', speaker: speaker.text };
  }
  const topic = terms.join(' ');
  return {
    why: 'speaker-silent-on-topic',
    speaker: speaker.text,
    topic,
    articlesMentioningSpeaker: articlesNamingSpeaker,
    statementsBySpeaker,
  };
}

const wordSilence = ({ facts }: Ranked): Silence =>
  facts.unknownWords.length > 0
    ? { why: 'unknown-words', words: facts.unknownWords }
    : { why: 'weak-evidence' };
