import { isElement, isText, type PageElement } from './dom.ts';
import type { Piece } from './pieces.ts';

/** Elements whose words are no reading matter. */
const UNREAD = new Set(
  'script style noscript template nav aside footer form button input select textarea iframe object svg math video audio canvas figure head menu dialog'.split(
    ' ',
  ),
);

/** Elements that stand within a line; every other one begins a block of its own. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** The blocks of words under `root`, in order, white space collapsed as a browser does. */
export function htmlPieces(root: PageElement): Piece[] {
  const reading: Reading = { pieces: [], line: '' };
  readChildren(reading, root);
  close(reading, 'paragraph');
  return reading.pieces;
}

interface Reading {
  readonly pieces: Piece[];
  /** Words of the block that is being read; a line feed for each br. */
  line: string;
}

/** Ends the block that is being read. Two br in a row make two blocks of it. */
function close(reading: Reading, kind: Piece['kind']): void {
  for (const words of reading.line.split(/\n\s*\n/u)) {
    const text = collapsed(words).trim();
    if (text !== '') reading.pieces.push({ kind, text });
  }
  reading.line = '';
}

/** White space as a browser shows it; a no-break space stays. */
const collapsed = (text: string): string => text.replace(/[ \t\n\r\f]+/gu, ' ');

function readChildren(reading: Reading, element: PageElement): void {
  for (const child of element.childNodes) {
    if (isText(child)) reading.line += collapsed(child.textContent ?? '');
    else if (isElement(child) && !isUnread(child)) readElement(reading, child);
  }
}

function readElement(reading: Reading, element: PageElement): void {
  if (element.localName === 'br') reading.line += '\n';
  else if (INLINE.has(element.localName)) readChildren(reading, element);
  else {
    close(reading, 'paragraph');
    readChildren(reading, element);
    close(reading, kindOf(element));
  }
}

const isUnread = (element: PageElement): boolean =>
  UNREAD.has(element.localName) || isHidden(element);

const isHidden = (element: PageElement): boolean =>
  element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true';

function kindOf({ localName }: PageElement): Piece['kind'] {
  if (localName === 'h1') return 'title';
  return /^h[2-6]$/u.test(localName) ? 'heading' : 'paragraph';
}
