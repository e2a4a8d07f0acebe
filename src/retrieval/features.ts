import type { AnswerType, Question } from '../question/question.ts';
import { contains } from '../text/span.ts';
import type { Term } from '../text/terms.ts';
import { answersType, isName, mayAnswer } from './answer-type.ts';
import { CONSENSUS_FEATURES, NO_CONSENSUS } from './consensus.ts';
import {
  heldOf,
  inBestSentence,
  inBestWindow,
  maskOf,
  numbers,
  pairs,
  placesOf,
  rarest,
  sameForm,
  weightHeld,
  worstMissing,
} from './coverage.ts';
import type { Nearness } from './meaning.ts';
import { coverageOf, type Occurrence } from './occurrences.ts';
import type { Passage } from './retrieve.ts';
import type { SearchQuery } from './search-query.ts';
import { dayOf, nearnessInTime, type Time } from './time.ts';
import type { Unit } from './units.ts';

/** What the ranker weighs; each lies in 0 to 1 unless told otherwise. */
export const FEATURES = [
  /** Question words, by rarity, in the quotation. */
  'coverage',
  /** … in its best sentence alone. */
  'coverageOfSentence',
  /** … in what is said there, without who says it and how. */
  'coverageOfContents',
  'coverageOfParagraph',
  /** … or in its headline or section heading. */
  'coverageWithHeadings',
  /** … or in the paragraphs beside it. */
  'coverageAround',
  /** … or anywhere in the article. */
  'coverageOfArticle',
  'coverageOfHeadline',
  /** … within some twenty words of each other. */
  'coverageOfWindow',
  /** The other way: the share of the headline's words that the question holds. */
  'headlineAsked',
  /** How the article's best paragraph compares with the best of all. */
  'standing',
  /** The term that tells most of those missing, by its share of the question. */
  'worstMissing',
  /** Words adjacent in the question that stand within a few words of each other here. */
  'proximity',
  /** … and directly beside each other, in order. */
  'order',
  /** Question words in the very form asked. */
  'sameForm',
  /** Numbers of the question in the quotation. */
  'numbers',
  /** As `coverageWithHeadings`, by squared rarity: whether the words that tell most are there. */
  'rarest',
  /** As `coverageWithHeadings`, for words that the question writes with a capital. */
  'names',
  /** … of those in the sentence that asks, where others lead up to it. */
  'asked',
  /** BM25 of the paragraph, as a share of the most it can be. */
  'frequency',
  /** … of the quotation: the same words in fewer others. */
  'density',
  /** BM25 of the paragraph and half that of its headings, not as a share: long questions tell more. */
  'amount',
  /** What words of near meaning in the paragraph or its headings add to `coverageWithHeadings`. */
  'related',
  /** Whether paragraph and headline are about the same as the question, by the mean of their words. */
  'topic',
  /** The same, as far as the question's own words are missing. */
  'topicInstead',
  'speaker',
  'speakerMember',
  'act',
  'attributed',
  /** 1 for the first paragraph, falling. */
  'early',
  /** The quotation holds the kind of thing asked for, which the question does not. */
  'answerType',
  /** … and the share of the question, by rarity, that stands within a dozen words of it. */
  'answerNear',
  /** Names in the quotation that the question does not hold, four at most, over 4. */
  'newNames',
  /** The same for numbers, over 2. */
  'newNumbers',
  /** `newNames` where a person, a thing or a place is asked for, and `newNumbers` where a number or a date is. */
  'namesAsked',
  'numbersAsked',
  /** 1 at the time asked about, or else on the day of the question, falling with distance; 0 without dates. */
  'recent',
  /** The same, falling a third as fast. */
  'lately',
  /** Short ones lower: natural logarithm of the characters, over 7. */
  'length',
  ...CONSENSUS_FEATURES,
] as const;

export type Feature = (typeof FEATURES)[number];
export type FeatureValues = Readonly<Record<Feature, number>>;

/** What is known of one candidate before it is weighed. */
export interface Evidence {
  readonly question: Question;
  readonly query: SearchQuery;
  /** All stems that word a term of the question. */
  readonly asked: ReadonlySet<string>;
  readonly passage: Passage;
  readonly unit: Unit;
  readonly terms: readonly Term[];
  readonly occurrences: readonly Occurrence[];
  /** Occurrences in the headline and the section heading. */
  readonly headline: readonly Occurrence[];
  readonly section: readonly Occurrence[];
  readonly headlineTerms: readonly Term[];
  /** Bit masks of the terms that the article, and that the paragraphs here and beside hold. */
  readonly heldByArticle: number;
  readonly heldAround: number;
  readonly standing: number;
  readonly time: Time | null;
  readonly nearness: Nearness;
}

export function featuresOf(evidence: Evidence): FeatureValues {
  const { query, occurrences, unit, passage, headline, section } = evidence;
  const inside = occurrences.filter(({ span }) => contains(unit.span, span));
  const terms = evidence.terms.filter(({ span }) => contains(unit.span, span));
  const withHeadings = [...occurrences, ...headline, ...section];
  const covered = coverageOf(query, withHeadings);
  const heldHere = maskOf(withHeadings);
  const places = placesOf(inside);
  const isAsked = ({ stem }: Term) => evidence.asked.has(stem);
  const { body, datePublished } = passage.article;
  const recent = nearnessInTime(dayOf(datePublished), evidence.time);
  return {
    coverage: coverageOf(query, inside),
    coverageOfSentence: inBestSentence(query, passage, inside),
    coverageOfContents: coverageOf(query, inContents(unit, inside)),
    coverageOfParagraph: coverageOf(query, occurrences),
    coverageWithHeadings: covered,
    coverageAround: weightHeld(query, evidence.heldAround | heldHere),
    coverageOfArticle: weightHeld(query, evidence.heldByArticle | heldHere),
    coverageOfHeadline: coverageOf(query, headline),
    coverageOfWindow: inBestWindow(query, occurrences),
    headlineAsked: shareOf(evidence.headlineTerms, isAsked),
    standing: evidence.standing,
    worstMissing: worstMissing(query, heldHere),
    proximity: pairs(query, places, (gap) => Math.abs(gap) <= 4),
    order: pairs(query, places, (gap) => gap === 1),
    sameForm: sameForm(query, inside, evidence.terms),
    numbers: numbers(query, inside),
    rarest: rarest(query, withHeadings),
    names: heldOf(query, heldHere, ({ isName }) => isName),
    asked: heldOf(query, maskOf(occurrences), ({ isAsked }) => isAsked),
    frequency: frequency(query, occurrences, evidence.terms.length),
    density: frequency(query, inside, 3 * terms.length),
    amount: amount(evidence),
    related: evidence.nearness.related,
    topic: evidence.nearness.topic,
    topicInstead: evidence.nearness.topic * (1 - covered),
    speaker: unit.match === 'same' ? 1 : 0,
    speakerMember: unit.match === 'member' ? 1 : 0,
    act:
      evidence.question.act !== undefined && unit.attribution?.act === evidence.question.act
        ? 1
        : 0,
    attributed: unit.attribution === null ? 0 : 1,
    early: 1 / passage.paragraph.number,
    ...newsIn(evidence, terms, isAsked),
    answerType: answersType(evidence.question, { body, span: unit.span, terms }, isAsked) ? 1 : 0,
    answerNear: answerNear(evidence, isAsked),
    recent,
    lately: Math.cbrt(recent),
    length: Math.log(1 + unit.span.end - unit.span.start) / 7,
    ...NO_CONSENSUS,
  };
}

const inContents = ({ contents }: Unit, occurrences: readonly Occurrence[]): Occurrence[] =>
  occurrences.filter(({ span }) => contents.some((content) => contains(content, span)));

const shareOf = (terms: readonly Term[], isAsked: (term: Term) => boolean): number =>
  terms.length === 0 ? 0 : terms.filter(isAsked).length / terms.length;

/** Terms of a paragraph of middling length. */
const MEAN_TERMS = 30;
const K = 1.2;
const B = 0.5;

function frequency(query: SearchQuery, occurrences: readonly Occurrence[], length: number): number {
  const counts: number[] = new Array(query.terms.length).fill(0);
  for (const { term, worth } of occurrences) counts[term] = (counts[term] ?? 0) + worth;
  const norm = K * (1 - B + (B * length) / MEAN_TERMS);
  return query.terms.reduce((sum, { weight }, at) => {
    const count = counts[at] ?? 0;
    return sum + (weight * count) / (count + norm);
  }, 0);
}

/** Brings sums of rarities (up to 8 a word) into the range of the other features. */
const AMOUNT_SCALE = 20;

function amount({ query, occurrences, headline, section, terms }: Evidence): number {
  const headings = [...headline, ...section];
  const share =
    frequency(query, occurrences, terms.length) + frequency(query, headings, MEAN_TERMS) / 2;
  return (share * query.rarity) / AMOUNT_SCALE;
}

const ASKS_FOR_NAME: ReadonlySet<AnswerType> = new Set(['who', 'which', 'where', 'what']);
const ASKS_FOR_NUMBER: ReadonlySet<AnswerType> = new Set(['how-many', 'when']);

function newsIn(
  { question: { answerType }, passage }: Evidence,
  terms: readonly Term[],
  isAsked: (term: Term) => boolean,
): Pick<FeatureValues, 'newNames' | 'newNumbers' | 'namesAsked' | 'numbersAsked'> {
  const { body } = passage.article;
  const fresh = terms.filter((term) => !isAsked(term));
  const names = new Set(fresh.filter(({ span }) => isName(body, span)).map(({ stem }) => stem));
  const numbers = new Set(fresh.map(({ stem }) => stem).filter((stem) => /^\d/.test(stem)));
  const newNames = Math.min(4, names.size) / 4;
  const newNumbers = Math.min(2, numbers.size) / 2;
  return {
    newNames,
    newNumbers,
    namesAsked: ASKS_FOR_NAME.has(answerType) ? newNames : 0,
    numbersAsked: ASKS_FOR_NUMBER.has(answerType) ? newNumbers : 0,
  };
}

/** Terms on either side within which question and answer belong together. */
const NEAR = 12;

function answerNear(
  { question, query, passage, unit, terms, occurrences }: Evidence,
  isAsked: (term: Term) => boolean,
): number {
  const { body } = passage.article;
  let best = 0;
  terms.forEach((term, at) => {
    if (!contains(unit.span, term.span) || !mayAnswer(question.answerType, body, term)) return;
    if (isAsked(term)) return;
    const near = occurrences.filter((one) => Math.abs(one.at - at) <= NEAR);
    best = Math.max(best, coverageOf(query, near));
  });
  return best;
}
