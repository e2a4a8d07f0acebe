import type { SpeechAct } from '../attribution/attribution.ts';

/** Inclusive ISO dates; a missing end is open. */
export interface DateRange {
  readonly from?: string;
  readonly to?: string;
}

/** Whom the question asks about, as far as the question alone tells. */
export interface AskedSpeaker {
  /** As the asker wrote it, or as the corpus spells it where the asker mistyped it. */
  readonly text: string;
  /** Folded forms that may name this speaker in an article. */
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-2, where the name is a country, its demonym, capital or seat of government. */
  readonly country?: string;
}

export type AnswerType =
  | 'who'
  | 'which'
  | 'when'
  | 'where'
  | 'how-many'
  | 'yes-no'
  | 'why'
  | 'what';

/** What is asked, parsed. */
export interface Question {
  /** As asked, white space collapsed. */
  readonly text: string;
  /** Folded words to search for, in order, without stop words, without those that name the speaker or the speech act. */
  readonly terms: readonly string[];
  /**
   * Other ways to write a term, or several adjacent terms joined by blanks: abbreviation ("uav"), expansion
   * ("unmanned aerial vehicle"), British or American spelling. Folded; each worth as much as the asker's own.
   */
  readonly variants: Readonly<Record<string, readonly string[]>>;
  /** Literal phrases ("…"): must stand in the quotation but for case, quote marks, dashes and white space. */
  readonly phrases: readonly string[];
  readonly speaker?: AskedSpeaker;
  /** "What did X and Y say": the others, each asked in turn. */
  readonly alsoSpeakers?: readonly AskedSpeaker[];
  readonly act?: SpeechAct;
  /** Days of publication: nothing else is admitted. */
  readonly dates?: DateRange;
  /** When what is asked about happened: articles of these days come first, others may still tell. */
  readonly period?: DateRange;
  readonly publisher?: string;
  readonly answerType: AnswerType;
  /** Somebody else's words were pasted: what is wanted is what the corpus says of the same matter. */
  readonly isPasted?: true;
}

/** What surrounds a question: the day it is asked (ISO date) and the thread so far, oldest first. */
export interface AskContext {
  readonly asOf: string;
  readonly previous: readonly string[];
}
