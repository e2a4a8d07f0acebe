/** What is known of each token of a stretch of text: one column per attribute, 0 for "nothing". */
export interface Grid {
  readonly length: number;
  readonly columns: readonly Int32Array[];
}

/** Feature templates, compiled: for each a seed of its hashes, its number of parts, then (column, offset) for each part. */
export type Templates = Int32Array;

/** Stands for a token before the first and after the last. */
export const EDGE = 7;

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
