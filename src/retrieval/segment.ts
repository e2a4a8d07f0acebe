import { positionOf, type SortedStrings } from './tables.ts';

/** Postings of one vocabulary in typed arrays: what a snapshot holds, byte for byte. */
export interface Segment {
  readonly stems: SortedStrings;
  /** Which letters each stem holds: see similar-words.ts. */
  readonly letters: Int32Array;
  /** Where the postings of each stem begin in `passages` and `counts`; one more for the end. */
  readonly postingStarts: Uint32Array;
  /** For each stem the passages that hold it, rising. */
  readonly passages: Uint32Array;
  /** How often they do, 255 at most. */
  readonly counts: Uint8Array;
  readonly headlineStarts: Uint32Array;
  /** For each stem the articles whose headline holds it, rising. */
  readonly headlines: Uint32Array;
  /** For each stem, in how many articles it stands. */
  readonly articlesWith: Uint32Array;
  /** First passage of each article; one more for the end. */
  readonly firstPassages: Uint32Array;
  /** Terms of each passage, 65,535 at most. */
  readonly lengths: Uint16Array;
}

/** Position of `stem` in the vocabulary; -1 where it is not there. */
export const stemAt = ({ stems }: Segment, stem: string): number => positionOf(stems, stem);
