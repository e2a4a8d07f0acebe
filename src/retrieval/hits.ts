import { speaks } from '../attribution/speakers/speaks.ts';
import type { Question } from '../question/question.ts';
import { fold } from '../text/fold.ts';
import { contains, slice } from '../text/span.ts';
import { bestWindow } from './best-window.ts';
import { featuresOf } from './features.ts';
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

/** Everything that may answer: what the speaker asked for says, then what else there is; best first. */
export function rankedHits(index: CorpusIndex, asking: Asking): Hit[] {
  const candidates = candidatesFor(index, asking);
  const hits = [...candidates].flatMap(([position, heldByArticle]) => {
    const passage = index.passageAt(position);
    return admitted(passage, asking.question) ? hitsIn(passage, heldByArticle, asking) : [];
  });
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

/** Publisher, dates and phrases bind. */
function admitted({ article, paragraph }: Passage, question: Question): boolean {
  const { publisher, dates, phrases } = question;
  if (publisher !== undefined && fold(article.publisher ?? '') !== fold(publisher)) return false;
  if (dates !== undefined && !within(article.datePublished, dates)) return false;
  const text = phrases.length === 0 ? '' : fold(slice(article.body, paragraph.span));
  return phrases.every((phrase) => text.includes(fold(phrase)));
}

function within(
  date: string | undefined,
  { from, to }: { readonly from?: string; readonly to?: string },
): boolean {
  if (date === undefined) return false;
  return (from === undefined || date >= from) && (to === undefined || date.slice(0, 10) <= to);
}

function hitsIn(passage: Passage, heldByArticle: number, asking: Asking): Hit[] {
  const { question, query, asOf } = asking;
  const find = occurrenceFinder(query);
  const { article, paragraph } = passage;
  const { terms, occurrences } = find(article.body, paragraph.span);
  const headline = find(article.headline).occurrences;
  const section = find(paragraph.section ?? '').occurrences;
  return unitsOf(passage, asking, occurrences).map((unit) => {
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
