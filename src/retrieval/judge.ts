import type { Question } from '../question/question.ts';
import { termsOf } from '../text/terms.ts';
import { type Calibration, probability, signsOf, tellingOf, type Weighed } from './confidence.ts';
import { type Asking, isDated, type RankedUnit } from './hits.ts';
import {
  CONFIDENCE_OF_DATED,
  CONFIDENCE_OF_STATEMENTS,
  CONFIDENCE_OF_UNDATED,
} from './model/weights.ts';
import type { SearchQuery } from './search-query.ts';

/** Where somebody is asked for and no topic: any statement answers. */
const SAYS_ANYTHING = { same: 0.9, member: 0.8 };
/**
 * Where the one asked for speaks, but not of this, other passages are no answer; how near they come still orders
 * questions. Of one who never speaks in the corpus (a family, a study) they may well hold what is asked: for 59 of 70
 * such questions whose passages came near, the first did.
 */
const OTHERS_INSTEAD = 0.25;
/** A literal phrase that is found is what was looked for. */
const PHRASE_FOUND = 0.9;

/** Probability that the first of `units` answers; `statements` of the speaker asked for are all there are. */
export function confidenceOf(
  asking: Asking,
  units: readonly RankedUnit[],
  statements: number,
): number {
  const [first] = units;
  if (first === undefined) return 0;
  const { question } = asking;
  const chance = chanceOf(asking, units, statements);
  const isHeard = question.speaker === undefined || first.unit.match !== null;
  return isHeard && asksForPhrase(question) ? Math.max(chance, PHRASE_FOUND) : chance;
}

/** Most of what is asked is a phrase, and one of several telling words: "this week" is none, a title in passing neither. */
function asksForPhrase({ phrases, terms }: Question): boolean {
  const telling = Math.max(0, ...phrases.map((phrase) => termsOf(phrase).length));
  return telling > 1 && telling >= terms.length / 2;
}

function chanceOf(
  { question, query, time }: Asking,
  units: readonly RankedUnit[],
  statements: number,
): number {
  const { speaker } = question;
  const heard = units.filter(({ unit }) => unit.match !== null);
  const ofPassages = isDated({ time }, units) ? CONFIDENCE_OF_DATED : CONFIDENCE_OF_UNDATED;
  if (speaker === undefined) return chance(query, units, ofPassages);
  const match = heard[0]?.unit.match ?? null;
  if (match === null) {
    return (statements === 0 ? 1 : OTHERS_INSTEAD) * chance(query, units, ofPassages);
  }
  if (query.terms.length === 0) return SAYS_ANYTHING[match];
  return chance(query, heard, CONFIDENCE_OF_STATEMENTS);
}

/** How many of the best are compared with the first. */
const COMPARED = 80;

function chance(
  query: SearchQuery,
  units: readonly RankedUnit[],
  calibration: Calibration,
): number {
  const weighed = units.slice(0, COMPARED).map(({ values, score, passage }): Weighed => {
    return { values, score, article: passage.article };
  });
  const signs = query.terms.length === 0 ? null : signsOf(tellingOf(query), weighed);
  return signs === null ? 0 : probability(signs, calibration);
}
