import type { Article } from '../corpus/article.ts';
import { paragraphsOf } from '../corpus/paragraphs.ts';
import { fold } from '../text/fold.ts';
import { type Span, slice } from '../text/span.ts';
import type { Attribution } from './attribution.ts';
import type { Extractor } from './extract.ts';
import { applyFrames } from './frames/apply-frames.ts';
import { resolveSpeakers } from './speakers/resolve-speakers.ts';

/**
 * Who says what in `article`, in the order of the body. Where the record names the speaker of the whole body, the
 * first attribution is that speaker's, without a cue, and its content is the body.
 */
export function attribute(article: Article, extractor: Extractor): Attribution[] {
  const paragraphs = [
    headlineOf(article),
    ...paragraphsOf(article).map(({ sentences }) => sentences),
  ];
  const read = isHeadline(article, paragraphs[1]) ? paragraphs.slice(1) : paragraphs;
  const found = applyFrames(article.body, read, extractor(article.body, read));
  return resolveSpeakers(article, read, found);
}

/** The headline as a paragraph of one sentence; empty where the body has none: what comes first is read as one. */
const headlineOf = ({ blocks }: Article): Span[] =>
  blocks.filter(({ kind }) => kind === 'headline').map(({ span }) => span);

/** True where the body begins with the headline as if it were a paragraph. */
function isHeadline({ body, headline }: Article, first: readonly Span[] | undefined): boolean {
  const [only, more] = first ?? [];
  if (!only || more) return false;
  return fold(slice(body, only)).replace(/\.$/, '') === fold(headline).replace(/\.$/, '');
}
