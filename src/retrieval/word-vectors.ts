import { remembered } from '../text/remembered.ts';

/** What words mean, as far as their company tells: related words have near vectors. */
export interface WordVectors {
  /** Position of a folded word; -1 where it is not known. */
  at(word: string): number;
  /** Cosine, -1 to 1, of two positions. */
  similarity(one: number, other: number): number;
  /** Adds `share` times the vector at a position to `sum`. */
  addTo(sum: Float64Array, position: number, share: number): void;
  readonly dimensions: number;
  /** How many words are known. */
  readonly count: number;
}

/** "QWV1", the count of words and of dimensions (32 bits each, little-endian), the words by line, then signed bytes. */
const MAGIC = 0x31565751;
const HEADER = 16;
const LARGEST = 127;

/** `words` sorted by UTF-16 code units, without duplicates. */
export function encodeWordVectors(
  words: readonly string[],
  vectors: readonly Float64Array[],
): Uint8Array {
  const text = new TextEncoder().encode(words.join('\n'));
  const dimensions = vectors[0]?.length ?? 0;
  const bytes = new Uint8Array(HEADER + text.length + words.length * dimensions);
  const header = new DataView(bytes.buffer);
  [MAGIC, words.length, dimensions, text.length].forEach((value, at) => {
    header.setUint32(4 * at, value, true);
  });
  bytes.set(text, HEADER);
  const numbers = new Int8Array(bytes.buffer, HEADER + text.length);
  vectors.forEach((vector, at) => {
    const largest = Math.max(...vector.map(Math.abs)) || 1;
    numbers.set(
      Array.from(vector, (value) => Math.round((value / largest) * LARGEST)),
      at * dimensions,
    );
  });
  return bytes;
}

/** Throws a RangeError where `bytes` are not word vectors of this format. */
export function decodeWordVectors(bytes: Uint8Array): WordVectors {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.byteLength < HEADER ? 0 : header.getUint32(4, true);
  const dimensions = bytes.byteLength < HEADER ? 0 : header.getUint32(8, true);
  const length = bytes.byteLength < HEADER ? 0 : header.getUint32(12, true);
  if (count === 0 || header.getUint32(0, true) !== MAGIC) {
    throw new RangeError('Expected word vectors (QWV1), got other bytes: reinstall the package');
  }
  if (bytes.byteLength !== HEADER + length + count * dimensions) {
    throw new RangeError(
      `Expected ${HEADER + length + count * dimensions} bytes of word vectors, got ${bytes.byteLength}: reinstall the package`,
    );
  }
  const words = new TextDecoder().decode(bytes.subarray(HEADER, HEADER + length)).split('\n');
  const numbers = new Int8Array(bytes.buffer, bytes.byteOffset + HEADER + length);
  return {
    ...vectorsIn(numbers, count, dimensions),
    at: remembered((word) => positionOf(words, word), WORDS_KEPT),
  };
}

/** The words of a corpus come again and again. */
const WORDS_KEPT = 200_000;

function vectorsIn(numbers: Int8Array, count: number, dimensions: number): Omit<WordVectors, 'at'> {
  const norm = norms(numbers, count, dimensions);
  return {
    dimensions,
    count,
    similarity: (one, other) => {
      // Whole numbers below 2^31, told to be: twice as fast.
      let sum = 0;
      const a = one * dimensions;
      const b = other * dimensions;
      for (let at = 0; at < dimensions; at++) {
        sum = (sum + Math.imul(numbers[a + at] as number, numbers[b + at] as number)) | 0;
      }
      return sum / (norm(one) * norm(other));
    },
    addTo: (sum, position, share) => {
      const scale = share / norm(position);
      const start = position * dimensions;
      for (let at = 0; at < dimensions; at++) {
        sum[at] = (sum[at] as number) + scale * (numbers[start + at] as number);
      }
    },
  };
}

/** Length of the vector at a position: worked out when first asked for, as most words never are. */
function norms(numbers: Int8Array, count: number, dimensions: number): (row: number) => number {
  const known = new Float32Array(count);
  return (row) => {
    const before = known[row] ?? 1;
    if (before !== 0) return before;
    let square = 0;
    for (let at = row * dimensions; at < (row + 1) * dimensions; at++) {
      square += (numbers[at] as number) ** 2;
    }
    known[row] = Math.sqrt(square) || 1;
    return known[row] as number;
  };
}

function positionOf(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = words[middle] ?? '';
    if (found === word) return middle;
    if (found < word) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
