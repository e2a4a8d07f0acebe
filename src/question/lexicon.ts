import type { Speaker } from '../attribution/attribution.ts';
import type { AskedSpeaker } from './question.ts';

/** A speaker of the corpus, one entry for all articles in which the name is the same. */
export interface KnownSpeaker {
  readonly speaker: Speaker;
  /** Attributions that rest on this speaker. */
  readonly statements: number;
}

/** The names by which the corpus' speakers go. */
export interface SpeakerNames {
  /** Whether a speaker goes by just this phrase, as `phraseKey` makes it. */
  hasPhrase(key: string): boolean;
  /** Whether the word is part of a name. */
  hasWord(word: string): boolean;
  /** Words of names which, by their letters, `edits` edits may part from `word`; with the statements behind them. */
  wordsNear(word: string, edits: number): { readonly name: string; readonly statements: number }[];
  /**
   * Speakers whose names or descriptions hold one stem of each of `words`, most quoted first, `most` of them. A word
   * comes as the stems of all ways to say it.
   */
  describedBy(words: readonly (readonly string[])[], most: number): Speaker[];
}

/** What a question is read against: whom and what the corpus knows. */
export interface Lexicon {
  /** Most quoted first, `most` of them. */
  mostQuoted(most: number): KnownSpeaker[];
  /** The speaker of this very name; null for a name that nobody quoted bears. */
  speakerCalled(name: string): KnownSpeaker | null;
  readonly names: SpeakerNames;
  readonly publishers: readonly string[];
  /** Folded abbreviation to folded expansions, and back, as the corpus explains them ("unmanned aerial vehicles (UAVs)"). */
  readonly expansions: ReadonlyMap<string, readonly string[]>;
  /** In how many articles any inflection of the folded word stands; 0 for a word the corpus does not hold. */
  articlesWith(word: string): number;
  /** How many statements in the corpus are by the one asked for, or by somebody who speaks for it. */
  statementsBy(asked: AskedSpeaker): number;
}
