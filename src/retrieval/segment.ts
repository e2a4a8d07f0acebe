/** Postings of one vocabulary in typed arrays: what a snapshot holds, byte for byte. */
export interface Segment {
  /** The stems in UTF-8, sorted by their bytes, without gaps. */
  readonly stems: Uint8Array;
  /** Where each stem begins in `stems`; one more for the end. */
  readonly stemStarts: Uint32Array;
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

const encoder = new TextEncoder();

/** Position of `stem` in the vocabulary; -1 where it is not there. */
export function stemAt(segment: Segment, stem: string): number {
  const wanted = encoder.encode(stem);
  let low = 0;
  let high = segment.stemStarts.length - 2;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compare(segment, middle, wanted);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Below 0 where the stem at `at` sorts before `wanted`. */
function compare({ stems, stemStarts }: Segment, at: number, wanted: Uint8Array): number {
  const start = stemStarts[at] ?? 0;
  const length = (stemStarts[at + 1] ?? 0) - start;
  const shared = Math.min(length, wanted.length);
  for (let byte = 0; byte < shared; byte++) {
    const difference = (stems[start + byte] ?? 0) - (wanted[byte] ?? 0);
    if (difference !== 0) return difference;
  }
  return length - wanted.length;
}

/** All stems, in the order of their positions. */
export function stemsIn({ stems, stemStarts }: Segment): string[] {
  const decoder = new TextDecoder();
  return Array.from({ length: stemStarts.length - 1 }, (_, at) =>
    decoder.decode(stems.subarray(stemStarts[at], stemStarts[at + 1])),
  );
}
