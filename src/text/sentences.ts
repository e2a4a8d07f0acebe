import { type Span, slice, trimmed } from './span.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of `paragraph`, in order, trimmed; every character but white space lies in exactly one. */
export function sentences(body: string, paragraph: Span): Span[] {
  const segments = [...segmenter.segment(slice(body, paragraph))];
  return segments
    .map(({ index, segment }) => {
      const start = paragraph.start + index;
      return trimmed(body, { start, end: start + segment.length });
    })
    .filter((span) => span.end > span.start);
}
