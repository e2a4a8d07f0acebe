import { parseQuestion } from '../question/parse-question.ts';
import type { Question } from '../question/question.ts';
import { isKeyboardNoise, smallTalk } from '../question/small-talk.ts';
import { askedSpeaker } from '../question/speaker-names.ts';
import { wordsOf } from '../question/words.ts';
import type { CorpusIndex } from '../retrieval/retrieve.ts';
import type { Answer } from './answer.ts';
import type { AskOptions } from './archive.ts';
import { type Attempt, attempt, SURE } from './attempt.ts';
import type { Origin } from './copies.ts';
import { evidenceOf } from './evidence.ts';
import { searchedIn } from './searched.ts';

const LIMIT = 5;

/** What the corpus says to the words somebody typed. Total: any text has an answer. */
export function ask(index: CorpusIndex, text: string, options: AskOptions): Answer {
  const parsed = parseQuestion(text, options, index.lexicon);
  const question = narrowed(parsed.question, options);
  const searched = searchedIn(index.articles);
  const asked = { question, understood: null, searched };
  const talk = smallTalk(text) ?? (isMeaningless(question) ? 'meaningless' : null);
  if (talk) return { ...asked, kind: 'no-question', why: talk };
  const readings = [question, ...parsed.otherwise.map((other) => narrowed(other, options))];
  return answered(bestAttempt(index, readings, options.asOf), asked, options);
}

type Asked = Pick<Answer, 'question' | 'understood' | 'searched'>;

function answered(found: Attempt, asked: Asked, options: AskOptions): Answer {
  const { limit = LIMIT, offset = 0 } = options;
  const { question, confidence, silence } = found;
  if (silence) {
    const nearby = found.nearby.slice(0, limit).map(evidenceOf);
    return { ...asked, question, kind: 'nothing-found', confidence, silence, nearby };
  }
  const ordered = options.order === 'newest' ? newestFirst(found.answers) : found.answers;
  return {
    ...asked,
    question,
    kind: 'quoted',
    confidence,
    tentative: confidence < SURE,
    quotations: ordered.slice(offset, offset + limit).map(evidenceOf),
    total: ordered.length,
    nearby: [],
  };
}

/** The first reading that has an answer; where none has, the first. */
function bestAttempt(index: CorpusIndex, readings: readonly Question[], asOf: string): Attempt {
  let first: Attempt | null = null;
  for (const reading of readings) {
    const found = attempt(index, reading, asOf);
    if (found.silence === null) return found;
    first ??= found;
  }
  if (!first) throw new RangeError('A question needs at least one reading, got none');
  return first;
}

/** What a form or a button adds: it binds like the question's own words. */
function narrowed(question: Question, { speaker, publisher, from, to }: AskOptions): Question {
  const dates = { ...question.dates, ...(from ? { from } : {}), ...(to ? { to } : {}) };
  return {
    ...question,
    ...(speaker ? { speaker: askedSpeaker(wordsOf(speaker)) } : {}),
    ...(publisher ? { publisher } : {}),
    ...(dates.from || dates.to ? { dates } : {}),
  };
}

/** Nothing to search by: no topic, no speaker, no phrase; or only a run of keys. */
function isMeaningless({ terms, speaker, phrases }: Question): boolean {
  if (speaker || phrases.length > 0) return false;
  return terms.every(isKeyboardNoise);
}

const newestFirst = (origins: readonly Origin[]): Origin[] =>
  [...origins].sort((a, b) => {
    const [one, other] = [a, b].map(({ hit }) => hit.passage.article.datePublished ?? '');
    return (one ?? '') === (other ?? '') ? 0 : (one ?? '') > (other ?? '') ? -1 : 1;
  });
