import type { Speaker } from '../attribution/attribution.ts';
import { standsFor } from '../attribution/speakers/countries.ts';
import type { Question } from '../question/question.ts';
import { contains } from '../text/span.ts';
import { bestWindow } from './best-window.ts';
import { maskOf } from './coverage.ts';
import { type FeatureValues, featuresOf } from './features.ts';
import type { Meanings } from './meaning.ts';
import { type Occurrence, occurrenceFinder } from './occurrences.ts';
import { contributions, scoreOf } from './ranker.ts';
import { type ReadPassage, readerOf } from './read-passage.ts';
import type { CorpusIndex, Hit, Passage } from './retrieve.ts';
import { type SearchQuery, searchQuery, stemsOf } from './search-query.ts';
import { type Shortlisted, shortlist } from './shortlist.ts';
import type { Time } from './time.ts';
import { statementUnits, type Unit } from './units.ts';

/** Passages read closely for one question. */
const READ_BY_WORDS = 60;
const READ_BY_SPEAKER = 200;
/** … beside the statements of the speaker asked for: these are not answers, only nearby. */
const READ_BESIDE = 30;

/** What is asked of the corpus, and of what time. */
export interface Asking {
  readonly question: Question;
  readonly query: SearchQuery;
  readonly time: Time | null;
}

/** A unit with its place in the order, before it is told in full. */
export interface RankedUnit {
  readonly passage: Passage;
  readonly unit: Unit;
  readonly score: number;
  readonly values: FeatureValues;
  readonly occurrences: readonly Occurrence[];
}

/** What reading passages for one question takes. */
interface Search extends Asking {
  readonly read: (passage: Passage) => ReadPassage;
  readonly find: ReturnType<typeof occurrenceFinder>;
  readonly nearness: ReturnType<Meanings['nearnessTo']>;
  readonly asked: ReadonlySet<string>;
}

/** Everything that may answer: what the speaker asked for says, then what else there is; best first. */
export function rankedUnits(index: CorpusIndex, asking: Asking): RankedUnit[] {
  const spoken = spokenUnits(index, asking);
  const heard = new Set(spoken.map(({ passage }) => passage));
  const others = otherUnits(index, asking).filter(({ passage }) => !heard.has(passage));
  return [...spoken.sort(orderFor(asking.question)), ...others.sort(byScore)];
}

/**
 * A country speaks through everybody who speaks for it. Anybody else asked for ("the Kremlin", "Ukrainian officials")
 * comes before those who only speak for the same: "Russia said" is no word of the Kremlin's while it has one of its own.
 */
function orderFor({ speaker }: Question): (a: RankedUnit, b: RankedUnit) => number {
  const form = speaker ? (standsFor(speaker.text)?.form ?? 'seat') : 'country';
  if (!speaker || form !== 'seat') return byScore;
  const [name = ''] = speaker.aliases;
  const distance = ({ unit }: RankedUnit): number => {
    if (unit.attribution?.speaker?.aliases.includes(name)) return 0;
    return unit.match === 'same' ? 1 : 2;
  };
  return (a, b) => distance(a) - distance(b) || byScore(a, b);
}

const byScore = (a: RankedUnit, b: RankedUnit): number => b.score - a.score;

/** Statements of the speaker asked for. */
function spokenUnits(index: CorpusIndex, asking: Asking): RankedUnit[] {
  const { speaker } = asking.question;
  if (speaker === undefined) return [];
  const speakers = index.speakers.find(speaker);
  const search = searchFor(index, asking);
  const among = new Set(speakers.passages.keys());
  const found = shortlist(index, asking.query, {
    limit: READ_BY_SPEAKER,
    time: asking.time,
    among,
  });
  const matchOf = (one: Speaker) => speakers.matchOf(one);
  return found.flatMap((one) => rank(one, search, () => statementUnits(one.passage, matchOf)));
}

/** What anybody says, or the article itself; the name of a speaker asked for counts as words. */
function otherUnits(index: CorpusIndex, asking: Asking): RankedUnit[] {
  const query = searchQuery(asking.question, index.engine, { namingSpeaker: true });
  const search = searchFor(index, { ...asking, query });
  const limit = asking.question.speaker === undefined ? READ_BY_WORDS : READ_BESIDE;
  const found = shortlist(index, query, { limit, time: asking.time });
  return found.flatMap((one) =>
    rank(one, search, (occurrences) => [bestWindow(one.passage, query, occurrences)]),
  );
}

function searchFor(index: CorpusIndex, asking: Asking): Search {
  const { query } = asking;
  const { read, meanings } = readerOf(index);
  const find = occurrenceFinder(query);
  return { ...asking, read, find, nearness: meanings.nearnessTo(query), asked: stemsOf(query) };
}

function rank(
  { passage, heldByArticle, heldAround, standing }: Shortlisted,
  { question, query, time, asked, ...search }: Search,
  unitsOf: (occurrences: readonly Occurrence[]) => Unit[],
): RankedUnit[] {
  const { terms, meaning, ...headings } = search.read(passage);
  const occurrences = search.find(terms);
  const headline = search.find(headings.headline);
  const section = search.find(headings.section);
  const held = maskOf(occurrences) | maskOf(headline) | maskOf(section);
  const nearness = search.nearness(meaning, held);
  return unitsOf(occurrences).map((unit) => {
    const values = featuresOf({
      question,
      query,
      asked,
      passage,
      unit,
      terms,
      occurrences,
      headline,
      section,
      heldByArticle,
      heldAround,
      standing,
      time,
      nearness,
    });
    return { passage, unit, values, occurrences, score: scoreOf(values) };
  });
}

/** What others are told of a unit. */
export function hitOf({ passage, unit, score, values, occurrences }: RankedUnit): Hit {
  return {
    passage,
    span: unit.span,
    attribution: unit.attribution,
    speakerMatch: unit.match,
    score,
    coverage: values.coverageWithHeadings,
    features: contributions(values),
    matches: occurrences.map(({ span }) => span).filter((span) => contains(unit.span, span)),
  };
}
