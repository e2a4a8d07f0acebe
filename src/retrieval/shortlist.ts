import type { CorpusIndex, Passage } from './retrieve.ts';
import { type Candidate, EVERY_TERM, termWeights, weightOf } from './search-engine.ts';
import { type SearchQuery, soughtBy } from './search-query.ts';
import { nearnessInTime, type Time } from './time.ts';

/** A passage worth reading closely, with what the engine knows of what surrounds it. */
export interface Shortlisted {
  readonly passage: Passage;
  /** Its place among all passages. */
  readonly position: number;
  /** Bit masks of the terms that the article, and that the passage with the paragraphs beside it, hold. */
  readonly heldByArticle: number;
  readonly heldAround: number;
  /** 0 to 1: how the article's best passage compares with the best of all. */
  readonly standing: number;
}

export interface ShortlistOptions {
  /** Passages to give at most. */
  readonly limit: number;
  /** What the question's time is: passages near it come first. */
  readonly time: Time | null;
  /** These passages and no others, whatever they hold. */
  readonly among?: ReadonlySet<number>;
}

/** How many candidates are compared for each that is read: they cost a hundredth. */
const DEEPER = 5;

/**
 * Shares of a candidate's own words, of the best passage of its article, of what stands around it and of its date
 * (chosen on news questions: the answer is among the first 80 for .95 of them, by its own words alone for .90).
 */
const SHARES = { own: 0.5, article: 0.5, around: 0.3, date: 0.4 } as const;

/** The passages to read for a question, best first as far as words and dates tell. */
export function shortlist(
  index: CorpusIndex,
  query: SearchQuery,
  { limit, time, among }: ShortlistOptions,
): Shortlisted[] {
  const sought = soughtBy(query, index.engine);
  const found = index.engine.candidates(sought, {
    limit: limit * DEEPER,
    ...(among ? { among } : {}),
  });
  const weights = termWeights(sought);
  const most = Math.max(Number.MIN_VALUE, weightOf(EVERY_TERM, weights));
  const score = (one: Placed): number =>
    SHARES.own * one.share +
    SHARES.article * one.standing +
    (SHARES.around * weightOf(one.heldAround, weights)) / most +
    SHARES.date * nearnessInTime(index.days[one.article] ?? 0, time);
  return inContext(found)
    .map((one) => ({ one, score: score(one) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ one }) => ({ ...one, passage: index.passageAt(one.position) }));
}

interface Placed extends Omit<Shortlisted, 'passage'> {
  readonly article: number;
  /** 0 to 1: the engine's score beside the best. */
  readonly share: number;
}

function inContext(found: readonly Candidate[]): Placed[] {
  const highest = Math.max(Number.MIN_VALUE, found[0]?.score ?? 0);
  const places = new Map(found.map((one) => [one.passage, one]));
  const best = new Map<number, number>();
  for (const { article, score } of found)
    best.set(article, Math.max(best.get(article) ?? 0, score));
  const beside = (position: number, article: number): number => {
    const one = places.get(position);
    return one?.article === article ? one.held : 0;
  };
  return found.map(({ passage: position, article, score, held, heldByArticle }) => {
    return {
      position,
      article,
      heldByArticle,
      heldAround: held | beside(position - 1, article) | beside(position + 1, article),
      standing: (best.get(article) ?? 0) / highest,
      share: score / highest,
    };
  });
}
