import type { SpeechAct } from '../attribution/attribution.ts';
import { standsFor } from '../attribution/speakers/countries.ts';
import { speaks } from '../attribution/speakers/speaks.ts';
import type { AskedSpeaker, Question } from '../question/question.ts';
import { type CorpusIndex, type Hit, type Ranked, retrieve } from '../retrieval/retrieve.ts';
import { fold } from '../text/fold.ts';
import { actsIn } from './acts-in.ts';
import type { Silence } from './answer.ts';
import { type Bearing, bearingOf, holds, type Standing } from './bearing.ts';
import { type Origin, originsOf, placeOf } from './copies.ts';
import { namesAmong } from './names-among.ts';
import { nearestFirst } from './nearest.ts';
import { sideBySide } from './side-by-side.ts';
import { withPhrases } from './with-phrases.ts';

/** What one reading of a question comes to, before any page of it is shown. */
export interface Attempt {
  readonly question: Question;
  readonly confidence: number;
  /** Something answers, if it does: "possibly". */
  readonly tentative: boolean;
  /** Best first, reprints folded in; empty where nothing answers. */
  readonly answers: readonly Origin[];
  /** The nearest that are not answers. */
  readonly nearby: readonly Origin[];
  /** Null where something answers. */
  readonly silence: Silence | null;
}

/** Probabilities below which nothing is shown as an answer, and from which one is shown without "possibly". */
const UNLIKELY = 0.02;
const SURE = 0.5;
/** … where the question rests on a word that no article holds, and on no speaker. */
const UNHEARD = 1 / 3;
/** Hits that hold less of the topic than this share of what the best holds do not bear on the question. */
const BEARING = 0.6;
const READ = 200;
const NEARBY = 30;

export interface AttemptOptions {
  readonly asOf: string;
  /** Speakers who are not to be quoted. */
  readonly without: readonly AskedSpeaker[];
  /** The one speaker who is to be quoted, by name. */
  readonly only?: string | undefined;
  /** What a hit must hold, whatever else of the question it holds: most of the topic, and the last of the name. */
  readonly topic?:
    | { readonly topic: readonly string[]; readonly name: readonly string[] }
    | undefined;
}

/** Searches for one reading of a question and decides whether anything found answers it. */
export function attempt(
  index: CorpusIndex,
  question: Question,
  { asOf, without, only, topic }: AttemptOptions,
): Attempt {
  const ranked = retrieve(index, question, { asOf, limit: READ });
  const eligible = ranked.hits
    .filter((hit) => isEligible(hit, question, without) && holdsBoth(hit, question, topic))
    .filter((hit) => only === undefined || isBy(hit, only))
    .flatMap((hit) => withPhrases(hit, question));
  const { confidence } = ranked;
  const ordered = actFirst(eligible, question);
  const { hits, partly } = bearing(ordered, question, standingOf(question, ranked));
  if (hits.length === 0 || confidence < leastFor(question, ranked)) {
    return silent(question, ranked, silenceOf(index, question, ranked));
  }
  const isLed = ranked.isNews || (!partly && confidence >= SURE);
  const led = isLed ? ledByRank(hits, ordered, question) : hits;
  const answers = originsOf(isAboutAnybody(question) ? sideBySide(led) : led);
  const shown = new Set(answers.flatMap(({ hit, copies }) => [hit, ...copies].map(placeOf)));
  const rest = ranked.hits.filter((hit) => !shown.has(placeOf(hit)));
  const tentative = partly || confidence < SURE || isOtherAct(hits, question);
  return {
    question,
    confidence,
    tentative,
    answers,
    nearby: nearbyOf(rest, question),
    silence: null,
  };
}

function holdsBoth(hit: Hit, { variants }: Question, kept: AttemptOptions['topic']): boolean {
  if (kept === undefined) return true;
  const names = kept.name.slice(-1);
  return [kept.topic, names].every((terms) => holds(hit, { terms, variants }));
}

const leastFor = ({ speaker }: Question, { facts }: Ranked): number =>
  speaker === undefined && facts.unknownWords.length > 0 ? UNHEARD : UNLIKELY;

/** "What did X deny?" has nothing but the act to go by; "who condemned Y?" is not answered by who announced it. */
function actFirst(given: readonly Hit[], question: Question): readonly Hit[] {
  const { terms, act } = question;
  const hits = terms.length === 0 ? silencesLast(given, question) : given;
  if (act === undefined || act === 'say') return hits;
  if (terms.length > 0 && !DISTINCT.has(act)) return hits;
  const place = (hit: Hit) =>
    (isByName(hit, question) ? 0 : 2) + (actsIn(hit).includes(act) ? 0 : 1);
  return [...hits].sort((a, b) => place(a) - place(b));
}

/** Where no topic is asked for, anything that was said comes before "X has not commented". */
function silencesLast(hits: readonly Hit[], { act }: Question): readonly Hit[] {
  const isSilence = ({ attribution }: Hit) =>
    act !== 'no-comment' && attribution?.act === 'no-comment';
  return [...hits].sort((a, b) => Number(isSilence(a)) - Number(isSilence(b)));
}

/** "What has X threatened?" where X is quoted, but with no threat. */
const isOtherAct = (hits: readonly Hit[], { terms, act }: Question): boolean =>
  terms.length === 0 &&
  act !== undefined &&
  DISTINCT.has(act) &&
  !hits.some((hit) => actsIn(hit).includes(act));

/** Acts that askers name only where they mean them; "claim" and "announce" are often mere speaking. */
const DISTINCT: ReadonlySet<SpeechAct> = new Set([
  'deny',
  'warn',
  'threaten',
  'promise',
  'accuse',
  'demand',
  'criticise',
  'praise',
  'oppose',
  'believe',
]);

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

/** A person by whichever name; of organisations and governments the one that goes by this name. */
function isBy({ attribution, speakerMatch }: Hit, name: string): boolean {
  const speaker = attribution?.speaker;
  if (!speaker) return false;
  if (speaker.type === 'person') return speakerMatch === 'same';
  return speaker.name === name || speaker.aliases.includes(fold(name));
}

/** "What has been said about …?" */
const isAboutAnybody = ({ act, speaker, answerType }: Question): boolean =>
  act !== undefined && speaker === undefined && answerType !== 'who';

const silent = (question: Question, ranked: Ranked, silence: Silence): Attempt => ({
  question,
  confidence: ranked.confidence,
  tentative: false,
  answers: [],
  nearby: nearbyOf([...ranked.hits, ...ranked.shutOut], question),
  silence,
});

function nearbyOf(hits: readonly Hit[], { speaker }: Question): readonly Origin[] {
  const ordered = speaker === undefined ? hits : nearestFirst(hits);
  return originsOf(ordered.slice(0, NEARBY));
}

/** Likeness of meaning counts only for words that the corpus knows, and that are no names. */
function standingOf({ terms }: Question, { hits, confidence, facts }: Ranked): Standing {
  const counts = facts.unknownWords.length === 0 && !namesAmong(terms, hits);
  return { confidence, statements: counts ? facts.statementsBySpeaker : null };
}

interface Bearings {
  readonly hits: readonly Hit[];
  /** Nothing better than a part of the topic. */
  readonly partly: boolean;
}

interface Judged {
  readonly hit: Hit;
  readonly bearing: Bearing;
}

/**
 * Said under the very name asked for, where that is less than a country: part of an answer by the Kremlin itself is
 * worth more than a whole one by those who speak for the same country.
 */
const isByName = ({ attribution }: Hit, { speaker }: Question): boolean =>
  speaker !== undefined &&
  (standsFor(speaker.text)?.form ?? 'seat') === 'seat' &&
  (attribution?.speaker?.aliases.includes(speaker.aliases[0] ?? '') ?? false);

/** The hits that bear on the question: those that fully do, or else those that do in part. */
function bearing(hits: readonly Hit[], question: Question, standing: Standing): Bearings {
  const judged = hits.map((hit) => ({ hit, bearing: bearingOf(hit, question, standing) }));
  const none = judged.every(({ bearing }) => bearing !== 'full');
  const bears = ({ hit, bearing }: Judged) =>
    bearing === 'full' || (bearing === 'partial' && (none || isByName(hit, question)));
  const chosen = judged.filter(bears);
  const best = Math.max(...chosen.map(({ hit }) => hit.coverage));
  const near = chosen.filter(
    ({ hit, bearing }) => bearing === 'partial' || hit.coverage >= BEARING * best,
  );
  return { hits: near.map(({ hit }) => hit), partly: near[0]?.bearing !== 'full' };
}

function silenceOf(index: CorpusIndex, question: Question, ranked: Ranked): Silence {
  if (index.articles.count === 0) return { why: 'empty-corpus' };
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

/** The first of the ranking keep their place, whatever the words they share with the question. */
const LEADING = 3;

/** Where nobody's words are asked for, the ranker's first come first: headline and date count as much as words. */
function ledByRank(
  hits: readonly Hit[],
  ranked: readonly Hit[],
  { speaker, act }: Question,
): readonly Hit[] {
  if (speaker !== undefined || act !== undefined) return hits;
  const first = ranked.slice(0, LEADING);
  return [...first, ...hits.filter((hit) => !first.includes(hit))];
}
