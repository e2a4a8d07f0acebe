import type { AttributionSpans } from '../../src/attribution/attribution.ts';
import { sentences } from '../../src/text/sentences.ts';
import { type Span, slice } from '../../src/text/span.ts';

const segments = (text: string, spans: readonly Span[]): string =>
  spans.length === 0 ? '–' : spans.map((span) => slice(text, span)).join(' + ');

/** "source · cue · content", segments joined by " + ", "–" for none. */
export const wordsOf = (text: string, { source, cue, content }: AttributionSpans): string =>
  [source, cue, content].map((spans) => segments(text, spans)).join(' · ');

/** The attributions of `text` that `notation` names; each segment is the first such words after the one before it. */
export const attributionsOf = (text: string, notation: readonly string[]): AttributionSpans[] =>
  notation.map((line) => {
    const [source = '–', cue = '–', content = '–'] = line.split(' · ');
    return {
      source: spansOf(text, source),
      cue: spansOf(text, cue),
      content: spansOf(text, content),
    };
  });

function spansOf(text: string, words: string): Span[] {
  let from = 0;
  if (words === '–') return [];
  return words.split(' + ').map((segment) => {
    const start = text.indexOf(segment, from);
    if (start < 0) throw new RangeError(`"${segment}" is not in "${text}"`);
    from = start + segment.length;
    return { start, end: from };
  });
}

/** The sentences of each line of `text`, as paragraphs. */
export const linesOf = (text: string): Span[][] =>
  [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) =>
    sentences(text, { start: index, end: index + line.length }),
  );
