import { CONSENSUS_FEATURES } from '../../src/retrieval/consensus.ts';
import { FEATURES, type Feature } from '../../src/retrieval/features.ts';
import { trainRanker } from './rank-model.ts';
import type { Example } from './ranking-examples.ts';

/** Signs of character or of chance, not of merit: their weights may be negative. */
const FREE: ReadonlySet<string> = new Set([
  'length',
  'early',
  'attributed',
  'answerType',
  'newNames',
  'newNumbers',
  'worstMissing',
]);

const OPTIONS = {
  features: FEATURES.length,
  helping: new Set(FEATURES.flatMap((feature, at) => (FREE.has(feature) ? [] : [at]))),
  fixed: new Map<number, number>([
    [FEATURES.indexOf('speaker'), 1.2],
    [FEATURES.indexOf('speakerMember'), 0.6],
  ]),
  rate: 0.3,
};

/** One set of weights each: for what a speaker says, for news, for claims that somebody pasted, and for all else. */
type RankerName = 'statements' | 'news' | 'claims' | 'others';
type Rankers = Readonly<Record<RankerName, Float64Array>>;

export const rankerOf = ({ dated, spoken, pasted }: Example): RankerName => {
  if (spoken) return 'statements';
  if (pasted) return 'claims';
  return dated ? 'news' : 'others';
};

/** What others' questions count for in the weights of news and of claims: alone, their own are few. */
const ELSEWHERE = 0.1;
/**
 * Only news are compared, once they are ranked; a headline that says no more than asked is good for a claim alone;
 * news may stand in what is said or beside it.
 */
const UNUSED: Readonly<Record<RankerName, readonly Feature[]>> = {
  news: ['headlineAsked', 'coverageOfContents'],
  claims: CONSENSUS_FEATURES,
  statements: ['headlineAsked', ...CONSENSUS_FEATURES],
  others: ['headlineAsked', ...CONSENSUS_FEATURES],
};

/** Weights by gradient descent of so many rounds, drawn to 0 by `decay`. */
export function rankersFor(
  taught: readonly Example[],
  training: { readonly rounds: number; readonly decay: number },
): Rankers {
  const weightsOf = (name: RankerName): Float64Array => {
    const unused = UNUSED[name].map((feature) => [FEATURES.indexOf(feature), 0] as const);
    return trainRanker(taught, {
      ...OPTIONS,
      ...training,
      fixed: new Map([...OPTIONS.fixed, ...unused]),
      worthOf: (example) => (name === 'others' || rankerOf(example) === name ? 1 : ELSEWHERE),
    });
  };
  return {
    statements: weightsOf('statements'),
    news: weightsOf('news'),
    claims: weightsOf('claims'),
    others: weightsOf('others'),
  };
}
