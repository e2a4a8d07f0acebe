import type { FeatureValues } from './features.ts';
import type { SearchQuery } from './search-query.ts';

/** What tells an answer from a coincidence; each about 0 to 1. */
export const SIGNS = [
  'coverage',
  'coverageOfSentence',
  'coverageOfParagraph',
  'coverageWithHeadings',
  'coverageOfArticle',
  'coverageOfHeadline',
  'rarest',
  'names',
  'numbers',
  'proximity',
  'order',
  'sameForm',
  'related',
  'topic',
  'topicInstead',
  'frequency',
  'answerType',
  'recent',
  /** The article has no date, so that nothing is known of its age. */
  'undated',
  'newNames',
  'newNumbers',
  'attributed',
  'act',
  'member',
  /** Everything asked for is in the quotation. */
  'complete',
  /** Squares: the last words missing tell more than the first. */
  'coverageSquared',
  'coverageOfSentenceSquared',
  'coverageWithHeadingsSquared',
  'rarestSquared',
  /** What the words and those near in meaning hold together, squared. */
  'understoodSquared',
  /** The share of the question, by rarity, that the corpus does not know at all. */
  'unknown',
  /** How far the first hit leads the second, 1 at most. */
  'lead',
  /** How far it leads the first hit of another article. */
  'leadOverOthers',
  /** The ranker's score of the first hit, over 30. */
  'score',
  /** Logarithm of the number of terms, over 3. */
  'terms',
  /** How much the question tells: its summed rarity, over 30. */
  'rarity',
] as const;

export type Sign = (typeof SIGNS)[number];
export type Signs = Readonly<Record<Sign, number>>;

/** A logistic model. */
export interface Calibration {
  readonly bias: number;
  readonly weights: Readonly<Record<Sign, number>>;
}

/** What the signs need of a ranked hit. */
export interface Weighed {
  readonly values: FeatureValues;
  readonly score: number;
  /** Tells hits of one article from those of others. */
  readonly article: unknown;
}

/** What the signs need of the question. */
export interface Telling {
  /** The share of the question, by rarity, that the corpus does not know at all. */
  readonly unknown: number;
  readonly terms: number;
  readonly rarity: number;
}

export const tellingOf = ({ terms, rarity }: SearchQuery): Telling => {
  const unknown = terms.reduce((sum, { known, weight }) => sum + (known ? 0 : weight), 0);
  return { unknown, terms: terms.length, rarity };
};

/** Null where nothing was found. `hits` are best first. */
export function signsOf(
  { unknown, terms, rarity }: Telling,
  hits: readonly Weighed[],
): Signs | null {
  const [first, second] = hits;
  if (first === undefined) return null;
  const { values } = first;
  const other = hits.find(({ article }) => article !== first.article);
  return {
    coverage: values.coverage,
    coverageOfSentence: values.coverageOfSentence,
    coverageOfParagraph: values.coverageOfParagraph,
    coverageWithHeadings: values.coverageWithHeadings,
    coverageOfArticle: values.coverageOfArticle,
    coverageOfHeadline: values.coverageOfHeadline,
    rarest: values.rarest,
    names: values.names,
    numbers: values.numbers,
    proximity: values.proximity,
    order: values.order,
    sameForm: values.sameForm,
    related: values.related,
    topic: values.topic,
    topicInstead: values.topicInstead,
    frequency: values.frequency,
    answerType: values.answerType,
    recent: values.recent,
    undated: values.recent === 0 ? 1 : 0,
    newNames: values.newNames,
    newNumbers: values.newNumbers,
    attributed: values.attributed,
    act: values.act,
    member: values.speakerMember,
    complete: values.coverage > 0.999 ? 1 : 0,
    coverageSquared: values.coverage ** 2,
    coverageOfSentenceSquared: values.coverageOfSentence ** 2,
    coverageWithHeadingsSquared: values.coverageWithHeadings ** 2,
    rarestSquared: values.rarest ** 2,
    understoodSquared: (values.coverageWithHeadings + values.related) ** 2,
    unknown,
    lead: lead(first, second),
    leadOverOthers: lead(first, other),
    score: first.score / 30,
    terms: Math.log(1 + terms) / 3,
    rarity: rarity / 30,
  };
}

/** Probability by `calibration`. */
export function probability(signs: Signs, { bias, weights }: Calibration): number {
  const sum = SIGNS.reduce((total, sign) => total + signs[sign] * weights[sign], bias);
  return 1 / (1 + Math.exp(-sum));
}

/** Score differences of a few points settle the order. */
const CLEAR_LEAD = 5;

const lead = (first: Weighed, second: Weighed | undefined): number =>
  second === undefined ? 1 : Math.max(-1, Math.min(1, (first.score - second.score) / CLEAR_LEAD));
