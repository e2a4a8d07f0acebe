import type { Span } from '../text/span.ts';

/** A stretch of words that two texts share, that only the article has, or that only the claim has. */
interface Difference {
  readonly kind: 'same' | 'missing' | 'added';
  readonly text: string;
}

export interface Alignment {
  /** The part of the article's words that the claim comes nearest to. */
  readonly span: Span;
  readonly differences: readonly Difference[];
  /** 0 to 1: twice the shared words by all words. */
  readonly similarity: number;
}

interface Token {
  readonly key: string;
  readonly span: Span;
}

const MOST_WORDS = 400;
/** Two words in common are chance. */
const FEWEST_SHARED = 3;

function tokensOf(text: string, part: Span): Token[] {
  const words = text
    .slice(part.start, part.end)
    .matchAll(/[\p{L}\p{N}\p{M}]+(?:[-'’.,][\p{L}\p{N}\p{M}]+)*/gu);
  return [...words].slice(0, MOST_WORDS).map((match) => {
    const start = part.start + match.index;
    const key = match[0].toLowerCase().replaceAll('’', "'");
    return { key, span: { start, end: start + match[0].length } };
  });
}

/** Where in `part` of `body` the words of `claim` come nearest, and how they differ there; null where hardly any is shared. */
export function alignWords(claim: string, body: string, part: Span): Alignment | null {
  const claimed = tokensOf(claim, { start: 0, end: claim.length });
  const stated = tokensOf(body, part);
  const path = bestPath(claimed, stated);
  const shared = path.filter(({ kind }) => kind === 'same');
  const first = stated[shared[0]?.stated ?? -1];
  const last = stated[shared.at(-1)?.stated ?? -1];
  if (!first || !last || shared.length < FEWEST_SHARED) return null;
  const missing = path.filter(({ kind }) => kind === 'missing').length;
  const similarity = (2 * shared.length) / (claimed.length + shared.length + missing);
  const words = withReplaced(path, stated.length).map(({ kind, claimed: own, stated: other }) => ({
    kind,
    text: wordAt(kind === 'added' ? claim : body, kind === 'added' ? claimed[own] : stated[other]),
  }));
  return {
    span: { start: first.span.start, end: last.span.end },
    differences: joined(words),
    similarity,
  };
}

const wordAt = (text: string, token: Token | undefined): string =>
  token ? text.slice(token.span.start, token.span.end) : '';

interface Step {
  readonly kind: Difference['kind'];
  readonly claimed: number;
  readonly stated: number;
}

const SAME = 2;
const GAP = -1;

/** Semi-global alignment: all of the claim against the stretch of the article it fits best; ends of the article are free. */
function bestPath(claimed: readonly Token[], stated: readonly Token[]): Step[] {
  const width = stated.length + 1;
  const scores = new Int32Array((claimed.length + 1) * width);
  for (let row = 1; row <= claimed.length; row += 1) {
    scores[row * width] = row * GAP;
    for (let column = 1; column < width; column += 1) {
      const same = claimed[row - 1]?.key === stated[column - 1]?.key;
      const diagonal = same
        ? (scores[(row - 1) * width + column - 1] ?? 0) + SAME
        : Number.NEGATIVE_INFINITY;
      const added = (scores[(row - 1) * width + column] ?? 0) + GAP;
      const missing = (scores[row * width + column - 1] ?? 0) + GAP;
      scores[row * width + column] = Math.max(diagonal, added, missing);
    }
  }
  return withoutFreeEnds(traced(claimed, stated, scores));
}

function traced(claimed: readonly Token[], stated: readonly Token[], scores: Int32Array): Step[] {
  const width = stated.length + 1;
  const at = (row: number, column: number) => scores[row * width + column] ?? 0;
  let row = claimed.length;
  let column = bestColumn(row, width, at);
  const steps: Step[] = [];
  while (row > 0) {
    const same = column > 0 && claimed[row - 1]?.key === stated[column - 1]?.key;
    if (same && at(row, column) === at(row - 1, column - 1) + SAME) {
      row -= 1;
      column -= 1;
      steps.push({ kind: 'same', claimed: row, stated: column });
    } else if (column > 0 && at(row, column) === at(row, column - 1) + GAP) {
      column -= 1;
      steps.push({ kind: 'missing', claimed: row, stated: column });
    } else {
      row -= 1;
      steps.push({ kind: 'added', claimed: row, stated: column });
    }
  }
  return steps.reverse();
}

function bestColumn(
  row: number,
  width: number,
  at: (row: number, column: number) => number,
): number {
  let best = 0;
  for (let column = 1; column < width; column += 1)
    if (at(row, column) > at(row, best)) best = column;
  return best;
}

/** Words of the article before the first and after the last shared one are not missing from the claim. */
function withoutFreeEnds(steps: readonly Step[]): Step[] {
  const first = steps.findIndex(({ kind }) => kind === 'same');
  const last = steps.findLastIndex(({ kind }) => kind === 'same');
  return steps.filter(({ kind }, at) => kind !== 'missing' || (at > first && at < last));
}

/** What stands in the article where the claim begins or ends with other words: as many as those. */
function withReplaced(path: readonly Step[], length: number): Step[] {
  const first = path.findIndex(({ kind }) => kind === 'same');
  const last = path.findLastIndex(({ kind }) => kind === 'same');
  const missing = (stated: number): Step => ({ kind: 'missing', claimed: 0, stated });
  const begin = path[first]?.stated ?? 0;
  const end = (path[last]?.stated ?? 0) + 1;
  const before = Math.min(first, begin);
  const after = Math.min(path.length - 1 - last, length - end);
  return [
    ...Array.from({ length: before }, (_, at) => missing(begin - before + at)),
    ...path.slice(0, last + 1),
    ...Array.from({ length: after }, (_, at) => missing(end + at)),
    ...path.slice(last + 1),
  ];
}

function joined(words: readonly Difference[]): Difference[] {
  const merged: Difference[] = [];
  for (const { kind, text } of words) {
    const before = merged.at(-1);
    if (before?.kind === kind) merged[merged.length - 1] = { kind, text: `${before.text} ${text}` };
    else merged.push({ kind, text });
  }
  return merged;
}
