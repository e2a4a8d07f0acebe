import type { Span } from '../../text/span.ts';

/** How each token stands to the double quotation marks of its paragraph. */
export interface Quotes {
  /** 1 outside, 2 an opening mark, 3 inside, 4 a closing mark. */
  readonly state: Int32Array;
  /** Which quotation of the paragraph the token is in, from 1; 0 outside. */
  readonly number: Int32Array;
}

const OUTSIDE = 1;
const OPENING = 2;
const INSIDE = 3;
const CLOSING = 4;

const MARKS = new Set(['"', '“', '”', '``', "''"]);

/** Marks and insides of the quotations of one paragraph; one that is not closed runs to its end. */
export function quotesOf(body: string, tokens: readonly Span[]): Quotes {
  const state = new Int32Array(tokens.length);
  const number = new Int32Array(tokens.length);
  let open = false;
  let count = 0;
  for (const [index, token] of tokens.entries()) {
    const form = body.slice(token.start, token.end);
    const marked = MARKS.has(form);
    const inside: boolean = marked ? opensQuotation(form, open) : open;
    if (marked && inside) count++;
    state[index] = stateOf(marked, inside);
    number[index] = marked || inside ? count : 0;
    open = inside;
  }
  return { state, number };
}

const stateOf = (marked: boolean, open: boolean): number => {
  if (marked) return open ? OPENING : CLOSING;
  return open ? INSIDE : OUTSIDE;
};

const opensQuotation = (form: string, open: boolean): boolean => {
  if (form === '“' || form === '``') return true;
  if (form === '"') return !open;
  return false;
};
