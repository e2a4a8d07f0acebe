import type { Speaker } from '../attribution/attribution.ts';
import type { Article } from '../corpus/article.ts';
import type { Span } from '../text/span.ts';
import { termsOf } from '../text/terms.ts';
import { listArticles, outside } from './article-list.ts';
import { buildSegment } from './build-segment.ts';
import { corpusIndex } from './corpus-index.ts';
import { gatherTables } from './index-tables.ts';
import { miniEngine } from './mini-engine.ts';
import { passagesIn } from './passages-in.ts';
import type { CorpusIndex, Passage, Reading } from './retrieve.ts';
import type { IndexedArticle, SearchEngine } from './search-engine.ts';
import { segmentEngine } from './segment-engine.ts';
import { holdSpeakers } from './speaker-index.ts';
import type { WordVectors } from './word-vectors.ts';

/** Makes the articles searchable, and holds them in memory. */
export function buildIndex(
  readings: readonly Reading[],
  vectors: WordVectors | null = null,
  engine: SearchEngine = engineFor(readings),
): CorpusIndex {
  const speakers = new Map<Speaker, number>();
  const gathered = gatherTables((speaker, position) => speakers.set(speaker, position));
  const places = new Map<Article, readonly Passage[]>();
  for (const reading of readings) {
    const passages = passagesIn(reading);
    places.set(reading.article, passages);
    gathered.add(reading.article, passages);
  }
  const tables = gathered.tables();
  const held = holdSpeakers(tables.speakers);
  for (const [speaker, position] of speakers) held.tell(speaker, position);
  const passages = [...places.values()].flat();
  return corpusIndex({
    tables,
    engine,
    articles: listArticles(readings.map(({ article }) => article)),
    passageAt: (position) => passages[position] ?? outside('a passage', position, passages.length),
    passagesOf: (article) => places.get(article) ?? [],
    held,
    vectors,
  });
}

/** MiniSearch answers within 50 ms up to here, in the slowest hundredth of questions (measured). */
const MOST_IN_MINISEARCH = 25_000;

function engineFor(readings: readonly Reading[]): SearchEngine {
  const passages = readings.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
  return passages <= MOST_IN_MINISEARCH
    ? miniEngine([...indexed(readings)])
    : segmentEngine(buildSegment(indexed(readings)));
}

/** What engines index of `readings`, in their order. */
export function* indexed(readings: Iterable<Reading>): Generator<IndexedArticle> {
  for (const { article, paragraphs } of readings) {
    yield {
      headline: stemsOf(article.headline),
      passages: paragraphs.map(({ span }) => stemsOf(article.body, span)),
    };
  }
}

const stemsOf = (text: string, span?: Span): string[] =>
  termsOf(text, span).map(({ stem }) => stem);
