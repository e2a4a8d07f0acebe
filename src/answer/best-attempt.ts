import type { Question } from '../question/question.ts';
import type { CorpusIndex } from '../retrieval/retrieve.ts';
import { type Attempt, type AttemptOptions, attempt } from './attempt.ts';

/** The first reading that surely has an answer, or else the surest that has any; where none has, the first. */
export function bestAttempt(
  index: CorpusIndex,
  [first, ...others]: readonly [Question, ...Question[]],
  options: AttemptOptions,
): Attempt {
  let best = attemptEach(index, first, options);
  for (const other of others) {
    if (best.silence === null && !best.tentative) break;
    const kept = topicKept(first, other);
    const next = attemptEach(index, other, kept ? { ...options, topic: kept } : options);
    const surer = best.silence !== null || next.confidence > best.confidence;
    if (next.silence === null && surer) best = next;
  }
  return best;
}

/** Read without its speaker, a question still asks about its topic: the name alone must not answer it, nor lack. */
function topicKept(first: Question, other: Question): AttemptOptions['topic'] {
  if (!first.speaker || other.speaker) return undefined;
  const name = other.terms.filter((term) => !first.terms.includes(term));
  return { topic: first.terms, name };
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
