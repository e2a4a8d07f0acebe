import type { AttributionKind, SpeechAct } from '../attribution/attribution.ts';
import type { Article } from '../corpus/article.ts';
import type { Question } from '../question/question.ts';
import type { Contribution } from '../retrieval/ranker.ts';
import type { Span } from '../text/span.ts';
import type { Quotation } from './quotation.ts';

/** Who said a quotation, as shown to people. */
export interface Credit {
  /** The speaker's fullest description in the article; null where the text does not say or two fit. */
  readonly speaker: string | null;
  /** Names of those who fit, where more than one does and none was chosen. */
  readonly candidates: readonly string[];
  /** The source and the cue as the article words them ("the ministry", "added"). */
  readonly mention: string;
  readonly cue: string;
  readonly kind: AttributionKind;
  readonly act: SpeechAct;
  /** "…, according to state media": who carried it, outermost last. */
  readonly via: readonly string[];
}

/** Another article with the same words: one origin, many copies. */
interface Copy {
  readonly article: Article;
  readonly span: Span;
}

/** A quotation as it bears on a question. */
export interface Evidence {
  /** Stable across restarts as long as the words are: article id, version and span. For buttons and receipts. */
  readonly id: string;
  readonly quotation: Quotation;
  readonly credit: Credit | null;
  /** 1-based among the paragraphs of the article. */
  readonly paragraph: number;
  readonly section?: string;
  /** Compares within one answer only. */
  readonly score: number;
  /** Sentences beside it that qualify it ("could not be independently verified"), verbatim. */
  readonly caveats: readonly Quotation[];
  readonly copies: readonly Copy[];
  readonly explanation: readonly Contribution[];
  /** Spans of the body, within the quotation, that match words of the question. */
  readonly matches: readonly Span[];
}

/** What an answer has looked through. */
export interface Searched {
  readonly articles: number;
  /** ISO dates of the earliest and latest article searched, where any is dated. */
  readonly from?: string;
  readonly to?: string;
}

/** Why there is no answer. */
export type Silence =
  | { readonly why: 'unknown-words'; readonly words: readonly string[] }
  | { readonly why: 'unknown-speaker'; readonly speaker: string }
  | {
      readonly why: 'speaker-silent-on-topic';
      readonly speaker: string;
      readonly topic: string;
      readonly articlesMentioningSpeaker: number;
      readonly statementsBySpeaker: number;
    }
  | { readonly why: 'outside-dates'; readonly from?: string; readonly to?: string }
  | { readonly why: 'unknown-publisher'; readonly publisher: string }
  | { readonly why: 'phrase-not-found'; readonly phrase: string }
  | { readonly why: 'weak-evidence' }
  /** A page beyond the last: "more", "the ninth one". */
  | { readonly why: 'no-more'; readonly total: number }
  | { readonly why: 'empty-corpus' };

interface Asked {
  readonly question: Question;
  /** How a follow-up was understood, in words; null for a question that stands alone. */
  readonly understood: string | null;
  readonly searched: Searched;
}

export type Answer =
  | (Asked & {
      readonly kind: 'quoted';
      /** Probability, 0 to 1, that the first quotation answers the question. */
      readonly confidence: number;
      /** Shown to people as "possibly". */
      readonly tentative: boolean;
      /** Best first: the page asked for. */
      readonly quotations: readonly Evidence[];
      /** How many there are before the limit. */
      readonly total: number;
      /** On how many days these were published; those without a date count as one. */
      readonly days: number;
      readonly nearby: readonly Evidence[];
    })
  | (Asked & {
      readonly kind: 'nothing-found';
      readonly confidence: number;
      readonly silence: Silence;
      /** Not an answer: the nearest passages, labelled as such to people. */
      readonly nearby: readonly Evidence[];
    })
  | (Asked & {
      readonly kind: 'no-question';
      readonly why: 'empty' | 'greeting' | 'help' | 'thanks' | 'meaningless';
    });
