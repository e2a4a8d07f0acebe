import { speaks } from '../attribution/speakers/speaks.ts';
import type { AskedSpeaker, Question } from '../question/question.ts';
import { type CorpusIndex, type Hit, type Ranked, retrieve } from '../retrieval/retrieve.ts';
import type { Silence } from './answer.ts';
import { type Origin, originsOf } from './copies.ts';

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

interface AttemptOptions {
  readonly asOf: string;
  /** Speakers who are not to be quoted. */
  readonly without: readonly AskedSpeaker[];
}

/** The first reading that surely has an answer, or else the surest that has any; where none has, the first. */
export function bestAttempt(
  index: CorpusIndex,
  [first, ...others]: readonly [Question, ...Question[]],
  options: AttemptOptions,
): Attempt {
  let best = attempt(index, first, options);
  for (const other of others) {
    if (best.silence === null && best.confidence >= SURE) break;
    const next = attempt(index, other, options);
    const surer = best.silence !== null || next.confidence > best.confidence;
    if (next.silence === null && surer) best = next;
  }
  return best;
}

/** Searches for one reading of a question and decides whether anything found answers it. */
function attempt(
  index: CorpusIndex,
  question: Question,
  { asOf, without }: AttemptOptions,
): Attempt {
  const ranked = retrieve(index, question, { asOf, limit: READ });
  const eligible = actFirst(
    ranked.hits.filter((hit) => isEligible(hit, question, without)),
    question,
  );
  const silence = silenceOf(index, question, ranked, eligible);
  if (silence) return silent(question, ranked, silence);
  const answers = originsOf(bearing(eligible, question));
  const shown = new Set(answers.flatMap(({ hit, copies }) => [hit, ...copies]));
  const rest = ranked.hits.filter((hit) => !shown.has(hit));
  return {
    question,
    confidence: confidenceOf(question, ranked),
    answers,
    nearby: originsOf(rest),
    silence: null,
  };
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

const confidenceOf = ({ terms, phrases }: Question, { confidence }: Ranked): number =>
  terms.length === 0 && phrases.length === 0 ? WITHOUT_TOPIC : confidence;

const silent = (question: Question, { hits, confidence }: Ranked, silence: Silence): Attempt => ({
  question,
  confidence,
  answers: [],
  nearby: originsOf(hits),
  silence,
});

function bearing(hits: readonly Hit[], question: Question): Hit[] {
  const topical = hits.filter((hit) => isTopical(hit, question));
  const best = Math.max(...topical.map(({ coverage }) => coverage));
  return topical.filter(
    ({ coverage }) => question.terms.length === 0 || coverage >= BEARING * best,
  );
}

/** Headings may help a quotation along; what is asked must stand in the quotation itself, for the most part. */
const TOPICAL = 0.45;

const isTopical = ({ features }: Hit, { terms }: Question): boolean =>
  terms.length === 0 ||
  features.some(({ feature, value }) => feature === 'coverage' && value >= TOPICAL);

function silenceOf(
  index: CorpusIndex,
  question: Question,
  ranked: Ranked,
  eligible: readonly Hit[],
): Silence | null {
  if (index.articles.length === 0) return { why: 'empty-corpus' };
  const enough =
    eligible.some((hit) => isTopical(hit, question)) && confidenceOf(question, ranked) >= POSSIBLE;
  if (enough) return null;
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
