import { remembered } from '../text/remembered.ts';
import { type VectorTable, vectorTable } from './kernel/vector-table.ts';

/** What words mean, in two ways. */
export interface WordVectors {
  /** As far as their company tells: related words have near vectors. */
  readonly words: WordTable;
  /** As far as they tell what a text is about: texts that mean the same have near sums. */
  readonly topics: WordTable;
}

export interface WordTable extends VectorTable {
  /** Position of a folded word; -1 where it is not known. */
  at(word: string): number;
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
  vectors: readonly (Float32Array | Float64Array)[],
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
export function decodeWordVectors(bytes: Uint8Array): WordTable {
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
    ...vectorTable(numbers, count, dimensions),
    at: remembered((word) => positionOf(words, word), WORDS_KEPT),
    count,
  };
}

/** The words of a corpus come again and again. */
const WORDS_KEPT = 200_000;

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
