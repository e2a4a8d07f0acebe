import type { AskContext } from '../question/question.ts';
import type { Answer, Evidence, Searched } from './answer.ts';
import type { Quotation } from './quotation.ts';

/** What a form or a button may add to a question, beside the day and the thread. */
export interface AskOptions extends AskContext {
  /** How many quotations to give; 5 unless told. */
  readonly limit?: number;
  /** How many of the best to pass over, for "More". */
  readonly offset?: number;
  readonly order?: 'best' | 'newest';
  /** Only what this speaker said, or those who speak for it (a form's field). */
  readonly speaker?: string;
  /** Only what the speaker of this very name said ("Only <speaker>"): "Moscow" is not Russia's defence ministry. */
  readonly only?: string;
  readonly publisher?: string;
  /** ISO dates, inclusive. */
  readonly from?: string;
  readonly to?: string;
}

/** Where a piece of evidence stands: the paragraphs around it, in order. */
export interface EvidenceContext {
  readonly evidence: Evidence;
  readonly before: readonly Quotation[];
  readonly paragraph: Quotation;
  readonly after: readonly Quotation[];
}

/** What the corpus holds. */
export interface Overview extends Searched {
  readonly paragraphs: number;
  readonly attributions: number;
  readonly publishers: readonly { readonly name: string; readonly articles: number }[];
  /** Most quoted first, a hundred at most. */
  readonly speakers: readonly { readonly name: string; readonly attributions: number }[];
  /** Questions that surely have answers in this corpus; at most four. */
  readonly suggestions: readonly string[];
}

/** What became of words somebody believes to be a quotation. */
export type Verification =
  | { readonly kind: 'verbatim'; readonly evidence: readonly Evidence[] }
  | {
      /** The words stand in no article; `nearest` is close, and differs by these words. */
      readonly kind: 'altered';
      readonly nearest: Evidence;
      readonly differences: readonly {
        readonly kind: 'same' | 'missing' | 'added';
        readonly text: string;
      }[];
    }
  | { readonly kind: 'not-found'; readonly nearby: readonly Evidence[] };

/** All that a surface (Slack, terminal, JSON) may ask of a corpus. Never throws for any input text. */
export interface Archive {
  ask(question: string, options: AskOptions): Promise<Answer>;
  /** Null where the evidence's words are no longer in the corpus, unchanged. */
  context(evidenceId: string): Promise<EvidenceContext | null>;
  verify(quotation: string): Promise<Verification>;
  overview(): Overview;
}
