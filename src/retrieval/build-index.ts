import type { Article } from '../corpus/article.ts';
import { overlaps, type Span } from '../text/span.ts';
import { termsOf } from '../text/terms.ts';
import { buildLexicon } from './lexicon.ts';
import { miniEngine } from './mini-engine.ts';
import type { CorpusIndex, Passage, Reading } from './retrieve.ts';
import { buildSpeakerIndex } from './speaker-index.ts';
import { extentOf } from './units.ts';

/** Makes the articles searchable. */
export function buildIndex(readings: readonly Reading[]): CorpusIndex {
  const articles = readings.map(({ article }) => article);
  const byArticle = readings.map(passagesIn);
  const passages = byArticle.flat();
  const engine = miniEngine(
    readings.map(({ article }, at) => {
      return {
        headline: stemsOf(article.headline),
        passages: (byArticle[at] ?? []).map(({ paragraph }) =>
          stemsOf(article.body, paragraph.span),
        ),
      };
    }),
  );
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
