import { fold } from '../text/fold.ts';
import { type Span, slice } from '../text/span.ts';
import type { Block } from './article.ts';
import { furnitureReason } from './furniture.ts';
import { LIST_ITEM, type Line, linesOf } from './lines.ts';

export interface Layout {
  /** In the order of the body, none overlapping; only white space lies between them. */
  readonly blocks: readonly Block[];
  /** The headline found as the first line; null where the first words are a paragraph. */
  readonly headline: string | null;
}

/**
 * What each line of plain text is. `statedHeadline` (front matter, record) settles what the headline is: the first
 * line is then a headline only where it repeats it. Words are never lost: a text of one line is a paragraph.
 */
export function layOut(body: string, statedHeadline?: string): Layout {
  const lines = linesOf(body);
  const texts = lines.map(({ span }) => slice(body, span));
  const kinds = kindsOf(texts, lines, statedHeadline);
  const blocks = kinds.map((kind, at) => blockOf(kind, lines[at]?.span ?? NOWHERE));
  const first = blocks.find(({ kind }) => kind === 'headline');
  return { blocks, headline: first === undefined ? null : slice(body, first.span) };
}

const NOWHERE: Span = { start: 0, end: 0 };

type Kind = { readonly kind: 'headline' | 'heading' | 'paragraph' } | Furniture;
type Furniture = { readonly kind: 'furniture'; readonly why: string };

const PARAGRAPH: Kind = { kind: 'paragraph' };

const blockOf = (kind: Kind, span: Span): Block => ({ ...kind, span });

function kindsOf(texts: readonly string[], lines: readonly Line[], stated?: string): Kind[] {
  const kinds = texts.map(furnitureOrParagraph);
  if (kinds.every(({ kind }) => kind === 'furniture')) return texts.map(onlyWords);
  const first = kinds.findIndex(({ kind }) => kind === 'paragraph');
  const rest = kinds.filter(({ kind }) => kind === 'paragraph').length - 1;
  if (first >= 0 && rest > 0 && isHeadline(texts[first] ?? '', stated)) {
    kinds[first] = { kind: 'headline' };
  }
  const standsApart = (at: number) => lines[at]?.afterBlank === true;
  for (const at of headingsAmong(texts, kinds, standsApart)) kinds[at] = { kind: 'heading' };
  return kinds;
}

function furnitureOrParagraph(text: string): Kind {
  const why = furnitureReason(text);
  return why === null ? PARAGRAPH : { kind: 'furniture', why };
}

/** Where every line looks like furniture, one that could be a statement is taken for what the text has to say. */
const onlyWords = (text: string): Kind =>
  text.split(/\s+/u).length > MOST_LABEL_WORDS ? PARAGRAPH : furnitureOrParagraph(text);

const MOST_LABEL_WORDS = 6;

/** Of 924 headlines in PolNeAR the longest has 141 characters. */
const LONGEST_HEADLINE = 160;

/** True where a first line reads like a headline, or like the one that is stated. */
export function isHeadline(text: string, stated?: string): boolean {
  if (stated !== undefined) return sameHeadline(text, stated);
  return text.length <= LONGEST_HEADLINE && !isClosed(text) && !LIST_ITEM.test(text);
}

const wordsOf = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Sites add their name to one of the two ("… | The Daily Example") or a full stop. */
function sameHeadline(text: string, stated: string): boolean {
  if (text.length > 2 * stated.length + 40) return false;
  const [a, b] = [wordsOf(text), wordsOf(stated)];
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.split(' ').length >= 4 && long.startsWith(short) && !isClosed(text);
}

/** Ends as a sentence does; an abbreviation such as "U.S." closes nothing. */
const CLOSED_END = /(?<!\b(?:\p{Lu}\.){1,3}\p{Lu})[.…](?:["'”’)\]]|'')*$|[:;,]$/u;

const isClosed = (text: string): boolean => CLOSED_END.test(text.slice(-16));

const LONGEST_HEADING = 100;
const MOST_WORDS = 14;

/**
 * Lines that head a section: short, not closed, alone between other paragraphs, with a paragraph below that is a
 * sentence. Runs of short lines (tables, lists of names, verse) head nothing. Indices into `texts`.
 */
export function headingsAmong(
  texts: readonly string[],
  kinds: readonly { readonly kind: Block['kind'] }[],
  standsApart: (at: number) => boolean,
): number[] {
  const own = kinds.flatMap(({ kind }, at) => (kind === 'paragraph' ? [at] : []));
  const found = own.filter((at, order) => {
    const above = own[order - 1];
    const below = own[order + 1];
    if (below === undefined || !looksLikeHeading(texts[at] ?? '')) return false;
    if (!isProse(texts[below] ?? '')) return false;
    const opensText = above === undefined;
    return opensText ? standsApart(at) : isProse(texts[above] ?? '');
  });
  // One question between paragraphs is a writer's turn of phrase; where there are headings, it is one of them.
  return found.length > 1 ? found : found.filter((at) => !texts[at]?.endsWith('?'));
}

function looksLikeHeading(text: string): boolean {
  if (text.length > LONGEST_HEADING || !/^["'“‘(]?[\p{Lu}\p{N}]/u.test(text)) return false;
  if (isClosed(text) || LIST_ITEM.test(text) || /[!”"’'»)\]]$/u.test(text)) return false;
  if (/^(?:(?:But|And|So|Or)\s.*\?|Q:.*|["“][^"”]*)$/u.test(text)) return false;
  if (/[.!?]["”’)]?\s/u.test(text.replace(/\b\p{Lu}\p{L}{0,3}\.\s/gu, ''))) return false;
  return /\p{L}{2}/u.test(text) && text.split(/\s+/u).length <= MOST_WORDS;
}

/** A line that holds a sentence: closed, or too long to be a label. */
export const isProse = (text: string): boolean =>
  text.length > LONGEST_HEADING || /[.!?…:](?:["'”’)\]]|'')*$/u.test(text.slice(-6));
