/**
 * Weights of many labels packed into few words: a byte for each label, four to a word, ZERO more than the weight, so
 * that none is negative and the bytes of many rows can be summed two to a word without running into each other.
 */
export const ZERO = 128;

/** The first and the third byte of a word; shifted by eight, the second and the fourth. */
export const PAIR = 0x00ff00ff;

/** How many words hold the bytes of `labels` labels: an even number, since rows are summed two words at a time. */
export const wordsFor = (labels: number): number => 2 * Math.ceil(labels / 8);

/**
 * The sum of a label among `sums`, from `at` on: for each word of a packed row two, of its first and third bytes and
 * of its second and fourth. At most 257 rows.
 */
export function sumOf(sums: Int32Array, at: number, label: number): number {
  const pair = sums[at + 2 * (label >> 2) + (label & 1)] as number;
  return (label & 2) === 0 ? pair & 0xffff : pair >>> 16;
}
