import type { Question } from '../question/question.ts';
import { type Calibration, probability, signsOf, tellingOf, type Weighed } from './confidence.ts';
import type { RankedUnit } from './hits.ts';
import { CONFIDENCE_OF_PASSAGES, CONFIDENCE_OF_STATEMENTS } from './model/weights.ts';
import type { SearchQuery } from './search-query.ts';

/** Where somebody is asked for and no topic: any statement answers. */
const SAYS_ANYTHING = { same: 0.9, member: 0.8 };
/** Where the one asked for says nothing, other passages are no answer; how near they come still orders questions. */
const OTHERS_INSTEAD = 0.25;
/** A literal phrase of several words that is found is what was looked for. */
const PHRASE_FOUND = 0.9;

/** Probability that the first of `units` answers. */
export function confidenceOf(
  question: Question,
  query: SearchQuery,
  units: readonly RankedUnit[],
): number {
  const [first] = units;
  if (first === undefined) return 0;
  const chance = chanceOf(question, query, units);
  const long = question.phrases.some((phrase) => phrase.includes(' '));
  return long && (question.speaker === undefined || first.unit.match !== null)
    ? Math.max(chance, PHRASE_FOUND)
    : chance;
}

function chanceOf({ speaker }: Question, query: SearchQuery, units: readonly RankedUnit[]): number {
  const statements = units.filter(({ unit }) => unit.match !== null);
  if (speaker === undefined) return chance(query, units, CONFIDENCE_OF_PASSAGES);
  const match = statements[0]?.unit.match ?? null;
  if (match === null) return OTHERS_INSTEAD * chance(query, units, CONFIDENCE_OF_PASSAGES);
  if (query.terms.length === 0) return SAYS_ANYTHING[match];
  return chance(query, statements, CONFIDENCE_OF_STATEMENTS);
}

function chance(
  query: SearchQuery,
  units: readonly RankedUnit[],
  calibration: Calibration,
): number {
  const weighed = units.map(({ values, score, passage }): Weighed => {
    return { values, score, article: passage.article };
  });
  const signs = query.terms.length === 0 ? null : signsOf(tellingOf(query), weighed);
  return signs === null ? 0 : probability(signs, calibration);
}
