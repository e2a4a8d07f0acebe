import type { Question } from '../question/question.ts';
import { isKeyboardNoise, type SmallTalk, smallTalk } from '../question/small-talk.ts';
import { askedSpeaker } from '../question/speaker-names.ts';
import { wordsOf } from '../question/words.ts';
import type { CorpusIndex } from '../retrieval/retrieve.ts';
import type { Answer, Silence } from './answer.ts';
import type { AskOptions } from './archive.ts';
import type { Attempt } from './attempt.ts';
import { bestAttempt } from './best-attempt.ts';
import type { Origin } from './copies.ts';
import { evidenceOf } from './evidence.ts';
import { quotedAs } from './quoted-as.ts';
import { searchedIn } from './searched.ts';
import { type Understood, understand } from './understand.ts';

const LIMIT = 5;

/** What the corpus says to the words somebody typed. Total: any text has an answer. */
export function ask(index: CorpusIndex, text: string, options: AskOptions): Answer {
  const { parsed, words, nth, without } = understand(index, text, options);
  const narrow = (one: Question) => onlyBy(index, narrowed(one, options), options.only);
  const question = narrow(parsed.question);
  const asked = { question, understood: words, searched: searchedIn(index.census) };
  const talk = words === null ? noQuestion(text, question) : null;
  if (talk) return { ...asked, kind: 'no-question', why: talk };
  const others = options.only ? [] : parsed.otherwise.map(narrow);
  const { asOf, only } = options;
  const found = bestAttempt(index, [question, ...others], { asOf, without, only });
  return answered(index, found, asked, paged(options, nth, found.answers.length));
}

const noQuestion = (text: string, question: Question): SmallTalk | null =>
  smallTalk(text) ?? (isMeaningless(question) ? 'meaningless' : null);

/** "the second one" and "more" turn the page. */
function paged(options: AskOptions, nth: Understood['nth'], total: number): AskOptions {
  const { limit = LIMIT } = options;
  if (nth === null) return options;
  if (nth === 'more') return { ...options, offset: limit };
  return { ...options, offset: nth === 'last' ? Math.max(0, total - 1) : nth, limit: 1 };
}

type Asked = Pick<Answer, 'question' | 'understood' | 'searched'>;

function answered(index: CorpusIndex, found: Attempt, asked: Asked, options: AskOptions): Answer {
  const shown = (origin: Origin) => evidenceOf(index, origin);
  const { limit = LIMIT, offset = 0 } = options;
  const { question, confidence, silence } = found;
  if (silence) {
    const nearby = found.nearby.slice(0, limit).map(shown);
    return { ...asked, question, kind: 'nothing-found', confidence, silence, nearby };
  }
  const total = found.answers.length;
  if (offset >= total) {
    const none: Silence = { why: 'no-more', total };
    return { ...asked, question, kind: 'nothing-found', confidence, silence: none, nearby: [] };
  }
  const ordered = options.order === 'newest' ? newestFirst(found.answers) : found.answers;
  const page = ordered.slice(offset, offset + limit);
  return {
    ...asked,
    question,
    kind: 'quoted',
    confidence,
    tentative: found.tentative,
    quotations: page.map(shown),
    total,
    days: new Set(found.answers.map(publishedOn)).size,
    nearby: found.nearby.slice(0, limit - page.length).map(shown),
  };
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

/** The question put to one speaker whom the corpus quotes. */
const onlyBy = (index: CorpusIndex, question: Question, only?: string): Question =>
  only ? { ...question, speaker: quotedAs(index, only), alsoSpeakers: [] } : question;

/** Nothing to search by: no topic, no speaker, no phrase; or only a run of keys. */
function isMeaningless({ terms, speaker, phrases }: Question): boolean {
  if (speaker || phrases.length > 0) return false;
  return terms.every(isKeyboardNoise);
}

const publishedOn = ({ hit }: Origin): string => hit.passage.article.datePublished ?? '';

const newestFirst = (origins: readonly Origin[]): Origin[] =>
  [...origins].sort((a, b) => {
    const [one, other] = [publishedOn(a), publishedOn(b)];
    return one === other ? 0 : one > other ? -1 : 1;
  });
