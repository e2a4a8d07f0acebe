import type { Span } from '../text/span.ts';
import type { Block } from './article.ts';
import { furnitureReason } from './furniture.ts';
import { headingsAmong, isHeadline, type Layout } from './lay-out.ts';

/** A block of a marked-up text: what its markup says it is, and its words without the markup. */
export interface Piece {
  readonly kind: 'title' | 'heading' | 'paragraph';
  readonly text: string;
  /** Why it is furniture, where the markup or its place on the page tells. */
  readonly why?: string;
}

/** `pieces` as one plain text, a blank line between two, and what each of them is. */
export function assemble(
  pieces: readonly Piece[],
  statedHeadline?: string,
): { readonly body: string; readonly layout: Layout } {
  const headlineAt = headlineAmong(pieces, statedHeadline);
  let start = 0;
  const blocks = pieces.map((piece, at): Block => {
    const span = { start, end: start + piece.text.length };
    start = span.end + GAP.length;
    return at === headlineAt ? { kind: 'headline', span } : blockOf(piece, span);
  });
  for (const at of unmarkedHeadings(pieces, blocks)) {
    blocks[at] = { kind: 'heading', span: blocks[at]?.span ?? NOWHERE };
  }
  const headline = pieces[headlineAt]?.text ?? null;
  return { body: pieces.map(({ text }) => text).join(GAP), layout: { blocks, headline } };
}

const NOWHERE: Span = { start: 0, end: 0 };

/** Where the markup has no headings, they are told as in plain text. */
function unmarkedHeadings(pieces: readonly Piece[], blocks: readonly Block[]): number[] {
  if (pieces.some(({ kind }) => kind === 'heading')) return [];
  const texts = pieces.map(({ text }) => text);
  return headingsAmong(texts, blocks, () => true);
}

function blockOf({ kind, text, ...piece }: Piece, span: Span): Block {
  if (kind !== 'paragraph') return { kind: 'heading', span };
  const why = piece.why ?? furnitureReason(text);
  return why === null ? { kind, span } : { kind: 'furniture', span, why };
}

const GAP = '\n\n';

/** Where the headline stands: the first title, else a first piece that reads like one; -1 for nowhere. */
function headlineAmong(pieces: readonly Piece[], stated?: string): number {
  const title = pieces.findIndex(({ kind }) => kind === 'title');
  if (title >= 0) return title;
  const [first] = pieces;
  if (first === undefined || pieces.length < 2) return -1;
  const heads = first.kind === 'heading' && stated === undefined;
  return heads || isHeadline(first.text, stated) ? 0 : -1;
}
