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
