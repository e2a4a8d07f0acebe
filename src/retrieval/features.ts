import type { AnswerType, Question } from '../question/question.ts';
import { contains, type Span, slice } from '../text/span.ts';
import type { Term } from '../text/terms.ts';
import type { Nearness } from './meaning.ts';
import { coverageOf, type Occurrence } from './occurrences.ts';
import type { Passage } from './retrieve.ts';
import type { SearchQuery } from './search-query.ts';
import type { Unit } from './units.ts';

/** What the ranker weighs; each lies in 0 to 1 unless told otherwise. */
export const FEATURES = [
  /** Question words, by rarity, in the quotation. */
  'coverage',
  /** … in its best sentence alone. */
  'coverageOfSentence',
  'coverageOfParagraph',
  /** … or in its headline or section heading. */
  'coverageWithHeadings',
  /** … or anywhere in the article. */
  'coverageOfArticle',
  'coverageOfHeadline',
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
  /** Names in the quotation that the question does not hold, four at most, over 4. */
  'newNames',
  /** The same for numbers, over 2. */
  'newNumbers',
  /** 1 on the day of the question, falling with distance; 0 without dates. */
  'recent',
  /** Short ones lower: natural logarithm of the characters, over 7. */
  'length',
] as const;

export type Feature = (typeof FEATURES)[number];
export type FeatureValues = Readonly<Record<Feature, number>>;

/** What is known of one candidate before it is weighed. */
export interface Evidence {
  readonly question: Question;
  readonly query: SearchQuery;
  readonly passage: Passage;
  readonly unit: Unit;
  readonly terms: readonly Term[];
  readonly occurrences: readonly Occurrence[];
  /** Occurrences in the headline and the section heading. */
  readonly headline: readonly Occurrence[];
  readonly section: readonly Occurrence[];
  /** Bit mask of the terms that the article holds. */
  readonly heldByArticle: number;
  readonly asOf: string;
  readonly nearness: Nearness;
}

export function featuresOf(evidence: Evidence): FeatureValues {
  const { query, occurrences, unit, passage, headline, section } = evidence;
  const inside = occurrences.filter(({ span }) => contains(unit.span, span));
  const terms = evidence.terms.filter(({ span }) => contains(unit.span, span));
  const covered = coverageOf(query, [...occurrences, ...headline, ...section]);
  return {
    coverage: coverageOf(query, inside),
    coverageOfSentence: inBestSentence(query, passage, inside),
    coverageOfParagraph: coverageOf(query, occurrences),
    coverageWithHeadings: covered,
    coverageOfArticle: weightHeld(query, evidence.heldByArticle),
    coverageOfHeadline: coverageOf(query, headline),
    proximity: pairs(query, inside, (gap) => Math.abs(gap) <= 4),
    order: pairs(query, inside, (gap) => gap === 1),
    sameForm: sameForm(query, inside, evidence.terms),
    numbers: numbers(query, inside),
    rarest: rarest(query, [...occurrences, ...headline, ...section]),
    names: namesHeld(evidence),
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
    ...newsIn(evidence, terms),
    answerType: answersType(evidence.question.answerType, evidence, terms) ? 1 : 0,
    recent: recent(passage.article.datePublished, evidence.asOf),
    length: Math.log(1 + unit.span.end - unit.span.start) / 7,
  };
}

function weightHeld({ terms }: SearchQuery, held: number): number {
  return terms.reduce((sum, { weight }, at) => sum + ((held >> at) & 1 ? weight : 0), 0);
}

function inBestSentence(
  query: SearchQuery,
  { paragraph }: Passage,
  occurrences: readonly Occurrence[],
): number {
  let best = 0;
  let from = 0;
  for (const { end } of paragraph.sentences) {
    let to = from;
    while (to < occurrences.length && (occurrences[to]?.span.end ?? 0) <= end) to++;
    if (to > from) best = Math.max(best, coverageOf(query, occurrences.slice(from, to)));
    from = to;
  }
  return best;
}

/** Share of adjacent word pairs of the question, by weight, for which some occurrences are `near`. */
function pairs(
  { terms }: SearchQuery,
  occurrences: readonly Occurrence[],
  near: (gap: number) => boolean,
): number {
  const places = placesOf(terms.length, occurrences);
  let found = 0;
  let all = 0;
  for (let at = 0; at + 1 < terms.length; at++) {
    const weight = (terms[at]?.weight ?? 0) + (terms[at + 1]?.weight ?? 0);
    all += weight;
    const seconds = places[at + 1] ?? [];
    const meet = places[at]?.some((one) => seconds.some((other) => near(other - one))) ?? false;
    if (meet) found += weight;
  }
  return all === 0 ? 0 : found / all;
}

/** Where each term occurs, by position among the terms of the text. */
function placesOf(terms: number, occurrences: readonly Occurrence[]): number[][] {
  const places: number[][] = Array.from({ length: terms }, () => []);
  for (const { term, at } of occurrences) places[term]?.push(at);
  return places;
}

function sameForm(
  query: SearchQuery,
  occurrences: readonly Occurrence[],
  terms: readonly Term[],
): number {
  const same = occurrences.filter(({ term, at }) => terms[at]?.word === query.terms[term]?.word);
  return coverageOf(query, same);
}

function numbers(query: SearchQuery, occurrences: readonly Occurrence[]): number {
  const asked = query.terms.flatMap(({ word }, at) => (/\d/.test(word) ? [at] : []));
  if (asked.length === 0) return 0;
  return asked.filter((at) => occurrences.some(({ term }) => term === at)).length / asked.length;
}

/** Terms of a paragraph of middling length. */
const MEAN_TERMS = 30;
const K = 1.2;
const B = 0.5;

function frequency(query: SearchQuery, occurrences: readonly Occurrence[], length: number): number {
  const counts = new Float64Array(query.terms.length);
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

function rarest({ terms }: SearchQuery, occurrences: readonly Occurrence[]): number {
  const held = new Set(occurrences.map(({ term }) => term));
  let found = 0;
  let all = 0;
  terms.forEach(({ weight }, at) => {
    all += weight * weight;
    if (held.has(at)) found += weight * weight;
  });
  return all === 0 ? 0 : found / all;
}

function namesHeld({ query, occurrences, headline, section }: Evidence): number {
  const held = new Set([...occurrences, ...headline, ...section].map(({ term }) => term));
  let found = 0;
  let all = 0;
  query.terms.forEach(({ weight, isName }, at) => {
    if (!isName) return;
    all += weight;
    if (held.has(at)) found += weight;
  });
  return all === 0 ? 0 : found / all;
}

const DATE_WORD =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|century|decade|1[5-9]\d\d|20\d\d)\b/i;
const PLACE = /\b(?:in|at|near|from|to|outside|across)\s+(?:the\s+)?\p{Lu}\p{L}+/u;
const REASON = /\b(?:because|due to|since|in order|so that|after|caused|reason|citing|amid)\b/i;

function answersType(type: AnswerType, evidence: Evidence, terms: readonly Term[]): boolean {
  const { passage, unit, query } = evidence;
  const text = slice(passage.article.body, unit.span);
  const asked = new Set(query.terms.map(({ word }) => word));
  switch (type) {
    case 'who':
      return terms.some((term) => !asked.has(term.word) && isName(passage.article.body, term.span));
    case 'when':
      return DATE_WORD.test(text);
    case 'where':
      return PLACE.test(text);
    case 'how-many':
      return terms.some(({ stem, word }) => /\d/.test(stem) && !asked.has(word));
    case 'why':
      return REASON.test(text);
    case 'yes-no':
    case 'what':
      return false;
  }
}

function newsIn(
  { query, passage }: Evidence,
  terms: readonly Term[],
): Pick<FeatureValues, 'newNames' | 'newNumbers'> {
  const asked = new Set(query.terms.flatMap(({ ways }) => ways.flatMap(({ stems }) => stems)));
  const fresh = terms.filter(({ stem }) => !asked.has(stem));
  const { body } = passage.article;
  const names = new Set(fresh.filter(({ span }) => isName(body, span)).map(({ stem }) => stem));
  const numbers = new Set(fresh.map(({ stem }) => stem).filter((stem) => /^\d/.test(stem)));
  return { newNames: Math.min(4, names.size) / 4, newNumbers: Math.min(2, numbers.size) / 2 };
}

/** A capital after a lower-case word. */
const isName = (body: string, { start }: Span): boolean =>
  /\p{Lu}/u.test(body[start] ?? '') &&
  /[\p{Ll},] $/u.test(body.slice(Math.max(0, start - 2), start));

const DAY = 86_400_000;
const HALF_LIFE_DAYS = 14;

function recent(published: string | undefined, asOf: string): number {
  if (published === undefined) return 0;
  const days = (Date.parse(asOf) - Date.parse(published)) / DAY;
  return Number.isNaN(days) ? 0 : 2 ** (-Math.abs(days) / HALF_LIFE_DAYS);
}
