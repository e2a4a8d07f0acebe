import { featuresAt } from '../../src/attribution/extraction/features.ts';
import type { View } from '../../src/attribution/extraction/grid.ts';
import { indexHashes, indexOf } from '../../src/attribution/extraction/hash-index.ts';

/** Labelled sequences, their features as indices into `hashes`. */
export interface ChainData {
  readonly hashes: Uint32Array;
  /** Features of all tokens, one after another. */
  readonly features: Int32Array;
  /** Where each token's features begin; one more than there are tokens. */
  readonly offsets: Uint32Array;
  readonly labels: Uint8Array;
  /** First token of each sequence; one more than there are sequences. */
  readonly sequences: Uint32Array;
}

/** Int32Array that grows. */
class Growing {
  values = new Int32Array(1 << 16);
  length = 0;

  push(from: Int32Array, count: number): void {
    while (this.length + count > this.values.length) {
      const wider = new Int32Array(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    for (let index = 0; index < count; index++) {
      this.values[this.length + index] = from[index] as number;
    }
    this.length += count;
  }

  taken(): Int32Array {
    return this.values.subarray(0, this.length);
  }
}

/** A sequence to learn: one label per token, and the views that tell its features. */
export interface Labelled {
  readonly views: readonly View[];
  readonly labels: Uint8Array;
}

/** Features of `sequences`; those that occur fewer than `minimum` times are left out. */
export function chainData(sequences: Iterable<Labelled>, minimum: number): ChainData {
  const found = new Growing();
  const offsets: number[] = [0];
  const labels: number[] = [];
  const starts: number[] = [0];
  for (const { views, labels: gold } of sequences) {
    for (let token = 0; token < gold.length; token++) {
      pushFeatures(found, views, token);
      offsets.push(found.length);
      labels.push(gold[token] ?? 0);
    }
    starts.push(labels.length);
  }
  const hashes = frequent(found.taken(), minimum);
  return {
    ...compacted(found.taken(), Uint32Array.from(offsets), hashes),
    hashes,
    labels: Uint8Array.from(labels),
    sequences: Uint32Array.from(starts),
  };
}

/** More features than any token has. */
const scratch = new Int32Array(1000);

function pushFeatures(found: Growing, views: readonly View[], token: number): void {
  for (const { grid, templates, from } of views) {
    found.push(scratch, featuresAt(grid, templates, from + token, scratch));
  }
}

const COUNTERS = 1 << 27;

/** Hashes that occur at least `minimum` times (up to a rare collision of counters), ascending. */
function frequent(found: Int32Array, minimum: number): Uint32Array {
  const counts = new Uint8Array(COUNTERS);
  for (const hash of found) {
    const counter = hash & (COUNTERS - 1);
    if ((counts[counter] as number) < 255) counts[counter] = (counts[counter] as number) + 1;
  }
  const kept = new Growing();
  const one = new Int32Array(1);
  for (const hash of found) {
    const counter = hash & (COUNTERS - 1);
    if ((counts[counter] as number) < minimum) continue;
    // Counters of features seen are marked by 0, so that each is kept once; a collision loses the later one.
    counts[counter] = 0;
    one[0] = hash;
    kept.push(one, 1);
  }
  return Uint32Array.from(kept.taken()).sort();
}

function compacted(found: Int32Array, offsets: Uint32Array, hashes: Uint32Array) {
  const place = indexHashes(hashes);
  const features = new Int32Array(found.length);
  const moved = new Uint32Array(offsets.length);
  let used = 0;
  for (let token = 0; token + 1 < offsets.length; token++) {
    for (let at = offsets[token] as number; at < (offsets[token + 1] as number); at++) {
      const index = indexOf(hashes, place, found[at] as number);
      if (index >= 0) features[used++] = index;
    }
    moved[token + 1] = used;
  }
  return { features: features.slice(0, used), offsets: moved };
}
