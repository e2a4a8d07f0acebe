import type { Attribution } from '../attribution/attribution.ts';
import { contains, hull, overlaps, type Span } from '../text/span.ts';
import { coverageOf, type Occurrence } from './occurrences.ts';
import type { Passage } from './retrieve.ts';
import type { SearchQuery } from './search-query.ts';
import { extentOf, type Unit } from './units.ts';

/** UTF-16 units a quotation may grow to around its best sentence: most paragraphs of news fit whole. */
const LONGEST = 800;

/** The sentences of `passage` that hold most of the question, with as much around them as reads well. */
export function bestWindow(
  passage: Passage,
  query: SearchQuery,
  occurrences: readonly Occurrence[],
): Unit {
  const { sentences, span } = passage.paragraph;
  const best = bestSentence(sentences, query, occurrences);
  const anchor = sentences[best] ?? span;
  const attribution = attributionOf(passage, anchor, occurrences);
  return {
    span: grown(sentences, best, joins(passage, attribution)) ?? span,
    attribution,
    match: null,
    contents: attribution?.content ?? [],
  };
}

function bestSentence(
  sentences: readonly Span[],
  query: SearchQuery,
  occurrences: readonly Occurrence[],
): number {
  let best = 0;
  let most = -1;
  sentences.forEach((sentence, at) => {
    const inside = occurrences.filter(({ span }) => contains(sentence, span));
    const coverage = coverageOf(query, inside);
    if (coverage > most) {
      most = coverage;
      best = at;
    }
  });
  return best;
}

/** The attribution of `sentence` that holds most words of the question; the first of equals. */
function attributionOf(
  { attributions }: Passage,
  sentence: Span,
  occurrences: readonly Occurrence[],
): Attribution | null {
  let best: Attribution | null = null;
  let most = -1;
  for (const attribution of attributions) {
    const extent = extentOf(attribution);
    if (extent === null || !overlaps(extent, sentence)) continue;
    const inside = occurrences.filter(({ span }) => contains(extent, span)).length;
    if (inside > most) {
      most = inside;
      best = attribution;
    }
  }
  return best;
}

/**
 * Which sentences may stand beside one that carries `attribution`: those in which the same speaker goes on, so that
 * nothing is credited to a speaker that the article says itself. Beside the article's own words, more of them.
 */
function joins(
  { attributions }: Passage,
  attribution: Attribution | null,
): (sentence: Span) => boolean {
  const own = attributions.filter((other) => sameSpeaker(other, attribution)).map(extentOf);
  const others = attributions.filter((other) => !sameSpeaker(other, attribution)).map(extentOf);
  const touches = (sentence: Span) => (extent: Span | null) =>
    extent !== null && overlaps(extent, sentence);
  return (sentence) =>
    !others.some(touches(sentence)) && (attribution === null || own.some(touches(sentence)));
}

const sameSpeaker = (one: Attribution, other: Attribution | null): boolean =>
  other !== null && (one === other || (one.speaker?.name ?? '') === (other.speaker?.name ?? ' '));

/** Neighbours join, the following first, as far as they may. */
function grown(
  sentences: readonly Span[],
  at: number,
  mayJoin: (sentence: Span) => boolean,
): Span | null {
  let span = sentences[at] ?? null;
  const sides = [
    { at: at + 1, step: 1 },
    { at: at - 1, step: -1 },
  ];
  for (let side = sides.shift(); side !== undefined; side = sides.shift()) {
    const next = sentences[side.at];
    if (span === null || next === undefined || !mayJoin(next)) continue;
    const wider = hull([next, span]);
    if (wider === null || wider.end - wider.start > LONGEST) continue;
    span = wider;
    sides.push({ at: side.at + side.step, step: side.step });
  }
  return span;
}
