/**
 * Tables of strings and numbers as a few typed arrays each: they take no object a row, and are read from a file as
 * they stand.
 */

/** Strings one after the other in UTF-8; where each begins, and one more for the end. */
export interface Strings {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

/** `Strings` sorted by their bytes, each once, so that one can be found by halving. */
export type SortedStrings = Strings;

/** Lists of numbers one after the other; where each begins, and one more for the end. */
export interface Lists {
  readonly values: Uint32Array;
  readonly starts: Uint32Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const countOf = ({ starts }: Strings | Lists): number => starts.length - 1;

export const stringAt = ({ bytes, starts }: Strings, at: number): string =>
  decoder.decode(bytes.subarray(starts[at], starts[at + 1]));

export const listAt = ({ values, starts }: Lists, at: number): Uint32Array =>
  values.subarray(starts[at], starts[at + 1]);

/** Position of `wanted`; -1 where it is not there. */
export function positionOf(table: SortedStrings, wanted: string): number {
  const bytes = encoder.encode(wanted);
  let low = 0;
  let high = countOf(table) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compareAt(table, middle, bytes);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Below 0 where the string at `at` sorts before `wanted`. */
function compareAt({ bytes, starts }: SortedStrings, at: number, wanted: Uint8Array): number {
  const start = starts[at] ?? 0;
  const length = (starts[at + 1] ?? 0) - start;
  const shared = Math.min(length, wanted.length);
  for (let byte = 0; byte < shared; byte++) {
    const difference = (bytes[start + byte] ?? 0) - (wanted[byte] ?? 0);
    if (difference !== 0) return difference;
  }
  return length - wanted.length;
}

export const stringsOf = (texts: Iterable<string>): Strings =>
  stringRows(Array.from(texts, (text) => encoder.encode(text)));

/** `texts`, each different from the others, sorted; `ranks` tells where each of them went. */
export function sorted(texts: Iterable<string>): { table: SortedStrings; ranks: Uint32Array } {
  const words = Array.from(texts, (text, at) => ({ bytes: encoder.encode(text), at }));
  words.sort((a, b) => compareBytes(a.bytes, b.bytes));
  const ranks = new Uint32Array(words.length);
  words.forEach(({ at }, rank) => {
    ranks[at] = rank;
  });
  return { table: stringRows(words.map(({ bytes }) => bytes)), ranks };
}

export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Strings given in UTF-8. */
export function stringRows(rows: readonly Uint8Array[]): Strings {
  const starts = startsOf(rows);
  const bytes = new Uint8Array(starts.at(-1) ?? 0);
  rows.forEach((row, at) => {
    bytes.set(row, starts[at]);
  });
  return { bytes, starts };
}

export function listsOf(rows: readonly (readonly number[])[]): Lists {
  const starts = startsOf(rows);
  const values = new Uint32Array(starts.at(-1) ?? 0);
  rows.forEach((row, at) => {
    values.set(row, starts[at]);
  });
  return { values, starts };
}

function startsOf(rows: readonly { readonly length: number }[]): Uint32Array {
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach(({ length }, at) => {
    starts[at + 1] = (starts[at] ?? 0) + length;
  });
  return starts;
}

/** Rows of numbers under strings: `listAt(lists, positionOf(strings, key))` are those of `key`. */
export interface Keyed {
  readonly keys: SortedStrings;
  readonly lists: Lists;
}

export function keyedBy(rows: ReadonlyMap<string, readonly number[]>): Keyed {
  const { table, ranks } = sorted(rows.keys());
  const ordered: (readonly number[])[] = new Array(rows.size);
  [...rows.values()].forEach((row, at) => {
    ordered[ranks[at] ?? 0] = row;
  });
  return { keys: table, lists: listsOf(ordered) };
}

/** What stands under `key`; empty where nothing does. */
export function valuesUnder({ keys, lists }: Keyed, key: string): Uint32Array {
  const at = positionOf(keys, key);
  return at < 0 ? lists.values.subarray(0, 0) : listAt(lists, at);
}
