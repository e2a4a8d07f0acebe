import type { FeatureValues } from './features.ts';
import type { Hit } from './retrieve.ts';
import type { SearchQuery } from './search-query.ts';

/** What tells an answer from a coincidence; each about 0 to 1. */
export const SIGNS = [
  'coverage',
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
  'frequency',
  'answerType',
  'recent',
  'attributed',
  'act',
  'member',
  /** Everything asked for is in the quotation. */
  'complete',
  /** The share of the question, by rarity, that the corpus does not know at all. */
  'unknown',
  /** How far the first hit leads the second, 1 at most. */
  'lead',
  /** How far it leads the first hit of another article. */
  'leadOverOthers',
  /** How much more of the question a hit of another speaker holds. */
  'elsewhere',
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

/** Null where nothing was found. */
export function signsOf(query: SearchQuery, hits: readonly Hit[]): Signs | null {
  const [first, second] = hits;
  if (first === undefined) return null;
  const value = valuesOf(first);
  const { article } = first.passage;
  const other = hits.find(({ passage }) => passage.article !== article);
  const unheard = hits.find(({ speakerMatch }) => speakerMatch === null);
  return {
    coverage: value.coverage,
    coverageOfParagraph: value.coverageOfParagraph,
    coverageWithHeadings: value.coverageWithHeadings,
    coverageOfArticle: value.coverageOfArticle,
    coverageOfHeadline: value.coverageOfHeadline,
    rarest: value.rarest,
    names: value.names,
    numbers: value.numbers,
    proximity: value.proximity,
    order: value.order,
    sameForm: value.sameForm,
    related: value.related,
    topic: value.topic,
    frequency: value.frequency,
    answerType: value.answerType,
    recent: value.recent,
    attributed: value.attributed,
    act: value.act,
    member: value.speakerMember,
    complete: value.coverage > 0.999 ? 1 : 0,
    unknown: query.terms.reduce((sum, { known, weight }) => sum + (known ? 0 : weight), 0),
    lead: lead(first, second),
    leadOverOthers: lead(first, other),
    elsewhere:
      first.speakerMatch === null || unheard === undefined
        ? 0
        : Math.max(0, unheard.coverage - first.coverage),
    score: first.score / 30,
    terms: Math.log(1 + query.terms.length) / 3,
    rarity: query.rarity / 30,
  };
}

/** Probability by `calibration`. */
export function probability(signs: Signs, { bias, weights }: Calibration): number {
  const sum = SIGNS.reduce((total, sign) => total + signs[sign] * weights[sign], bias);
  return 1 / (1 + Math.exp(-sum));
}

/** Score differences of a few points settle the order. */
const CLEAR_LEAD = 5;

const lead = (first: Hit, second: Hit | undefined): number =>
  second === undefined ? 1 : Math.max(-1, Math.min(1, (first.score - second.score) / CLEAR_LEAD));

const valuesOf = ({ features }: Hit): FeatureValues =>
  Object.fromEntries(features.map(({ feature, value }) => [feature, value])) as FeatureValues;
