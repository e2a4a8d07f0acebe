import type { Speaker } from '../attribution/attribution.ts';
import type { AskedSpeaker } from './question.ts';

/** A speaker of the corpus, one entry for all articles in which the name is the same. */
export interface KnownSpeaker {
  readonly speaker: Speaker;
  /** Attributions that rest on this speaker. */
  readonly statements: number;
  readonly articles: number;
}

/** What a question is read against: whom and what the corpus knows. */
export interface Lexicon {
  /** Most quoted first. */
  readonly speakers: readonly KnownSpeaker[];
  readonly publishers: readonly string[];
  /** Folded abbreviation to folded expansions, and back, as the corpus explains them ("unmanned aerial vehicles (UAVs)"). */
  readonly expansions: ReadonlyMap<string, readonly string[]>;
  /** In how many articles any inflection of the folded word stands; 0 for a word the corpus does not hold. */
  articlesWith(word: string): number;
  /** How many statements in the corpus are by the one asked for, or by somebody who speaks for it. */
  statementsBy(asked: AskedSpeaker): number;
}
