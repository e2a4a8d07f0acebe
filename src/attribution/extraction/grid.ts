/** What is known of each token of a stretch of text: one column per attribute, 0 for "nothing". */
export interface Grid {
  readonly length: number;
  readonly columns: readonly Int32Array[];
}

/** Feature templates, compiled: for each a seed of its hashes, its number of parts, then (column, offset) for each part. */
export type Templates = Int32Array;

/** A column from the value of each token; a loop, since Int32Array.from walks an iterator and takes far longer. */
export function columnOf(length: number, value: (token: number) => number): Int32Array {
  const column = new Int32Array(length);
  for (let token = 0; token < length; token++) column[token] = value(token);
  return column;
}

/** A grid whose tokens are the `rows`, each with the value of every one of `width` columns. */
export function gridOfRows(rows: readonly (readonly number[])[], width: number): Grid {
  const columns = Array.from({ length: width }, (_, column) =>
    columnOf(rows.length, (row) => (rows[row] as readonly number[])[column] as number),
  );
  return { length: rows.length, columns };
}

/** Stands for a token before the first and after the last. */
export const EDGE = 7;

/** A grid and the templates to look at it with; the first token in question is the token `from` of the grid. */
export interface View {
  readonly grid: Grid;
  readonly templates: Templates;
  readonly from: number;
}

/**
 * Where each of `grids` begins when they stand one after another, with `reach` tokens before, between and after them; and
 * last the length of all.
 */
export function startsOf(grids: readonly Grid[], reach: number): number[] {
  const starts = [reach];
  for (const { length } of grids) starts.push((starts.at(-1) as number) + length + reach);
  return starts;
}

/** Writes one column of all grids into `joined`, with EDGE before, between and after them. */
export function joinColumn(
  grids: readonly Grid[],
  column: number,
  starts: readonly number[],
  joined: Int32Array,
): void {
  joined.fill(EDGE);
  for (let index = 0; index < grids.length; index++) {
    joined.set(grids[index]?.columns[column] as Int32Array, starts[index]);
  }
}

/** The columns that `templates` look at. */
export function columnsOf(templates: Templates): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = 0; at < templates.length; at += 2 + 2 * (templates[at + 1] as number)) {
    for (let part = 0; part < (templates[at + 1] as number); part++) {
      found.add(templates[at + 2 * part + 2] as number);
    }
  }
  return found;
}

/** How far from its token a template looks at most. */
export function reachOf(templates: Templates): number {
  let reach = 0;
  for (let at = 0; at < templates.length; at += 2 + 2 * (templates[at + 1] as number)) {
    for (let part = 0; part < (templates[at + 1] as number); part++) {
      reach = Math.max(reach, Math.abs(templates[at + 2 * part + 3] as number));
    }
  }
  return reach;
}

/**
 * Templates from lines such as "word@-1 word@0": one feature a line, the values of these columns at these offsets
 * from the token, taken together. Blank lines and what follows "#" are left out. Templates whose weights share a table
 * need seeds far apart.
 */
export function compileTemplates(lines: string, columns: readonly string[], seed = 1): Templates {
  const compiled: number[] = [];
  let next = seed;
  for (const line of lines.split('\n')) {
    const parts = line.replace(/#.*/, '').trim().split(/\s+/).filter(Boolean);
    if (parts.length === 0) continue;
    compiled.push(next, parts.length);
    for (const part of parts) compiled.push(...compilePart(part, columns));
    next += 1 + 2 * parts.length;
  }
  return Int32Array.from(compiled);
}

function compilePart(part: string, columns: readonly string[]): [number, number] {
  const [name = '', offset = '0'] = part.split('@');
  const column = columns.indexOf(name);
  if (column < 0) throw new RangeError(`Expected a known column in a template, got "${name}"`);
  return [column, Number(offset)];
}

/** How many features a token has at most. */
export function templateCount(templates: Templates): number {
  let count = 0;
  for (let at = 0; at < templates.length; at += 2 + 2 * (templates[at + 1] ?? 0)) count++;
  return count;
}
