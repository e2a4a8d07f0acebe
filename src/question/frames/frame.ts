import type { SpeechAct } from '../../attribution/attribution.ts';
import type { Word } from '../words.ts';

/** Half-open range of indexes into a question's words. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** The part of a question that asks for somebody's words; the rest is its topic. */
export interface Frame {
  /** The words that name the speaker; null where anybody may speak. */
  readonly speaker: WordRange | null;
  readonly act: SpeechAct;
  /** Indexes of the words that make the frame, beside those of the speaker. */
  readonly used: readonly number[];
  /** "Who said …": the speaker is what is asked. */
  readonly asksWho: boolean;
  /** The words may as well be about a deed, or about the named one: worth a second reading without the speaker. */
  readonly soft: boolean;
}

/** Tells whether words name somebody who speaks in the corpus, or a country; `unheard`: words the corpus does not hold. */
export type Knows = (words: readonly Word[]) => 'speaker' | 'country' | 'seat' | 'unheard' | null;
