import type { Attribution } from '../attribution/attribution.ts';
import { type Span, slice } from '../text/span.ts';
import type { Credit } from './answer.ts';

/** Who said it, in the article's own words. */
export function creditOf(body: string, attribution: Attribution): Credit {
  const { speaker, candidates, via, source, cue, kind, act } = attribution;
  return {
    speaker: speaker?.name ?? null,
    candidates: candidates.map(({ name }) => name),
    mention: worded(body, source),
    cue: worded(body, cue),
    kind,
    act,
    via: via.map(({ name }) => name),
  };
}

/** Segments that stand apart are parted by an ellipsis. */
const worded = (body: string, spans: readonly Span[]): string =>
  spans.map((span) => slice(body, span).replace(/\s+/gu, ' ')).join(' … ');
