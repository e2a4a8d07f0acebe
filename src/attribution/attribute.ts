import type { Article } from '../corpus/article.ts';
import { paragraphsOf } from '../corpus/paragraphs.ts';
import type { Span } from '../text/span.ts';
import type { Attribution, AttributionSpans } from './attribution.ts';
import { applyFrames } from './frames/apply-frames.ts';
import { resolveSpeakers } from './speakers/resolve-speakers.ts';

/** Finds source, cue and content spans in the sentences of `paragraphs`: see extract.ts. */
type Extractor = (body: string, paragraphs: readonly (readonly Span[])[]) => AttributionSpans[];

/**
 * Who says what in `article`, in the order of the body. Where the record names the speaker of the whole body, the
 * first attribution is that speaker's, without a cue, and its content is the body.
 */
export function attribute(article: Article, extractor: Extractor): Attribution[] {
  const paragraphs = paragraphsOf(article).map(({ sentences }) => sentences);
  const found = applyFrames(article.body, paragraphs, extractor(article.body, paragraphs));
  return resolveSpeakers(article, paragraphs, found);
}
