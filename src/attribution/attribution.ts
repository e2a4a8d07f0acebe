import type { Span } from '../text/span.ts';

/** Said in the speaker's own words, reported by the article, or both. */
export type AttributionKind = 'direct' | 'indirect' | 'mixed';

/**
 * What the cue does: the verb's speech act, coarse enough to ask for ("did X deny …", "what did X threaten").
 * `say` is the plain report; `believe` an attitude; `no-comment` a silence that the article reports.
 */
export type SpeechAct =
  | 'say'
  | 'claim'
  | 'confirm'
  | 'deny'
  | 'announce'
  | 'warn'
  | 'threaten'
  | 'promise'
  | 'accuse'
  | 'demand'
  | 'ask'
  | 'suggest'
  | 'criticise'
  | 'praise'
  | 'agree'
  | 'oppose'
  | 'believe'
  | 'want'
  | 'order'
  | 'expect'
  | 'no-comment'
  | 'unverified';

/** Spans found by the extractor (PARC 3.0 / PolNeAR): in one body, each list in order, segments trimmed. */
export interface AttributionSpans {
  /** Empty where the text names no source ("it was reported that"). */
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** Whom sources name, after resolution within one article. */
export interface Speaker {
  /** The fullest name or description the article gives, in the article's words ("Russian President Vladimir Putin"). */
  readonly name: string;
  readonly type: 'person' | 'organisation' | 'government' | 'group' | 'unnamed';
  /** Forms by which a question may name this speaker, folded: full name, surname, abbreviation, aliases. */
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-2 codes, or folded names of organisations, for whom this speaker speaks (Putin: RU). */
  readonly memberOf: readonly string[];
  /** ISO 3166-1 alpha-2, where the speaker is a country or its government as such ("Russia", "Moscow", "Washington"). */
  readonly country?: string;
  /** Those who speak together ("Smith and Jones"). */
  readonly parts?: readonly Speaker[];
}

export interface Attribution extends AttributionSpans {
  readonly kind: AttributionKind;
  readonly act: SpeechAct;
  /** Null where the text does not say, or where two speakers fit (then `candidates` has them). */
  readonly speaker: Speaker | null;
  readonly candidates: readonly Speaker[];
  /** Who carried it: in "the ministry said, according to state media", state media. Outermost last. */
  readonly via: readonly Speaker[];
}
