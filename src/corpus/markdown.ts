import type { Nodes, Root } from 'mdast';
import type { Article } from './article.ts';
import type { Read } from './fault.ts';
import { frontMatterOf } from './front-matter.ts';
import { layOut } from './lay-out.ts';
import { makeArticle } from './make-article.ts';
import { metadataOf } from './metadata.ts';
import { assemble, type Piece } from './pieces.ts';
import type { Source } from './plain-text.ts';

/** Makes a syntax tree of Markdown: mdast-util-from-markdown, loaded by the caller only where it is needed. */
export type ParseMarkdown = (markdown: string) => Root;

/** A .md file as an article; its body is the words of its blocks, markup left out, a blank line between two. */
export function articleOfMarkdown(
  text: string,
  { id, today }: Source,
  parse: ParseMarkdown,
): Read<Article> {
  const matter = frontMatterOf(text);
  if (!('body' in matter)) return { value: null, faults: [matter] };
  const { value, faults } = metadataOf(matter.raw, today, matter.lineOf);
  const metadata = value ?? {};
  const { body } = matter;
  const content = isPlain(body)
    ? { body, layout: layOut(body, metadata.headline) }
    : assemble(parse(body).children.flatMap(piecesOf), metadata.headline);
  const made = makeArticle({ id, metadata, ...content });
  return { value: made.value, faults: [...faults, ...made.faults] };
}

/** Lines this long are whole paragraphs: nobody wraps so wide. */
const PARAGRAPH_LINE = 140;

/**
 * True for plain text under a Markdown name: a paragraph a line, no blank lines between, no Markdown headings. Markdown
 * would make one paragraph of it all.
 */
function isPlain(body: string): boolean {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const long = lines.filter((line) => line.length > PARAGRAPH_LINE).length;
  const isLoose = /\S[^\S\n]*\n[^\S\n]*\n\s*\S/u.test(body);
  return lines.length > 1 && long * 2 > lines.length && !isLoose && !/^#{1,6}\s/mu.test(body);
}

function piecesOf(node: Nodes): Piece[] {
  switch (node.type) {
    case 'heading':
      return piece(node.depth === 1 ? 'title' : 'heading', wordsOf(node));
    case 'paragraph':
      return piece(isBoldLine(node) ? 'heading' : 'paragraph', wordsOf(node));
    case 'code':
      return piece('paragraph', node.value);
    default:
      return 'children' in node ? node.children.flatMap(piecesOf) : [];
  }
}

function piece(kind: Piece['kind'], words: string): Piece[] {
  const text = words.trim();
  return text === '' ? [] : [{ kind, text }];
}

const LONGEST_HEADING = 100;

/** Writers make a bold line serve as a heading. */
function isBoldLine({ children }: Extract<Nodes, { type: 'paragraph' }>): boolean {
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'strong') return false;
  const words = wordsOf(only);
  return words.length <= LONGEST_HEADING && !/[.!…:;,"”]$/u.test(words);
}

/** The words of `node` as a reader sees them; line ends stay, so that unmarked prose is the file's, unchanged. */
function wordsOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    default:
      return 'children' in node ? node.children.map(wordsOf).join('') : '';
  }
}
