/** A text as literal search reads it, and where each of its characters came from. */
export interface Literal {
  readonly text: string;
  /** Per UTF-16 unit of `text` the offset in the original; one more at the end. */
  readonly offsets: Uint32Array;
}

const SINGLE = /[‘’‚‛′`]/;
const DOUBLE = /[“”„‟″«»]/;
const DASH = /[‐-―−]/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;

/**
 * Only what typography changes is made one: quotation marks, dashes and the blanks around them, white space, case,
 * and invisible characters. Accents, hyphens and every other character stay: "fox-it" is not "fox it".
 */
export function literal(original: string): Literal {
  const units: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < original.length; at += 1) {
    const two = original.slice(at, at + 2);
    const doubled = two === '``' || two === "''";
    const plain = doubled ? '"' : plainUnit(original[at] ?? '');
    if (plain !== '') push(plain, at, units, offsets);
    if (doubled) at += 1;
  }
  if (units.at(-1) === ' ') {
    units.pop();
    offsets.pop();
  }
  return { text: units.join(''), offsets: Uint32Array.from([...offsets, original.length]) };
}

/** Blanks collapse, and vanish beside dashes and at the start. */
function push(plain: string, at: number, units: string[], offsets: number[]): void {
  const before = units.at(-1) ?? ' ';
  if (plain === ' ' && (before === ' ' || before === '-')) return;
  if (plain === '-' && before === ' ' && units.length > 0) {
    units.pop();
    offsets.pop();
  }
  for (const unit of plain.split('')) {
    units.push(unit);
    offsets.push(at);
  }
}

function plainUnit(unit: string): string {
  if (unit >= '0' && unit <= 'z' && unit !== '`') return unit.toLowerCase();
  if (/\s/u.test(unit)) return ' ';
  if (INVISIBLE.test(unit)) return '';
  if (SINGLE.test(unit)) return "'";
  if (DOUBLE.test(unit)) return '"';
  return DASH.test(unit) ? '-' : unit.toLowerCase();
}

/** Where `sought` (a literal text) stands in `body`, in order, none overlapping; at whole words only. */
export function literalSpans(body: Literal, sought: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  if (sought === '') return found;
  for (let at = body.text.indexOf(sought); at >= 0; at = body.text.indexOf(sought, at + 1)) {
    const to = at + sought.length;
    if (!isWhole(body.text, at, to)) continue;
    const start = body.offsets[at] ?? 0;
    const last = body.offsets[to - 1] ?? 0;
    found.push({ start, end: Math.max(last + 1, doubledEnd(body, to - 1, last)) });
    at = to - 1;
  }
  return found;
}

/** The end of `''` is two units after its start. */
const doubledEnd = ({ text, offsets }: Literal, at: number, last: number): number =>
  text[at] === '"' && (offsets[at + 1] ?? 0) === last + 2 ? last + 2 : last + 1;

const WORD_UNIT = /[\p{L}\p{N}]/u;

function isWhole(text: string, from: number, to: number): boolean {
  const cut = (at: number) => WORD_UNIT.test(text[at - 1] ?? '') && WORD_UNIT.test(text[at] ?? '');
  return !cut(from) && !cut(to);
}
