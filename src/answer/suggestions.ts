import type { Speaker } from '../attribution/attribution.ts';
import { standsFor } from '../attribution/speakers/countries.ts';
import { organisationKey } from '../attribution/speakers/organisation-key.ts';
import { speechVerb } from '../question/speech-verbs.ts';
import type { CorpusIndex, Passage } from '../retrieval/retrieve.ts';
import { fold } from '../text/fold.ts';
import { type Span, slice } from '../text/span.ts';
import { canonicalSpelling } from '../text/spelling.ts';
import { type Term, termsOf } from '../text/terms.ts';
import { ask } from './ask.ts';

const SUGGESTIONS = 4;
const SPEAKERS_TRIED = 24;
const TOPICS_TRIED = 4;
const STATEMENTS_READ = 12;
/** Of a large corpus the latest articles suggest enough. */
const ARTICLES_READ = 500;

/** Questions that surely have answers, since each was asked; at most four, each about another speaker. */
export function suggestionsFor(index: CorpusIndex): string[] {
  const statements = statementsBySpeaker(index);
  const suggestions = new Map<string, string>();
  const quoted = index.lexicon.mostQuoted(SPEAKERS_TRIED).flatMap(({ speaker }) => {
    const name = shortName(speaker);
    return name === null ? [] : [{ speaker, name, one: oneSpeaker(name) }];
  });
  for (const { speaker, name, one } of quoted) {
    if (suggestions.size === SUGGESTIONS) break;
    if (suggestions.has(one)) continue;
    const question = answerable(index, name, statements.get(speaker.name) ?? []);
    if (question) suggestions.set(one, question);
  }
  return [...suggestions.values()];
}

/** Articles write one ministry in several ways. */
function oneSpeaker(name: string): string {
  const { words, country } = organisationKey(name);
  return words === '' ? name : `${country} ${words}`;
}

interface Statement {
  readonly passage: Passage;
  readonly content: readonly { readonly start: number; readonly end: number }[];
}

/** The passages of the first few statements of each speaker, by name. */
function statementsBySpeaker(index: CorpusIndex): Map<string, Statement[]> {
  const found = new Map<string, Statement[]>();
  const { articles } = index;
  const first = Math.max(0, articles.count - ARTICLES_READ);
  const read = Array.from({ length: articles.count - first }, (_, at) => articles.at(first + at));
  const passages = read.flatMap((article) => index.passagesOf(article));
  const said = passages.flatMap((passage) =>
    passage.attributions.map(({ speaker, content }) => ({ passage, speaker, content })),
  );
  for (const { passage, speaker, content } of said) {
    if (speaker) note(found, speaker.name, { passage, content });
  }
  return found;
}

function note(found: Map<string, Statement[]>, name: string, statement: Statement): void {
  const statements = found.get(name) ?? [];
  if (statements.length < STATEMENTS_READ) statements.push(statement);
  found.set(name, statements);
}

/** A question about what `name` says most tellingly; null where none of a few is surely answered. */
function answerable(
  index: CorpusIndex,
  name: string,
  statements: readonly Statement[],
): string | null {
  const topics = statements
    .flatMap((statement) => topicOf(statement) ?? [])
    .sort((a, b) => b.weight - a.weight)
    .slice(0, TOPICS_TRIED);
  const questions = topics.map(({ topic }) => `What did ${name} say about ${topic}?`);
  return questions.find((question) => surelyAnswered(index, question)) ?? null;
}

function surelyAnswered(index: CorpusIndex, question: string): boolean {
  const answer = ask(index, question, { asOf: '9999-12-31', previous: [], limit: 1 });
  return answer.kind === 'quoted' && !answer.tentative && answer.quotations[0]?.credit != null;
}

/** People by their full names, without what describes them; organisations as they are written; null for others. */
function shortName({ name, type, aliases }: Speaker): string | null {
  if (type === 'unnamed' || type === 'group') return null;
  if (type !== 'person') {
    return /^(?:[Tt]he )?\p{Lu}/u.test(name) ? name.replace(/^The /u, 'the ') : null;
  }
  const words = name.split(' ');
  const tails = words.map((_, at) => words.slice(at).join(' '));
  return tails.find((tail) => tail.includes(' ') && aliases.includes(fold(tail))) ?? null;
}

interface Topic {
  readonly topic: string;
  readonly weight: number;
}

/** The name, or else the word, that the statement shares with the rest of its article most often. */
function topicOf({ passage, content }: Statement): Topic | null {
  const { body } = passage.article;
  const frequent = frequencies(body);
  const weightOf = ({ stem, span }: Term): number =>
    (isName(body, span) ? 3 : 1) * Math.min(4, frequent.get(stem) ?? 0);
  const [best] = content
    .flatMap((span) => termsOf(body, span))
    .filter(({ word, span }) => isTopic(word) && !isEpithet(body, span))
    .sort((a, b) => weightOf(b) - weightOf(a));
  if (!best || weightOf(best) < LEAST_TELLING) return null;
  const topic = isName(body, best.span)
    ? slice(body, wholeName(body, best.span)).replace(/['’]s$/u, '')
    : pluralIn(body, best.word);
  return topic === null ? null : { topic, weight: weightOf(best) };
}

/** "about missiles" reads as a question does, "about missile" does not; null where the article has no plural. */
function pluralIn(body: string, word: string): string | null {
  const plural = /[^s]s$/u.test(word) ? word : `${word}s`;
  return body
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .includes(plural)
    ? plural
    : null;
}

/** A name met once, or a word met three times in its article. */
const LEAST_TELLING = 3;

/** Numbers, days, peoples and words of speaking are no topics. */
const isTopic = (word: string): boolean =>
  word.length > 3 &&
  /^\p{L}+$/u.test(canonicalSpelling(word)) &&
  !/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(word) &&
  !standsFor(word) &&
  speechVerb(word) === null &&
  !word.endsWith('ing') &&
  !word.endsWith('ed');

/** "Western", "Icelandic", the first half of "Seaglint-made": said of something else. */
const isEpithet = (body: string, { start, end }: Span): boolean =>
  body[end] === '-' ||
  (/\p{Lu}/u.test(body[start] ?? '') &&
    /(?:ern|ian|ish|ese|ic)$/u.test(slice(body, { start, end })));

const isName = (body: string, { start }: Span): boolean =>
  /\p{Lu}/u.test(body[start] ?? '') &&
  /[\p{L},] $/u.test(body.slice(Math.max(0, start - 2), start));

/** "Petersburg" with the "St." before it, "Skarv" with what follows in capitals. */
function wholeName(body: string, { start, end }: Span): Span {
  const after = /^(?:[ -]\p{Lu}[\p{L}-]+){1,2}/u.exec(body.slice(end, end + 60))?.[0] ?? '';
  const before =
    /(?:\p{Lu}[\p{L}.-]+ ){1,2}$/u.exec(body.slice(Math.max(0, start - 40), start))?.[0] ?? '';
  return { start: start - before.length, end: end + after.length };
}

function frequencies(body: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { stem } of termsOf(body)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}
