import type { Article } from './article.ts';
import type { PageDocument, PageElement } from './dom.ts';
import type { Read } from './fault.ts';
import { htmlMetadata } from './html-metadata.ts';
import { htmlPieces } from './html-pieces.ts';
import { isProse } from './lay-out.ts';
import { makeArticle } from './make-article.ts';
import { metadataOf } from './metadata.ts';
import { assemble, type Piece } from './pieces.ts';
import type { Source } from './plain-text.ts';

/** What reads a page: linkedom and Readability, loaded by the caller only where they are needed. */
export interface PageReader {
  readonly parse: (html: string) => PageDocument;
  /** The element that holds the article; null where none is found. Takes `document` apart. */
  readonly contentOf: (document: PageDocument) => PageElement | null;
}

/** A .html file as an article; its body is the words of its blocks, a blank line between two. */
export function articleOfHtml(
  html: string,
  { id, today }: Source,
  reader: PageReader,
): Read<Article> {
  const document = reader.parse(wholePage(html));
  const { value, faults } = metadataOf(htmlMetadata(document), today);
  const metadata = value ?? {};
  const pieces = withTitleFirst(articlePieces(document, reader), metadata.headline);
  const made = makeArticle({ id, metadata, ...assemble(pieces, metadata.headline) });
  return { value: made.value, faults: [...faults, ...made.faults] };
}

/** `html` with the outer elements that a parser of pages wants. */
function wholePage(html: string): string {
  if (/<html\b/iu.test(html)) return html;
  return `<!doctype html><html>${/<body\b/iu.test(html) ? html : `<body>${html}</body>`}</html>`;
}

/**
 * The page's blocks between the first and the last that Readability takes for the article. It loses headings and now
 * and then a paragraph in between, so what reads like prose stays; where it loses most, the page's own marks count.
 */
function articlePieces(document: PageDocument, { contentOf }: PageReader): Piece[] {
  const marked = [...document.querySelectorAll('article, main, [role="main"]')].map(htmlPieces);
  const whole = marked.sort((a, b) => lengthOf(b) - lengthOf(a))[0] ?? htmlPieces(document.body);
  const content = contentOf(document);
  const kept = new Set((content === null ? [] : htmlPieces(content)).map(({ text }) => text));
  const isKept = ({ text }: Piece) => kept.has(text);
  const found = whole.filter(isKept);
  if (lengthOf(found) * 2 < lengthOf(whole)) return whole;
  const inside = whole.slice(whole.findIndex(isKept), whole.findLastIndex(isKept) + 1);
  return inside.map((piece) => (isKept(piece) || isOwn(piece) ? piece : { ...piece, why: LAYOUT }));
}

const LAYOUT = 'page layout, not the article';

/** True where a block is the article's whatever Readability holds of it. */
const isOwn = ({ kind, text }: Piece): boolean => kind !== 'paragraph' || isProse(text);

const lengthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { kind, text }) => sum + (kind === 'paragraph' ? text.length : 0), 0);

/** Readability leaves the title out of the content. */
function withTitleFirst(pieces: readonly Piece[], headline?: string): Piece[] {
  const at = pieces.findIndex(({ text }) => text === headline);
  const others = pieces.filter((_, index) => index !== at);
  const plain = others.map(
    (piece): Piece => ({ ...piece, kind: piece.kind === 'title' ? 'heading' : piece.kind }),
  );
  return headline === undefined ? [...pieces] : [{ kind: 'title', text: headline }, ...plain];
}
