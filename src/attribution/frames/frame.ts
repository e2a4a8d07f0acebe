import type { Range } from './words.ts';

/** A canonical construction of attribution, by what stands where. */
export type FrameKind =
  /** "…," X said */
  | 'quotation before'
  /** "…," said X */
  | 'quotation before, inverted'
  /** The plan failed, X said. */
  | 'clause before'
  /** The plan failed, said X. */
  | 'clause before, inverted'
  /** The plan, X said, failed. */
  | 'clause around'
  /** X said that the plan failed. */
  | 'that clause'
  /** X said the plan failed. */
  | 'bare clause'
  /** X said: "…" */
  | 'quotation after'
  /** X vowed to go on. */
  | 'infinitive'
  /** X denied failing. */
  | 'gerund'
  /** X condemned the plan. */
  | 'thing'
  /** According to X, the plan failed. */
  | 'according to, before'
  /** The plan failed, according to X. */
  | 'according to, after'
  /** As X said, the plan failed. */
  | 'as'
  /** With X saying the plan failed, … */
  | 'with'
  /** X left, saying the plan failed. */
  | 'participle'
  /** Apprehension in X that the plan failed. */
  | 'noun'
  /** X: "…" */
  | 'colon'
  /** "…" — X */
  | 'signature';

export interface Frame {
  readonly kind: FrameKind;
  /** Null where another attribution of the sentence has it: "Roe warned of floods, saying …". */
  readonly source: Range | null;
  readonly cue: Range;
  /** The speech verb, where the cue goes on after it: "warned of". */
  readonly verb?: number;
  readonly content: readonly Range[];
  /** True where a comma or another attribution surely ends the content. */
  readonly closed?: boolean;
}
