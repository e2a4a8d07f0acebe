import type { Hit } from '../retrieval/retrieve.ts';

/** Shares of what is asked that a hit and its headings hold: of the topic, and of topic and name together. */
const ON_TOPIC = 0.5;
const ALL_OF_IT = 0.9;

/**
 * What comes nearest to a question about a speaker's words: statements on the topic; then passages that name both the
 * speaker and all of the topic, where the words may be the speaker's though nothing says so; then all else, in order.
 */
export function nearestFirst(hits: readonly Hit[]): Hit[] {
  const nearness = ({ speakerMatch, coverage }: Hit): number => {
    if (speakerMatch !== null) return coverage >= ON_TOPIC ? 2 : 0;
    return coverage >= ALL_OF_IT ? 1 : 0;
  };
  return [...hits].sort((a, b) => nearness(b) - nearness(a));
}
