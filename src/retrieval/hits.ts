import type { Speaker } from '../attribution/attribution.ts';
import { standsFor } from '../attribution/speakers/countries.ts';
import type { Question } from '../question/question.ts';
import { wantedBy } from '../question/wanted.ts';
import { contains } from '../text/span.ts';
import type { Term } from '../text/terms.ts';
import { beside } from './beside.ts';
import { bestWindow } from './best-window.ts';
import { type Comparing, consensus } from './consensus.ts';
import { maskOf } from './coverage.ts';
import { type FeatureValues, featuresOf } from './features.ts';
import type { Meanings } from './meaning.ts';
import {
  WEIGHTS,
  WEIGHTS_OF_CLAIMS,
  WEIGHTS_OF_NEWS,
  WEIGHTS_OF_STATEMENTS,
} from './model/weights.ts';
import { type Occurrence, occurrenceFinder } from './occurrences.ts';
import { scoreOf, type Weights } from './ranker.ts';
import { type ReadPassage, readerOf } from './read-passage.ts';
import type { CorpusIndex, Hit, Passage } from './retrieve.ts';
import { type SearchQuery, searchQuery, stemsOf } from './search-query.ts';
import { type Shortlisted, shortlist } from './shortlist.ts';
import type { Time } from './time.ts';
import { statementUnits, type Unit } from './units.ts';
import { finderOf } from './wanted.ts';

/** Passages read closely for one question. */
const READ_BY_WORDS = 60;
/** … where more are read beside the best. */
const READ_OF_NEWS = 44;
const READ_BY_SPEAKER = 200;
/** … beside the statements of the speaker asked for: these are not answers, only nearby. */
const READ_BESIDE = 30;

/** What is asked of the corpus, and of what time. */
export interface Asking {
  readonly question: Question;
  readonly query: SearchQuery;
  readonly time: Time | null;
}

/** A unit with its place in the order, before it is told in full. */
export interface RankedUnit {
  readonly passage: Passage;
  readonly unit: Unit;
  readonly score: number;
  readonly values: FeatureValues;
  readonly weights: Weights;
  readonly occurrences: readonly Occurrence[];
  /** Of the whole passage. */
  readonly terms: readonly Term[];
}

/** What reading passages for one question takes. */
interface Search extends Asking {
  readonly read: (passage: Passage) => ReadPassage;
  readonly find: ReturnType<typeof occurrenceFinder>;
  readonly nearness: ReturnType<Meanings['nearnessTo']>;
  readonly asked: ReadonlySet<string>;
}

/** Everything that may answer: what the speaker asked for says, then what else there is; best first. */
export function rankedUnits(index: CorpusIndex, asking: Asking): RankedUnit[] {
  const spoken = spokenUnits(index, asking);
  const heard = new Set(spoken.map(({ passage }) => passage));
  const others = otherUnits(index, asking).filter(({ passage }) => !heard.has(passage));
  return [...spoken.sort(orderFor(asking.question)), ...others.sort(byScore)];
}

/**
 * A country speaks through everybody who speaks for it. Anybody else asked for ("the Kremlin", "Ukrainian officials")
 * comes before those who only speak for the same: "Russia said" is no word of the Kremlin's while it has one of its own.
 * A person is the same by whichever name: "Mr. Obama" is no less Barack Obama.
 */
function orderFor({ speaker }: Question): (a: RankedUnit, b: RankedUnit) => number {
  const form = speaker ? (standsFor(speaker.text)?.form ?? 'seat') : 'country';
  if (!speaker || form !== 'seat') return byScore;
  const [name = ''] = speaker.aliases;
  const distance = ({ unit: { attribution, match } }: RankedUnit): number => {
    const isOwnName = attribution?.speaker?.aliases.includes(name) ?? false;
    const isPerson = attribution?.speaker?.type === 'person';
    if (isOwnName || (isPerson && match === 'same')) return 0;
    return match === 'same' ? 1 : 2;
  };
  return (a, b) => distance(a) - distance(b) || byScore(a, b);
}

const byScore = (a: RankedUnit, b: RankedUnit): number => b.score - a.score;

/** Statements of the speaker asked for. */
function spokenUnits(index: CorpusIndex, asking: Asking): RankedUnit[] {
  const { speaker } = asking.question;
  if (speaker === undefined) return [];
  const speakers = index.speakers.find(speaker);
  const search = searchFor(index, asking);
  const among = new Set(speakers.passages.keys());
  const found = shortlist(index, asking.query, {
    limit: READ_BY_SPEAKER,
    time: asking.time,
    among,
  });
  const matchOf = (one: Speaker) => speakers.matchOf(one);
  return found.flatMap((one) => rank(one, search, () => statementUnits(one.passage, matchOf)));
}

/** What anybody says, or the article itself; the name of a speaker asked for counts as words. */
function otherUnits(index: CorpusIndex, asking: Asking): RankedUnit[] {
  const query = searchQuery(asking.question, index.engine, { namingSpeaker: true });
  const search = searchFor(index, { ...asking, query });
  const isPlain = asking.question.speaker === undefined;
  const byWords = asking.time === null ? READ_BY_WORDS : READ_OF_NEWS;
  const limit = isPlain ? byWords : READ_BESIDE;
  const found = shortlist(index, query, { limit, time: asking.time });
  const rankedOf = (shortlisted: readonly Shortlisted[]) =>
    shortlisted.flatMap((one) =>
      rank(one, search, (occurrences) => [bestWindow(one.passage, query, occurrences)]),
    );
  const ranked = rankedOf(found).sort(byScore);
  if (!isNews(asking, ranked)) return ranked;
  const more = rankedOf(beside(index, ranked, found));
  const find = finderOf(wantedBy(asking.question), ({ stem }) => !search.asked.has(stem));
  const { rarityOf } = index;
  return compared([...ranked, ...more].sort(byScore), { ...search, rarityOf, find });
}

/** Whether dates tell anything: the question has a time, and the first of `units` a day. */
export const isDated = (
  { time }: Pick<Asking, 'time'>,
  units: readonly Pick<RankedUnit, 'passage'>[],
): boolean => time !== null && units[0]?.passage.article.datePublished !== undefined;

/** Fewer articles cannot tell what is agreed on. */
const SEVERAL = 5;

/** A question about what is reported, by whomever, where several articles report. */
export const isNews = (
  { question, time }: Pick<Asking, 'question' | 'time'>,
  units: readonly Pick<RankedUnit, 'passage'>[],
): boolean =>
  question.speaker === undefined &&
  !question.isPasted &&
  isDated({ time }, units) &&
  new Set(units.map(({ passage }) => passage.article)).size >= SEVERAL;

/** News weighed anew, now that it is known what they tell together. */
function compared(units: readonly RankedUnit[], comparing: Comparing): RankedUnit[] {
  const consensusOf = consensus(units, comparing);
  return units.map((unit) => {
    const values = { ...unit.values, ...consensusOf(unit) };
    return { ...unit, values, score: scoreOf(values, WEIGHTS_OF_NEWS), weights: WEIGHTS_OF_NEWS };
  });
}

function searchFor(index: CorpusIndex, asking: Asking): Search {
  const { query } = asking;
  const { read, meanings } = readerOf(index);
  const find = occurrenceFinder(query);
  return { ...asking, read, find, nearness: meanings.nearnessTo(query), asked: stemsOf(query) };
}

function rank(
  { passage, heldByArticle, heldAround, standing }: Shortlisted,
  { question, query, time, asked, ...search }: Search,
  unitsOf: (occurrences: readonly Occurrence[]) => Unit[],
): RankedUnit[] {
  const { terms, meaning, ...headings } = search.read(passage);
  const occurrences = search.find(terms);
  const headline = search.find(headings.headline);
  const section = search.find(headings.section);
  const held = maskOf(occurrences) | maskOf(headline) | maskOf(section);
  const nearness = search.nearness(meaning, held);
  return unitsOf(occurrences).map((unit) => {
    const values = featuresOf({
      question,
      query,
      asked,
      passage,
      unit,
      terms,
      occurrences,
      headline,
      section,
      headlineTerms: headings.headline,
      heldByArticle,
      heldAround,
      standing,
      time,
      nearness,
    });
    const weights = weightsFor(question, unit);
    const score = scoreOf(values, weights);
    return { passage, unit, values, terms, occurrences, score, weights };
  });
}

function weightsFor({ isPasted }: Question, { match }: Unit): Weights {
  if (match !== null) return WEIGHTS_OF_STATEMENTS;
  return isPasted ? WEIGHTS_OF_CLAIMS : WEIGHTS;
}

/** What others are told of a unit. */
export function hitOf(ranked: RankedUnit): Hit {
  const { passage, unit, score, values, occurrences, terms } = ranked;
  return {
    passage,
    span: unit.span,
    attribution: unit.attribution,
    speakerMatch: unit.match,
    score,
    coverage: values.coverageWithHeadings,
    weighed: ranked,
    matches: occurrences.map(({ span }) => span).filter((span) => contains(unit.span, span)),
    terms,
  };
}
