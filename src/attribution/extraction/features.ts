import type { Grid, Templates } from './grid.ts';
import { EDGE } from './grid.ts';
import { mix } from './hash.ts';

/**
 * Writes the feature hashes of the token at `position` into `out` and returns how many there are. A template with a
 * part that is 0 gives none.
 */
export function featuresAt(
  grid: Grid,
  templates: Templates,
  position: number,
  out: Int32Array,
): number {
  let count = 0;
  let at = 0;
  while (at < templates.length) {
    const first = at + 2;
    const end = first + 2 * (templates[at + 1] as number);
    let hash = templates[at] as number;
    let value = 1;
    for (let part = first; part < end && value !== 0; part += 2) {
      const where = position + (templates[part + 1] as number);
      const column = grid.columns[templates[part] as number] as Int32Array;
      value = where < 0 || where >= grid.length ? EDGE : (column[where] as number);
      hash = mix(hash, value);
    }
    if (value !== 0) out[count++] = hash;
    at = end;
  }
  return count;
}

/** As `featuresAt`, for a single token whose columns are the `slots`. */
export function slotFeatures(slots: Int32Array, templates: Templates, out: Int32Array): number {
  let count = 0;
  let at = 0;
  while (at < templates.length) {
    const first = at + 2;
    const end = first + 2 * (templates[at + 1] as number);
    let hash = templates[at] as number;
    let value = 1;
    for (let part = first; part < end && value !== 0; part += 2) {
      value = slots[templates[part] as number] as number;
      hash = mix(hash, value);
    }
    if (value !== 0) out[count++] = hash;
    at = end;
  }
  return count;
}

/**
 * The hash of the template at the front of `templates` for the tokens of `columns` from `first` on, into `out`; GONE
 * where it gives none. Part by part through all tokens: their hashes do not wait for each other.
 */
export function hashTemplate(
  columns: readonly Int32Array[],
  templates: Templates,
  first: number,
  out: Int32Array,
): void {
  const parts = templates[1] as number;
  const partAt = (part: number) =>
    (columns[templates[2 + 2 * part] as number] as Int32Array).subarray(
      first + (templates[3 + 2 * part] as number),
    );
  const seed = templates[0] as number;
  if (parts === 1) hashColumn(seed, partAt(0), out);
  else hashPair(seed, partAt(0), partAt(1), out);
  for (let part = 2; part < parts; part++) mixColumn(partAt(part), out);
}

function hashColumn(seed: number, column: Int32Array, hashes: Int32Array): void {
  for (let token = 0; token < hashes.length; token++) {
    const value = column[token] as number;
    hashes[token] = value === 0 ? GONE : mix(seed, value);
  }
}

/** As `hashColumn` and `mixColumn`, in one go: most templates have two parts. */
function hashPair(seed: number, one: Int32Array, other: Int32Array, hashes: Int32Array): void {
  for (let token = 0; token < hashes.length; token++) {
    const value = one[token] as number;
    const second = other[token] as number;
    hashes[token] = value === 0 || second === 0 ? GONE : mix(mix(seed, value), second);
  }
}

/** Mixes the values of `column` into the hashes of a template. */
function mixColumn(column: Int32Array, hashes: Int32Array): void {
  for (let token = 0; token < hashes.length; token++) {
    const value = column[token] as number;
    const hash = hashes[token] as number;
    hashes[token] = value === 0 || hash === GONE ? GONE : mix(hash, value);
  }
}

/** Stands for "no feature": no likelier to be a feature's hash than two features are to share one. */
export const GONE = 0x2545f491;
