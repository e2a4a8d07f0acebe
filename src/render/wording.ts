import type { Answer, Credit, Evidence, Searched, Silence } from '../answer/answer.ts';
import type { Verification } from '../answer/archive.ts';
import type { LoadProblem } from '../corpus/article.ts';

/**
 * Every sentence in the bot's own voice. Plain text: no markup, nothing that any surface would interpret.
 * The rule: an absence always carries its scope ("in the 12 articles searched"), and Quoth never says that somebody
 * "has not commented": only that the corpus holds nothing.
 */

/** "1 article", "1,204 articles". */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? noun : plural}`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An ISO date as "5 Jan 2025", whatever the reader's locale or time zone; other text as it is. */
export function day(isoDate: string): string {
  const [year, month, date] = isoDate.slice(0, 10).split('-').map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  return year && name && date ? `${date} ${name} ${year}` : isoDate;
}

/** What was searched: "2 articles, 5 Jan 2025 to 7 Mar 2026". */
export function searchedWords({ articles, from, to }: Searched): string {
  const size = counted(articles, 'article');
  if (!from || !to) return size;
  return from === to ? `${size}, dated ${day(from)}` : `${size}, ${day(from)} to ${day(to)}`;
}

/** What an absence is about: "the 2 articles searched (5 Jan 2025 to 7 Mar 2026)". */
export function scopeWords({ articles, from, to }: Searched): string {
  const size = `the ${counted(articles, 'article')} searched`;
  if (!from || !to) return size;
  return from === to ? `${size} (${day(from)})` : `${size} (${day(from)} to ${day(to)})`;
}

/** "Said directly", "Reported" or "Partly in their own words": never quotation marks round reported speech. */
function kindWords(credit: Credit): string {
  switch (credit.kind) {
    case 'direct':
      return 'said directly';
    case 'indirect':
      return 'reported';
    case 'mixed':
      return 'reported, partly in the speaker’s words';
  }
}

/** Who said it, or the plain statement that the article does not say. */
export function speakerWords(credit: Credit | null): string {
  if (credit === null) return 'The article’s own words';
  if (credit.speaker !== null) return capitalised(credit.speaker);
  if (credit.candidates.length > 1) return `Unclear: ${credit.candidates.join(' or ')}`;
  return credit.mention === '' ? 'Speaker not stated' : `“${credit.mention}” (not identified)`;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How it was said: `reported · “warned” · according to state media`. Empty for the article's own words. */
export function mannerWords(credit: Credit | null): string {
  if (credit === null) return '';
  const cue = credit.cue === '' ? [] : [`“${credit.cue}”`];
  const via = credit.via.map((name) => `carried by ${name}`);
  return [kindWords(credit), ...cue, ...via].join(' · ');
}

/** Where it stands: `“Headline”, Outlet, 5 Jan 2025 · Section · ¶3`. */
export const placeWords = (evidence: Evidence): string =>
  `“${evidence.quotation.article.headline}”${placeAfterHeadline(evidence)}`;

/** What follows the headline, for surfaces that make it a link: `, Outlet, 5 Jan 2025 · Section · ¶3`. */
export function placeAfterHeadline(evidence: Evidence): string {
  const { article } = evidence.quotation;
  const date = article.datePublished ? day(article.datePublished) : 'undated';
  const origin = ['', article.publisher, date].filter((part) => part !== undefined).join(', ');
  return [origin, evidence.section, `¶${evidence.paragraph}`].filter(Boolean).join(' · ');
}

/** "Also in 2 other articles: A, B": one origin, however often it is reprinted. Empty for none. */
export function copiesWords(evidence: Evidence): string {
  const { copies } = evidence;
  if (copies.length === 0) return '';
  const names = copies
    .slice(0, 3)
    .map(({ article }) => article.publisher ?? `“${article.headline}”`);
  const rest = copies.length > names.length ? ` and ${copies.length - names.length} more` : '';
  return `The same words also in ${counted(copies.length, 'other article')}: ${names.join(', ')}${rest}`;
}

/** Why there is no answer, with what was searched. */
export function silenceWords(silence: Silence, searched: Searched): string {
  const scope = `in ${scopeWords(searched)}`;
  switch (silence.why) {
    case 'unknown-words':
      return `${wordsMissing(silence.words)} ${scope}.`;
    case 'unknown-speaker':
      return `I found nothing said by “${silence.speaker}” ${scope}.`;
    case 'speaker-silent-on-topic':
      return silentSpeaker(silence, scope);
    case 'outside-dates':
      return `I found nothing ${between(silence.from, silence.to)} ${scope}.`;
    case 'unknown-publisher':
      return `No article by “${silence.publisher}” is ${scope}.`;
    case 'phrase-not-found':
      return `The exact words “${silence.phrase}” do not stand ${scope}.`;
    case 'weak-evidence':
      return `I found nothing that answers this ${scope}.`;
    case 'no-more':
      return `That was all: I found ${counted(silence.total, 'quotation')} ${scope}.`;
    case 'empty-corpus':
      return 'There are no articles to search yet.';
  }
}

function silentSpeaker(
  silence: Extract<Silence, { why: 'speaker-silent-on-topic' }>,
  scope: string,
): string {
  const { speaker, topic, articlesMentioningSpeaker, statementsBySpeaker } = silence;
  const about = topic === '' ? 'this' : `“${topic}”`;
  const mentioning = articlesMentioningSpeaker === 1 ? 'mentions' : 'mention';
  const known =
    statementsBySpeaker === 0
      ? `${counted(articlesMentioningSpeaker, 'article')} ${mentioning} ${speaker}, but none reports their words.`
      : `They hold ${counted(statementsBySpeaker, 'statement')} by ${speaker} on other matters.`;
  return `I found no statement by ${speaker} about ${about} ${scope}. ${known}`;
}

function between(from: string | undefined, to: string | undefined): string {
  if (from && to) return `between ${day(from)} and ${day(to)}`;
  if (from) return `since ${day(from)}`;
  return to ? `until ${day(to)}` : 'in that time';
}

/** Each of these words is missing, or the question would have found something. */
function wordsMissing(words: readonly string[]): string {
  const named = words.map((word) => `“${word}”`);
  const last = named.pop() ?? '';
  return named.length === 0
    ? `${last} does not occur`
    : `Neither ${named.join(', ')} nor ${last} occurs`;
}

/** The line above the quotations: how many there are, and how sure Quoth is of the first. */
export function foundWords(answer: Extract<Answer, { kind: 'quoted' }>): string {
  const shown = answer.quotations.length;
  const number =
    answer.total > shown ? `${shown} of ${answer.total} quotations` : counted(shown, 'quotation');
  return answer.tentative ? `Possibly: ${number}` : number;
}

/** "file.md:3 (date): what is wrong; what to do". */
export function problemWords({ path, line, field, message, fix }: LoadProblem): string {
  const place = `${path}${line === undefined ? '' : `:${line}`}`;
  return `${place}${field === undefined ? '' : ` (${field})`}: ${uncapitalised(message)}; ${uncapitalised(fix)}`;
}

/** Within a sentence; "JSON" and the like stay. */
const uncapitalised = (text: string): string =>
  text.replace(/^\p{Lu}(?=\p{Ll}*\s)/u, (letter) => letter.toLowerCase());

/** How a follow-up was understood. */
export const understoodWords = (understood: string): string => `Understood as: ${understood}`;

/** The label over passages that are not an answer. */
export const NEARBY = 'Not an answer, but the nearest passages:';

/** What became of words somebody believes to be a quotation. */
export function verificationWords(verification: Verification): string {
  switch (verification.kind) {
    case 'verbatim':
      return `Verbatim: these words stand in ${counted(verification.evidence.length, 'place')}.`;
    case 'altered':
      return 'Altered: no article has exactly these words. In the nearest, + stands there and - does not:';
    case 'not-found':
      return 'Not found: no article has these words or anything close to them.';
  }
}

/** What to say when there was no question. `examples` surely have answers. */
export function helpWords(
  why: Extract<Answer, { kind: 'no-question' }>['why'],
  examples: readonly string[],
  searched: Searched,
): string {
  if (why === 'thanks') return opening(why);
  const tries = examples.map((example) => `  • ${example}`).join('\n');
  return [
    opening(why),
    `I quote what the articles in my corpus say, word for word, with who said it and where. I never write an answer of my own. I have ${searchedWords(searched)}.`,
    ...(tries === '' ? [] : [`Try:\n${tries}`]),
  ].join('\n\n');
}

function opening(why: Extract<Answer, { kind: 'no-question' }>['why']): string {
  switch (why) {
    case 'empty':
      return 'Ask me a question about the news.';
    case 'greeting':
      return 'Hello.';
    case 'help':
      return 'Here is what I do.';
    case 'thanks':
      return 'You are welcome.';
    case 'meaningless':
      return 'I could not find a word in that to search for.';
  }
}

/** An unexpected failure, in one plain sentence: the reference stands in the log beside the cause. */
export const failureWords = (reference: string): string =>
  `Something went wrong on my side and I could not look this up; please ask again, and if it happens again give the people who run me this reference: ${reference}.`;
