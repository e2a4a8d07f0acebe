import { maskOf } from './coverage.ts';
import type { Occurrence } from './occurrences.ts';
import type { CorpusIndex, Passage } from './retrieve.ts';
import type { Shortlisted } from './shortlist.ts';

/** Articles looked into further, and how many of each one's best passages bring their neighbours. */
const ARTICLES = 3;
const BEST = 3;
/** The first paragraphs of news say what happened. */
const FIRST = [1, 2, 3];

interface Found {
  readonly passage: Passage;
  readonly occurrences: readonly Occurrence[];
}

/**
 * Passages that no word of the question leads to, of the articles whose passages, best first, answer best: the first
 * of each, and those beside its best. One often takes up the question where another has the answer.
 */
export function beside(
  index: CorpusIndex,
  best: readonly Found[],
  shortlisted: readonly Shortlisted[],
): Shortlisted[] {
  const articles = [...new Set(best.map(({ passage }) => passage.article))].slice(0, ARTICLES);
  return articles.flatMap((article) => {
    const own = best.filter(({ passage }) => passage.article === article);
    const known = shortlisted.find(({ passage }) => passage.article === article);
    return known === undefined ? [] : besideIn(index, own, known);
  });
}

/** `own` are of one article, best first, and `known` is one of them. */
function besideIn(index: CorpusIndex, own: readonly Found[], known: Shortlisted): Shortlisted[] {
  const held = new Map(
    own.map(({ passage, occurrences }) => [passage.paragraph.number, maskOf(occurrences)]),
  );
  const near = own.slice(0, BEST).flatMap(({ passage }) => {
    const { number } = passage.paragraph;
    return [number - 1, number + 1];
  });
  const before = known.position - known.passage.paragraph.number;
  return [...new Set([...FIRST, ...near])]
    .filter((number) => number > 0 && !held.has(number) && before + number < index.engine.passages)
    .map((number): Shortlisted => {
      const position = before + number;
      const heldAround = (held.get(number - 1) ?? 0) | (held.get(number + 1) ?? 0);
      return { ...known, position, heldAround, passage: index.passageAt(position) };
    })
    .filter(({ passage }) => passage.article === known.passage.article);
}
