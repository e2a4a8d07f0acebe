import type { Article } from '../corpus/article.ts';
import { overlaps, type Span } from '../text/span.ts';
import { termsOf } from '../text/terms.ts';
import { buildSegment } from './build-segment.ts';
import { buildLexicon } from './lexicon.ts';
import { miniEngine } from './mini-engine.ts';
import { rarity } from './rarity.ts';
import type { CorpusIndex, Passage, Reading } from './retrieve.ts';
import type { IndexedArticle, SearchEngine } from './search-engine.ts';
import { segmentEngine } from './segment-engine.ts';
import { buildSpeakerIndex } from './speaker-index.ts';
import { extentOf } from './units.ts';
import type { WordVectors } from './word-vectors.ts';

/** Makes the articles searchable. */
export function buildIndex(
  readings: readonly Reading[],
  vectors: WordVectors | null = null,
): CorpusIndex {
  const articles = readings.map(({ article }) => article);
  const byArticle = readings.map(passagesIn);
  const passages = byArticle.flat();
  const engine = engineFor(readings);
  const speakers = buildSpeakerIndex(passages);
  const places = new Map<Article, readonly Passage[]>(
    articles.map((article, at) => [article, byArticle[at] ?? []]),
  );
  return {
    articles,
    lexicon: buildLexicon(articles, engine, speakers),
    passagesOf: (article) => places.get(article) ?? [],
    engine,
    speakers,
    rarityOf: rememberedRarity(engine),
    vectors,
    passageAt: (position) => {
      const passage = passages[position];
      if (passage === undefined) {
        throw new RangeError(
          `Expected a passage from 0 to ${passages.length - 1}, got ${position}`,
        );
      }
      return passage;
    },
  };
}

/** The rarities of a large vocabulary fit; beyond it, they are computed anew. */
const RARITIES_KEPT = 400_000;

function rememberedRarity(engine: SearchEngine): (stem: string) => number {
  const known = new Map<string, number>();
  return (stem) => {
    const before = known.get(stem);
    if (before !== undefined) return before;
    const found = rarity(engine.passagesWith(stem), engine.passages);
    if (known.size < RARITIES_KEPT) known.set(stem, found);
    return found;
  };
}

/** MiniSearch answers within 50 ms up to here, in the slowest hundredth of questions (measured). */
const MOST_IN_MINISEARCH = 25_000;

function engineFor(readings: readonly Reading[]): SearchEngine {
  const passages = readings.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
  return passages <= MOST_IN_MINISEARCH
    ? miniEngine([...indexed(readings)])
    : segmentEngine(buildSegment(indexed(readings)));
}

function* indexed(readings: readonly Reading[]): Generator<IndexedArticle> {
  for (const { article, paragraphs } of readings) {
    yield {
      headline: stemsOf(article.headline),
      passages: paragraphs.map(({ span }) => stemsOf(article.body, span)),
    };
  }
}

const stemsOf = (text: string, span?: Span): string[] =>
  termsOf(text, span).map(({ stem }) => stem);

function passagesIn({ article, paragraphs, attributions }: Reading): Passage[] {
  const placed = attributions.map((attribution) => ({
    attribution,
    extent: extentOf(attribution),
  }));
  return paragraphs.map((paragraph) => {
    const own = placed.filter(({ extent }) => extent !== null && overlaps(extent, paragraph.span));
    return { article, paragraph, attributions: own.map(({ attribution }) => attribution) };
  });
}
