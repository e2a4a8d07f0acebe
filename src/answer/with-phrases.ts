import type { Question } from '../question/question.ts';
import type { Hit } from '../retrieval/retrieve.ts';
import { literal, literalSpans } from '../text/literal.ts';
import { contains, hull, overlaps, type Span, slice } from '../text/span.ts';

/**
 * `hit` as far as it holds the literal phrases of the question: moved to the sentences of its paragraph in which they
 * stand, or none where the words of the speaker asked for do not hold them.
 */
export function withPhrases(hit: Hit, { phrases, speaker }: Question): Hit[] {
  if (phrases.length === 0) return [hit];
  const places = phrases.map((phrase) => placeOf(hit, phrase));
  const found = places.filter((place) => place !== null);
  if (found.length < places.length) return [];
  if (found.every((place) => contains(hit.span, place))) return [hit];
  if (speaker) return [];
  const { sentences } = hit.passage.paragraph;
  const span = hull(sentences.filter((one) => found.some((place) => overlaps(one, place))));
  return span ? [{ ...hit, span, attribution: attributionIn(hit, span) }] : [];
}

/** Where `phrase` stands: in the hit itself if it can, else elsewhere in its paragraph. */
function placeOf({ passage, span }: Hit, phrase: string): Span | null {
  const { start } = passage.paragraph.span;
  const text = literal(slice(passage.article.body, passage.paragraph.span));
  const places = literalSpans(text, literal(phrase).text).map((place) => ({
    start: place.start + start,
    end: place.end + start,
  }));
  return places.find((place) => contains(span, place)) ?? places[0] ?? null;
}

const attributionIn = ({ passage }: Hit, span: Span): Hit['attribution'] =>
  passage.attributions.find(({ content }) => content.some((part) => overlaps(part, span))) ?? null;
