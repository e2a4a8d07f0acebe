import { speaks } from '../attribution/speakers/speaks.ts';
import type { Question } from '../question/question.ts';
import { contains } from '../text/span.ts';
import { bestWindow } from './best-window.ts';
import { featuresOf } from './features.ts';
import { nearnessTo } from './meaning.ts';
import { occurrenceFinder } from './occurrences.ts';
import { contributions } from './ranker.ts';
import type { CorpusIndex, Hit, Passage } from './retrieve.ts';
import { type SearchQuery, soughtBy } from './search-query.ts';
import { statementUnits, type Unit } from './units.ts';

/** Passages read closely for one question. */
const READ_BY_WORDS = 80;
const READ_BY_SPEAKER = 400;

interface Asking {
  readonly question: Question;
  readonly query: SearchQuery;
  readonly asOf: string;
}

interface Reader extends Asking {
  readonly find: ReturnType<typeof occurrenceFinder>;
  readonly nearness: ReturnType<typeof nearnessTo>;
}

/** Everything that may answer: what the speaker asked for says, then what else there is; best first. */
export function rankedHits(index: CorpusIndex, asking: Asking): Hit[] {
  const candidates = candidatesFor(index, asking);
  const reader: Reader = {
    ...asking,
    find: occurrenceFinder(asking.query),
    nearness: nearnessTo(asking.query, index.vectors),
  };
  const hits = [...candidates].flatMap(([position, heldByArticle]) =>
    hitsIn(index.passageAt(position), heldByArticle, reader),
  );
  return hits.sort((a, b) => tier(a) - tier(b) || b.score - a.score);
}

const tier = ({ speakerMatch }: Hit): number => (speakerMatch === null ? 1 : 0);

/** Positions of passages to read, with the terms that their articles hold. */
function candidatesFor(
  { engine, speakers }: CorpusIndex,
  { question, query }: Asking,
): Map<number, number> {
  const sought = soughtBy(query, engine);
  const found = engine.candidates(sought, { limit: READ_BY_WORDS });
  const spoken = question.speaker === undefined ? null : speakers.passagesOf(question.speaker);
  if (spoken !== null) {
    const among = new Set(spoken.keys());
    found.push(...engine.candidates(sought, { limit: READ_BY_SPEAKER, among }));
  }
  const chosen = new Map(found.map(({ passage, heldByArticle }) => [passage, heldByArticle]));
  for (const passage of spoken?.keys() ?? []) {
    if (chosen.size >= READ_BY_WORDS + READ_BY_SPEAKER) break;
    if (!chosen.has(passage)) chosen.set(passage, 0);
  }
  return chosen;
}

function hitsIn(passage: Passage, heldByArticle: number, reader: Reader): Hit[] {
  const { question, query, asOf, find } = reader;
  const { article, paragraph } = passage;
  const { terms, occurrences } = find(article.body, paragraph.span);
  const heading = find(article.headline);
  const headline = heading.occurrences;
  const section = find(paragraph.section ?? '').occurrences;
  const held = new Set([...occurrences, ...headline, ...section].map(({ term }) => term));
  const nearness = reader.nearness([...terms, ...heading.terms], (term) => held.has(term));
  return unitsOf(passage, reader, occurrences).map((unit) => {
    const values = featuresOf({
      question,
      query,
      passage,
      unit,
      terms,
      occurrences,
      headline,
      section,
      heldByArticle,
      asOf,
      nearness,
    });
    const features = contributions(values);
    return {
      passage,
      span: unit.span,
      attribution: unit.attribution,
      speakerMatch: unit.match,
      score: features.reduce((sum, { contribution }) => sum + contribution, 0),
      coverage: values.coverageWithHeadings,
      features,
      matches: occurrences.map(({ span }) => span).filter((span) => contains(unit.span, span)),
    };
  });
}

function unitsOf(
  passage: Passage,
  { question, query }: Asking,
  occurrences: Parameters<typeof bestWindow>[2],
): Unit[] {
  const { speaker } = question;
  const statements =
    speaker === undefined ? [] : statementUnits(passage, (one) => speaks(one, speaker));
  return statements.length > 0 ? statements : [bestWindow(passage, query, occurrences)];
}
