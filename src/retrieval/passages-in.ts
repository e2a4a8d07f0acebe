import { overlaps } from '../text/span.ts';
import type { Passage, Reading } from './retrieve.ts';
import { extentOf } from './units.ts';

/** The passages of one article, in the order of its body. */
export function passagesIn({ article, paragraphs, attributions }: Reading): Passage[] {
  const placed = attributions.map((attribution) => ({
    attribution,
    extent: extentOf(attribution),
  }));
  return paragraphs.map((paragraph) => {
    const own = placed.filter(({ extent }) => extent !== null && overlaps(extent, paragraph.span));
    return { article, paragraph, attributions: own.map(({ attribution }) => attribution) };
  });
}
