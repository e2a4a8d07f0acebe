import type { Attribution } from '../attribution/attribution.ts';
import type { Article } from '../corpus/article.ts';
import type { Paragraph } from '../corpus/paragraphs.ts';
import type { Lexicon } from '../question/lexicon.ts';
import type { AskedSpeaker, Question } from '../question/question.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { type Term, termsOf } from '../text/terms.ts';
import { admitted } from './admitted.ts';
import type { ArticleList, Census } from './article-list.ts';
import type { FeatureValues } from './features.ts';
import { hitOf, isNews, type RankedUnit, rankedUnits } from './hits.ts';
import { confidenceOf } from './judge.ts';
import type { Weights } from './ranker.ts';
import type { SearchEngine } from './search-engine.ts';
import { type SearchQuery, searchQuery } from './search-query.ts';
import type { SpeakerIndex } from './speaker-index.ts';
import { timeOf } from './time.ts';
import type { WordVectors } from './word-vectors.ts';

/** An article as read once: its paragraphs and who says what in it. */
export interface Reading {
  readonly article: Article;
  readonly paragraphs: readonly Paragraph[];
  /** In the order of the body. */
  readonly attributions: readonly Attribution[];
}

/** The unit of retrieval: one paragraph of one article, with the attributions that touch it. */
export interface Passage {
  readonly article: Article;
  readonly paragraph: Paragraph;
  readonly attributions: readonly Attribution[];
}

/** A passage that may answer, and the part of it that does. */
export interface Hit {
  readonly passage: Passage;
  /** The sentence, or the adjacent sentences, that carry the answer: whole, within the paragraph. */
  readonly span: Span;
  /** What the hit rests on: whose words the span carries; null where the article itself speaks. */
  readonly attribution: Attribution | null;
  /** How the attribution's speaker fits the one asked for; null where he does not, or none was asked for. */
  readonly speakerMatch: 'same' | 'member' | null;
  /** Compares within one question only. */
  readonly score: number;
  /** 0 to 1: the weight of the question's terms that the span and its context hold. */
  readonly coverage: number;
  /** What the ranker weighed, and how heavily; null for a hit that no question led to. */
  readonly weighed: { readonly values: FeatureValues; readonly weights: Weights } | null;
  /** Spans of the body, within `span`, that match words of the question. */
  readonly matches: readonly Span[];
  /** Of the whole passage, in order: read once for all that is to be told of it. */
  readonly terms: readonly Term[];
}

/** What the corpus holds of a question, told where it holds no answer. */
interface RetrievalFacts {
  /** Terms of the question that no article holds, spelling tolerated, as asked. */
  readonly unknownWords: readonly string[];
  readonly articlesNamingSpeaker: number;
  readonly statementsBySpeaker: number;
}

export interface Ranked {
  /** Best first. Publisher, publication dates and phrases of the question are already respected. */
  readonly hits: readonly Hit[];
  /** Best first: what the publisher, the dates or the phrases asked for shut out. Never an answer. */
  readonly shutOut: readonly Hit[];
  /** Calibrated probability, 0 to 1, that the first hit answers. */
  readonly confidence: number;
  /** Dates told, and passages were compared: the order knows more than the words shared with the question. */
  readonly isNews: boolean;
  readonly facts: RetrievalFacts;
}

/** What may be asked of an indexed corpus beside `retrieve(index, question, options): Ranked`. */
export interface CorpusIndex {
  readonly articles: ArticleList;
  readonly census: Census;
  /** When each article was published, as `dayOf` counts. */
  readonly days: Int32Array;
  readonly lexicon: Lexicon;
  /** In the order of the body; none for an article that is not in the index. */
  passagesOf(article: Article): readonly Passage[];
  readonly engine: SearchEngine;
  readonly speakers: SpeakerIndex;
  /** How much it tells that a passage holds the stem: see rarity.ts. */
  rarityOf(stem: string): number;
  /** Null where words count by their letters alone. */
  readonly vectors: WordVectors | null;
  /** By position in the engine: in the order of the articles, then of the body. */
  passageAt(position: number): Passage;
}

export interface RetrieveOptions {
  /** The day the question is asked (ISO date). */
  readonly asOf: string;
  /** How many hits to give at most. */
  readonly limit?: number;
}

const HITS = 50;

/** What the corpus says to `question`, best first. */
export function retrieve(
  index: CorpusIndex,
  question: Question,
  { asOf, limit = HITS }: RetrieveOptions,
): Ranked {
  const query = searchQuery(question, index.engine);
  const time = timeOf(question, asOf, index.census.to);
  const all = rankedUnits(index, { question, query, time });
  const isIn = ({ passage }: RankedUnit) => admitted(passage, question);
  const admittedUnits = all.filter(isIn);
  const hits = admittedUnits.slice(0, limit).map(hitOf);
  const shutOut = all
    .filter((unit) => !isIn(unit))
    .slice(0, limit)
    .map(hitOf);
  const facts = factsOf(index, question, query);
  return {
    hits,
    shutOut,
    confidence: confidenceOf({ question, query, time }, admittedUnits, facts.statementsBySpeaker),
    isNews: isNews({ question, time }, admittedUnits),
    facts,
  };
}

function factsOf(index: CorpusIndex, question: Question, query: SearchQuery): RetrievalFacts {
  const { speaker } = question;
  return {
    unknownWords: query.terms.filter(({ known }) => !known).map(({ word }) => word),
    articlesNamingSpeaker: speaker === undefined ? 0 : articlesNaming(index, speaker),
    statementsBySpeaker: speaker === undefined ? 0 : index.speakers.find(speaker).statements,
  };
}

/** Articles that hold all words of any of the speaker's names. */
function articlesNaming({ engine, articles }: CorpusIndex, speaker: AskedSpeaker): number {
  const names = speaker.aliases.length > 0 ? speaker.aliases : [fold(speaker.text)];
  const counts = names.map((name) =>
    Math.min(articles.count, ...termsOf(name).map(({ stem }) => engine.articlesWith(stem))),
  );
  return Math.max(0, ...counts);
}
