import type { SpeechAct } from '../attribution/attribution.ts';
import type { Article } from '../corpus/article.ts';
import type { AskedSpeaker, Question } from '../question/question.ts';
import { synonymsOf } from '../question/synonyms.ts';
import type { Feature } from '../retrieval/features.ts';
import type { Hit } from '../retrieval/retrieve.ts';
import { remembered } from '../text/remembered.ts';
import { contains, type Span, slice } from '../text/span.ts';
import { termsOf } from '../text/terms.ts';
import { actsIn } from './acts-in.ts';

/** How much a hit has to do with what is asked: enough to answer, enough for "possibly", or too little. */
export type Bearing = 'full' | 'partial' | 'none';

/** Shares of the topic's weight that the quotation itself words: headings help a hit along, but prove nothing. */
const FULL = 0.6;
const PARTIAL = { spoken: 0.24, told: 0.4 } as const;
/** The least probability at which a part of the topic is worth a "possibly". */
const LIKELY = 0.3;
const UNSURE = 0.15;
const SURE = 0.5;
/** How near in meaning the words of a speaker must come to those of the question. */
const RELATED = 0.22;
/** The more somebody says, the likelier that some of it comes near by chance. */
const PER_DOUBLING = 0.05;
/**
 * Likeness of meaning counts only where the article has this share of the topic somewhere: it may call Crimea "the
 * peninsula" here, but an article that never mentions submarines says nothing about them by mentioning missiles.
 */
const KNOWN = 0.5;
/** A silence that the article reports is about what the article is about. */
const ABOUT = 0.6;

/** Acts so particular that the act itself is half of what is asked: "what did X threaten?". */
const TELLING: ReadonlySet<SpeechAct> = new Set([
  'deny',
  'warn',
  'threaten',
  'promise',
  'accuse',
  'demand',
  'criticise',
  'praise',
  'order',
  'no-comment',
]);

/** What is known of all hits together. */
export interface Standing {
  /** Probability that the best hit answers. */
  readonly confidence: number;
  /** How many statements the speaker asked for has made, where likeness of meaning may count; else null. */
  readonly statements: number | null;
}

/** How `hit` bears on the question. */
export function bearingOf(hit: Hit, question: Question, standing: Standing): Bearing {
  if (question.terms.length === 0) return 'full';
  const share = valueIn(hit, 'coverage');
  if (share >= FULL || isFullInContext(hit, question, share)) return 'full';
  const partly = question.speaker
    ? isSpokenTo(hit, question, share, standing)
    : isToldOf(hit, question, share, standing);
  return partly ? 'partial' : 'none';
}

function isSpokenTo(hit: Hit, question: Question, share: number, standing: Standing): boolean {
  const { act, speaker } = question;
  const { confidence } = standing;
  if (isNear(hit, speaker, share, standing) && isMentioned(hit, question)) return true;
  if (share >= PARTIAL.spoken && confidence >= LIKELY) return true;
  if (share >= PARTIAL.told && confidence >= UNSURE) return true;
  const own = hit.attribution?.act;
  if (own === 'no-comment') return valueIn(hit, 'coverageOfArticle') >= ABOUT;
  return act !== undefined && own === act && TELLING.has(act);
}

function isToldOf(hit: Hit, question: Question, share: number, standing: Standing): boolean {
  const { confidence } = standing;
  return (
    confidence >= LIKELY && share >= PARTIAL.told && sharedWords(hit, question, [hit.span]) > 1
  );
}

/** Said by the very one asked for, not by one who speaks for the same side. */
const isOwn = ({ attribution }: Hit, asked: AskedSpeaker | undefined): boolean =>
  attribution?.speaker?.type === 'person' ||
  (attribution?.speaker?.aliases.includes(asked?.aliases[0] ?? '') ?? false);

/** Words of the article for the words of the asker ("the peninsula" for Crimea). */
const isRelated = (hit: Hit, statements: number | null): boolean =>
  statements !== null &&
  valueIn(hit, 'related') >= RELATED + PER_DOUBLING * Math.log2(1 + statements);

/** True where the words come near those of the question in meaning, as far as these can: a name cannot. */
function isNear(
  hit: Hit,
  asked: AskedSpeaker | undefined,
  share: number,
  { confidence, statements }: Standing,
): boolean {
  if (isOwn(hit, asked) && isRelated(hit, statements)) return true;
  return statements !== null && confidence >= SURE && share + valueIn(hit, 'related') >= RELATED;
}

/** True where the article as a whole holds enough of the topic. */
const isMentioned = (hit: Hit, question: Question): boolean =>
  countHeld(question, stemsOfArticle(hit.passage.article)) >= KNOWN * question.terms.length;

/** True where half of the terms or more stand in the hit itself. */
export const holds = (hit: Hit, asked: Worded): boolean =>
  sharedWords(hit, asked, [hit.span]) >= asked.terms.length / 2;

/** Terms, and other ways to write them. */
type Worded = Pick<Question, 'terms' | 'variants'>;

const valueIn = ({ weighed }: Hit, name: Feature): number => weighed?.values[name] ?? 0;

/** Refers back: "these actions", "it", "That plan …"; neither "this week" nor the "that" of "said that" does. */
const REFERS_BACK =
  /^\W*that\b|\b(?:(?:this|these|those)(?! (?:days?|weeks?|months?|years?|morning|afternoon|evening|spring|summer|autumn|fall|winter)\b)|such|it|its|they|them)\b/iu;

/**
 * The sentence before may complete what the hit itself takes up: by a word of the topic or the act asked about, or
 * because the whole article is about it. "Such actions" need not be all that the sentence before speaks of.
 */
function isFullInContext(hit: Hit, question: Question, share: number): boolean {
  const { speaker, act } = question;
  const takesUp =
    share > 0 || valueIn(hit, 'coverageOfHeadline') > 0 || actsIn(hit).some((own) => own === act);
  return (!speaker || takesUp) && inContext(hit, question, share) >= FULL;
}

/** What the sentence before adds to the share, where the quotation refers back to it. */
function inContext(hit: Hit, question: Question, share: number): number {
  const { passage, span } = hit;
  const { article, paragraph } = passage;
  const before = paragraph.sentences.findLast(({ end }) => end <= span.start);
  if (!before || !REFERS_BACK.test(slice(article.body, span))) return share;
  const own = sharedWords(hit, question, [span]);
  const both = sharedWords(hit, question, [before, span]);
  return share + (both - own) / question.terms.length;
}

/** How many terms stand, in any inflection or by another word for them, in the spans, which are of the hit's paragraph. */
const sharedWords = ({ terms }: Hit, asked: Worded, spans: readonly Span[]): number => {
  const inside = terms.filter(({ span }) => spans.some((part) => contains(part, span)));
  return countHeld(asked, new Set(inside.map(({ stem }) => stem)));
};

const stemsIn = (text: string): string[] => termsOf(text).map(({ stem }) => stem);

/** Stems of articles, as long as somebody holds these: many passages of one are judged. */
const articleStems = new WeakMap<Article, ReadonlySet<string>>();

function stemsOfArticle(article: Article): ReadonlySet<string> {
  const known = articleStems.get(article) ?? new Set(stemsIn(article.body));
  articleStems.set(article, known);
  return known;
}

/** The words of questions, which every hit is asked for. */
const WORDS_KEPT = 10_000;
const stemsOfTerm = remembered((term) => stemsIn(term), WORDS_KEPT);

function countHeld({ terms, variants }: Worded, held: ReadonlySet<string>): number {
  const isHeld = (term: string): boolean => stemsOfTerm(term).every((stem) => held.has(stem));
  const ways = (term: string) => [term, ...(variants[term] ?? []), ...synonymsOf(term)];
  return terms.filter((term) => ways(term).some(isHeld)).length;
}
