import type { FeatureValues } from './features.ts';
import type { SearchQuery } from './search-query.ts';

/** What tells an answer from a coincidence; each about 0 to 1. */
export const SIGNS = [
  'coverage',
  'coverageOfSentence',
  'coverageOfContents',
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
  'lately',
  'newNames',
  'newNumbers',
  'answerNear',
  'standing',
  'worstMissing',
  'coverageAround',
  'coverageOfWindow',
  'agreed',
  'agreedNames',
  'headlineNames',
  'kindHeld',
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
  /** The weight of the first hit among all, by their scores: 1 where no other comes near. */
  'share',
  /** … and of its article. */
  'shareOfArticle',
  /** How many articles hold nearly as much of the question: logarithm, over 3. */
  'rivals',
  /** The ranker's score of the first hit, over 30. */
  'score',
  /** Logarithm of the number of terms, over 3. */
  'terms',
  /** How much the question tells: its summed rarity, over 30. */
  'rarity',
  /** The share of its heaviest term, and whether it holds names and numbers. */
  'heaviest',
  'asksName',
  'asksNumber',
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
  /** The share of its heaviest term. */
  readonly heaviest: number;
  readonly holdsName: boolean;
  readonly holdsNumber: boolean;
}

export const tellingOf = ({ terms, rarity }: SearchQuery): Telling => {
  return {
    unknown: terms.reduce((sum, { known, weight }) => sum + (known ? 0 : weight), 0),
    terms: terms.length,
    rarity,
    heaviest: Math.max(0, ...terms.map(({ weight }) => weight)),
    holdsName: terms.some(({ isName }) => isName),
    holdsNumber: terms.some(({ word }) => /\d/.test(word)),
  };
};

/** Null where nothing was found. `hits` are best first. */
export function signsOf(
  { unknown, terms, rarity, heaviest, holdsName, holdsNumber }: Telling,
  hits: readonly Weighed[],
): Signs | null {
  const [first, second] = hits;
  if (first === undefined) return null;
  const { values } = first;
  const other = hits.find(({ article }) => article !== first.article);
  return {
    coverage: values.coverage,
    coverageOfSentence: values.coverageOfSentence,
    coverageOfContents: values.coverageOfContents,
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
    lately: values.lately,
    newNames: values.newNames,
    newNumbers: values.newNumbers,
    answerNear: values.answerNear,
    standing: values.standing,
    worstMissing: values.worstMissing,
    coverageAround: values.coverageAround,
    coverageOfWindow: values.coverageOfWindow,
    agreed: values.agreed,
    agreedNames: values.agreedNames,
    headlineNames: values.headlineNames,
    kindHeld: values.kindHeld,
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
    ...standingAmong(hits, first),
    score: first.score / 30,
    terms: Math.log(1 + terms) / 3,
    rarity: rarity / 30,
    heaviest,
    asksName: holdsName ? 1 : 0,
    asksNumber: holdsNumber ? 1 : 0,
  };
}

/** A rival's share of what the first hit covers. */
const NEARLY = 0.8;

function standingAmong(
  hits: readonly Weighed[],
  first: Weighed,
): Pick<Signs, 'share' | 'shareOfArticle' | 'rivals'> {
  const rivals = new Set<unknown>();
  let all = 0;
  let own = 0;
  for (const { values, score, article } of hits) {
    const mass = Math.exp(score - first.score);
    all += mass;
    if (article === first.article) own += mass;
    if (values.coverageWithHeadings >= NEARLY * first.values.coverageWithHeadings)
      rivals.add(article);
  }
  return { share: 1 / all, shareOfArticle: own / all, rivals: Math.log(1 + rivals.size) / 3 };
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
