import type { Question } from '../question/question.ts';
import type { CorpusIndex } from '../retrieval/retrieve.ts';
import { slice } from '../text/span.ts';
import { type Attempt, type AttemptOptions, attempt } from './attempt.ts';

/** The first reading is the likelier by this much. */
const FIRST_READING = 0.1;

/** The surest reading that has an answer; where none has, the first. */
export function bestAttempt(
  index: CorpusIndex,
  [first, ...others]: readonly [Question, ...Question[]],
  options: AttemptOptions,
): Attempt {
  let best = attemptEach(index, first, options);
  for (const other of others) {
    const next = attemptEach(index, other, { ...options, topic: topicKept(first, other) });
    best = better(best, next, first.speaker !== undefined && asksForAnswer(other));
  }
  return best;
}

function better(best: Attempt, next: Attempt, isAboutSilence: boolean): Attempt {
  if (next.silence !== null) return best;
  if (isAboutSilence) return withReportedSilence(best, next);
  return isSurer(next, best) ? next : best;
}

const isSurer = (next: Attempt, best: Attempt): boolean =>
  best.silence !== null || next.confidence > best.confidence + FIRST_READING;

/** Read without its speaker, a question still asks about its topic: the name alone must not answer it, nor lack. */
function topicKept(first: Question, other: Question): AttemptOptions['topic'] {
  if (!first.speaker || other.speaker) return undefined;
  const added = other.terms.filter((term) => !first.terms.includes(term));
  const name = added.filter((term) => !ANSWERING.test(term));
  return { topic: asksForAnswer(other) ? [] : first.terms, name };
}

const ANSWERING = /^(?:comment|respond|repl[yi]|react)/;
const asksForAnswer = ({ terms }: Question): boolean => terms.some((term) => ANSWERING.test(term));

/** "Ukraine hasn't commented", "declined to comment", "did not respond". */
const REPORTED_SILENCE =
  /(?:n['’]t|\b(?:not|never|no|yet to|declin\w+|refus\w+|without))\s+(?:\w+\s+){0,3}?(?:comment|respon[ds]|repl[yi]|react)/iu;

/** The silence that an article reports, quoted before all else. */
function withReportedSilence(best: Attempt, next: Attempt): Attempt {
  const reported = next.answers.filter(({ hit }) =>
    REPORTED_SILENCE.test(slice(hit.passage.article.body, hit.span)),
  );
  if (reported.length === 0) return best;
  if (best.silence) return { ...next, question: best.question, answers: reported };
  const shown = new Set(best.answers.map(({ hit }) => hit.passage));
  const first = reported.filter(({ hit }) => !shown.has(hit.passage) || hit.speakerMatch === null);
  return { ...best, answers: [...first, ...best.answers] };
}

/** Where several speakers are asked for, each is searched for, and their answers take turns: equal room, no verdict. */
function attemptEach(index: CorpusIndex, question: Question, options: AttemptOptions): Attempt {
  const found = attempt(index, question, options);
  const others = (question.alsoSpeakers ?? []).map((speaker) =>
    attempt(index, { ...question, speaker }, options),
  );
  return others.reduce(both, found);
}

function both(one: Attempt, other: Attempt): Attempt {
  if (one.silence) return other.silence ? one : { ...other, question: one.question };
  if (other.silence) return one;
  const longest = Math.max(one.answers.length, other.answers.length);
  const turns = Array.from({ length: longest }, (_, at) => [one.answers[at], other.answers[at]]);
  return {
    ...one,
    confidence: Math.min(one.confidence, other.confidence),
    tentative: one.tentative || other.tentative,
    answers: turns.flat().filter((origin) => origin !== undefined),
  };
}
