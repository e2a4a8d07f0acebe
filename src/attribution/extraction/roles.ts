import { FORBIDDEN } from './chain.ts';
import { hashText } from './hash.ts';

/** What a token is within an attribution: B- begins a span of the role, I- continues it. */
export const LABELS = [
  'O',
  'B-cue',
  'I-cue',
  'B-source',
  'I-source',
  'B-content',
  'I-content',
] as const;

export const ROLES = ['cue', 'source', 'content'] as const;
export type Role = (typeof ROLES)[number];

export const beginOf = (role: Role): number => 1 + 2 * ROLES.indexOf(role);

const isInside = (label: number): boolean => label > 0 && label % 2 === 0;

/** The penalty of every step of a chain over LABELS: an I- follows its own B- or I- alone. */
export function stepPenalties(): Float32Array {
  const size = LABELS.length;
  return new Float32Array(size * size).map((_, step) => {
    const before = Math.floor(step / size);
    const label = step % size;
    return isInside(label) && before !== label && before !== label - 1 ? FORBIDDEN : 0;
  });
}

/** The penalty of every label at the first token: no I-. */
export const startPenalties = (): Float32Array =>
  new Float32Array(LABELS.length).map((_, label) => (isInside(label) ? FORBIDDEN : 0));

/** Token ranges [first, last + 1) of `role` in a labelling. */
export function rangesOf(path: Uint8Array, role: Role): [number, number][] {
  const begin = beginOf(role);
  const ranges: [number, number][] = [];
  for (let token = 0; token < path.length; token++) {
    if (path[token] !== begin) continue;
    let end = token + 1;
    while (path[end] === begin + 1) end++;
    ranges.push([token, end]);
  }
  return ranges;
}

/** The order in which the first `most` spans of a labelling begin, such as "source, cue, content", as a hash. */
export function orderOf(path: Uint8Array, most: number): number {
  const begins: number[] = [];
  for (let token = 0; token < path.length && begins.length < most; token++) {
    if ((path[token] as number) % 2 === 1) begins.push(path[token] as number);
  }
  return hashText(begins.join(' '));
}
