import { contains, hull, overlaps, type Span, slice } from '../../text/span.ts';
import type { AttributionSpans } from '../attribution.ts';
import { aheadFrame } from './ahead.ts';
import { openMark } from './open-quotation.ts';
import { isCapital, lowerAt, spanOf, type Word, wordAt, wordsOf } from './words.ts';

interface Article {
  readonly body: string;
  readonly paragraphs: readonly (readonly Span[])[];
  /** What was found in each paragraph. */
  readonly found: readonly (readonly AttributionSpans[])[];
}

/**
 * `found`, paragraph by paragraph, with the quotations by which a speaker goes on in the paragraphs after: behind a
 * colon ("Roe said:"), and where a quotation is left open and the next paragraph opens with a mark again.
 */
export const intoNextParagraphs = (article: Article): (readonly AttributionSpans[])[] =>
  article.found.map((own, at) => {
    const { body, paragraphs } = article;
    const paragraph = hull(paragraphs[at] ?? []);
    if (!paragraph || !opensQuotation(body, paragraphs[at + 1])) return own;
    if (body[paragraph.end - 1] === ':') return ledByColon(article, at);
    const open = openedAt(body, paragraph);
    return open === null
      ? closedBefore(article, at, paragraph)
      : leftOpen(article, at, { ...paragraph, start: open });
  });

const OPENS = /^(?:[“"]|``|'')/u;

const opensQuotation = (body: string, sentences: readonly Span[] | undefined): boolean =>
  sentences?.[0] !== undefined && OPENS.test(slice(body, sentences[0]));

/** "Roe told the council:" and "Roe issued a statement:", and the quotations that stand below it. */
function ledByColon(article: Article, at: number): readonly AttributionSpans[] {
  const { body, found } = article;
  const own = found[at] ?? [];
  const below = quotationsFrom(article, at + 1);
  const led = below.length > 0 ? speakerAbove(article, at) : null;
  if (!led) return own;
  const clause = led.content.filter((span) => /^that\b/u.test(slice(body, span)));
  const others = own.filter(
    ({ cue }) => !cue.some((one) => led.cue.some((other) => overlaps(one, other))),
  );
  return [...others, { ...led, content: [...clause, ...below] }].sort(byCue);
}

/** Who speaks before the colon that ends paragraph `at`, and what was taken for what is said. */
function speakerAbove({ body, paragraphs, found }: Article, at: number): AttributionSpans | null {
  const own = found[at] ?? [];
  const words = wordsOf(body, paragraphs[at] ?? []);
  const frame = aheadFrame(words);
  if (!frame) return own.find((one) => one.source.length > 0 && reachesColon(words, one)) ?? null;
  const cue = spanOf(words, frame.cue);
  const same = own.find((one) => one.cue.some((part) => overlaps(part, cue)));
  return {
    source: [spanOf(words, frame.source)],
    cue: same?.cue ?? [cue],
    content: same?.content ?? [],
  };
}

const STATEMENT =
  /^(?:following|statement|message|words|remarks?|answer|reply|response|tweet|post|letter|comment)$/u;

/** "… issued the following statement:". */
const reachesColon = (words: readonly Word[], { content }: AttributionSpans): boolean =>
  STATEMENT.test(lowerAt(words, words.length - 2)) &&
  content.some(({ end }) => end >= wordAt(words, words.length - 1).start);

const byCue = (a: AttributionSpans, b: AttributionSpans): number =>
  (a.cue[0]?.start ?? 0) - (b.cue[0]?.start ?? 0);

/** “… ends here. / “It goes on.” — with the first part told to the end of its paragraph, `rest` being what is open. */
function leftOpen(article: Article, at: number, rest: Span): readonly AttributionSpans[] {
  const own = article.found[at] ?? [];
  const leader = own.find((one) => holds(one, rest));
  const more = leader ? quotationsFrom(article, at + 1) : [];
  if (!leader || more.length === 0) return own;
  const before = leader.content.filter(({ start }) => start < rest.end);
  const { start } = before.at(-1) ?? rest;
  const content = [...before.slice(0, -1), { start, end: rest.end }, ...more];
  return own.map((one) => (one === leader ? { ...one, content } : one));
}

/** Fewest words of a quotation that is its own paragraph and has no speaker there: not "No!" from a crowd. */
const SHORTEST = 6;

/** Words of one who answers somebody. */
const ADDRESSES = /\b(?:you|your|yours|yourselves|sir|madam)\b/iu;
const ANSWERS = /^\W*(?:yes|yeah|no|nonsense|wrong|liar|shame)\b/iu;

/** True where `more` may be another's answer to what was said before it. */
const mayAnswer = (more: string, before: string): boolean =>
  ANSWERS.test(more) || (ADDRESSES.test(more) && !ADDRESSES.test(before));

/** “It ends here,” Roe said. / “It goes on.” — where nobody else speaks in either, nor right after, nor may answer. */
function closedBefore(article: Article, at: number, paragraph: Span): readonly AttributionSpans[] {
  const { body, paragraphs } = article;
  const own = article.found[at] ?? [];
  const leader = own.find((one) => endsWithSpeaker(body, paragraph, one));
  const outside = own.filter(
    (one) =>
      one !== leader &&
      !one.cue.every((cue) => leader?.content.some((span) => contains(span, cue))),
  );
  if (!leader || outside.length > 0 || opensQuotation(body, paragraphs[at + 2])) return own;
  const [more] = quotationsFrom(article, at + 1);
  const whole = more && more.end >= (paragraphs[at + 1]?.at(-1)?.end ?? 0);
  if (!whole || slice(body, more).split(/\s+/u).length < SHORTEST) return own;
  const before = leader.content.filter(({ start }) => start < paragraph.end);
  const said = before.map((span) => slice(body, span)).join(' ');
  if (mayAnswer(slice(body, more), said)) return own;
  return own.map((one) => (one === leader ? { ...one, content: [...before, more] } : one));
}

/** True for one whose quotations open `paragraph`, and who is named at its end: not after a question. */
function endsWithSpeaker(
  body: string,
  paragraph: Span,
  { source, cue, content }: AttributionSpans,
): boolean {
  const before = content.filter(({ start }) => start < paragraph.end);
  const said = hull(before);
  const speaks = hull([...source, ...cue]);
  if (!said || !speaks || said.start !== paragraph.start || speaks.start < said.end) return false;
  const asks = /[?]\W*$/u.test(slice(body, said));
  return !asks && !/[“”"]|``|''/u.test(body.slice(said.end, paragraph.end));
}

/** Where the quotation begins that `paragraph` does not close; null for none. */
function openedAt(body: string, paragraph: Span): number | null {
  const text = slice(body, paragraph);
  const closing = openMark(text, '');
  if (closing === null) return null;
  const opening = closing === '”' ? '“' : closing === "''" && text.includes('``') ? '``' : closing;
  return paragraph.start + text.lastIndexOf(opening);
}

/** True for one whose last content in the paragraph takes in where `rest` begins, and that speaks before it. */
function holds({ source, cue, content }: AttributionSpans, rest: Span): boolean {
  const last = content.findLast(({ start }) => start < rest.end);
  const within = last !== undefined && last.start <= rest.start && last.end > rest.start;
  return within && ![...source, ...cue].some((span) => overlaps(span, rest));
}

/** The quotation that opens paragraph `from`, and those of the next paragraphs while each is left open. */
function quotationsFrom({ body, paragraphs, found }: Article, from: number): Span[] {
  const quotations: Span[] = [];
  for (let at = from; opensQuotation(body, paragraphs[at]); at++) {
    const words = wordsOf(body, paragraphs[at] ?? []);
    const end = quotationEnd(words);
    const quotation = { start: wordAt(words, 0).start, end: wordAt(words, end - 1).end };
    const others = (found[at] ?? []).some((one) => speaksOf(one, quotation));
    if (others || !standsAlone(words, end)) break;
    quotations.push(quotation);
    if (wordAt(words, end - 1).mark === 'close') break;
  }
  return quotations;
}

function quotationEnd(words: readonly Word[]): number {
  const after = words.findIndex(({ quote }) => quote !== 1);
  return after < 0 ? words.length : after;
}

/** True where nothing, or a new sentence, follows the quotation that ends before word `end`. */
function standsAlone(words: readonly Word[], end: number): boolean {
  const next = wordAt(words, end);
  const ended = wordAt(words, end - 2).text === '.' && isCapital(next);
  return end >= words.length || (ended && next.sentence.first === end);
}

/** True for one that says `quotation` from outside it. */
const speaksOf = ({ cue, content }: AttributionSpans, quotation: Span): boolean =>
  content.some((span) => overlaps(span, quotation)) &&
  cue.some((span) => !overlaps(span, quotation));
