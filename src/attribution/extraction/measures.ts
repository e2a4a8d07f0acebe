import { type Judged, RIVAL_MEASURES, rivalMeasures } from './rivals.ts';
import { beginOf, type Role } from './roles.ts';

/** How sure the passes were of a candidate as a whole. */
const WHOLE_MEASURES = ['chance', 'accepted', 'chosen', 'agreed'] as const;

/** Of its edges: the second pass's chances of the roles, then the first pass's steps of content. */
const EDGE_MEASURES = [
  'cueStart',
  'cueEnd',
  'sourceStart',
  'sourceEnd',
  'contentStart',
  'contentEnd',
  'beforeContent',
  'afterContent',
  'guessedBefore',
  'guessedFirst',
  'guessedAfter',
] as const;

/** Of its content: chances of the second pass, steps of the first, its tokens, its place in the sentence. */
const INNER_MEASURES = ['contentMean', 'contentLeast', 'guessedLeast', 'length', 'place'] as const;

/** What a candidate is weighed by, beside the others of its paragraph. */
export const MEASURES = [
  ...WHOLE_MEASURES,
  ...EDGE_MEASURES,
  ...INNER_MEASURES,
  ...RIVAL_MEASURES,
] as const;

/** MEASURES of each of a paragraph's candidates. */
export const measuresOf = (candidates: readonly Judged[]): Float32Array[] =>
  candidates.map((candidate) =>
    Float32Array.of(
      candidate.chance,
      candidate.accepted,
      candidate.chosen,
      candidate.agreed,
      ...edgeMeasures(candidate),
      ...innerMeasures(candidate),
      ...rivalMeasures(candidate, candidates),
    ),
  );

/** Stands for the chances of a role that is empty. */
const NONE = -1;

function edgeMeasures(candidate: Judged): number[] {
  const { facts, content } = candidate;
  const [first, end] = [content[0]?.[0] ?? 0, content.at(-1)?.[1] ?? 0];
  const inside = insideOf(candidate, 'content');
  return [
    ...edgeChances(candidate, 'cue'),
    ...edgeChances(candidate, 'source'),
    ...edgeChances(candidate, 'content'),
    inside(first - 1),
    inside(end),
    facts.contentStep(first - 1),
    facts.contentStep(first),
    facts.contentStep(end),
  ];
}

/** The chance of each token to belong to a role. */
const insideOf = ({ chanceOf }: Judged, role: Role) => {
  const begin = beginOf(role);
  return (token: number) => chanceOf(token, begin) + chanceOf(token, begin + 1);
};

/** The chances that a role begins and ends where it does. */
function edgeChances(candidate: Judged, role: Role): [number, number] {
  const [first] = candidate[role][0] ?? [];
  const [, end] = candidate[role].at(-1) ?? [];
  if (first === undefined || end === undefined) return [NONE, NONE];
  const begin = beginOf(role);
  const { chanceOf } = candidate;
  const ends = insideOf(candidate, role)(end - 1) * (1 - chanceOf(end, begin + 1));
  return [chanceOf(first, begin), ends];
}

function innerMeasures(candidate: Judged): number[] {
  const { facts, content } = candidate;
  const inside = insideOf(candidate, 'content');
  let sum = 0;
  let least = 1;
  let step = facts.contentStep(content[0]?.[0] ?? 0);
  let length = 0;
  for (const [first, end] of content) {
    for (let token = first; token < end; token++) {
      const chance = inside(token);
      sum += chance;
      least = Math.min(least, chance);
      step = Math.min(step, facts.contentStep(token));
      length++;
    }
  }
  const start = content[0]?.[0] ?? 0;
  return [sum / Math.max(1, length), least, step, length, start - facts.sentenceStart(start)];
}
