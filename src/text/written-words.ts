/** Words as they are written, numbered in the order in which they are first met. */
export interface WrittenWords {
  /** The number of the word between `start` and `end` of `text`: a new one for a new word; -1 where no more are kept. */
  numberOf(text: string, start: number, end: number): number;
}

const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * A hash table over typed arrays, `most` words at most. A word is found where it stands: cutting it out of its text and
 * asking a Map for it takes three times as long. Common words come first, so what is told of a word by its number lies
 * close together.
 */
export function writtenWords(most: number): WrittenWords {
  const last = 2 ** Math.ceil(Math.log2(2 * most)) - 1;
  /** Two numbers each: the hash, and one more than the number of the word; 0 where there is none. */
  const slots = new Int32Array(2 * (last + 1));
  /** The words one after the other, where each begins, and one more for the end. */
  let units: Uint16Array = new Uint16Array(1 << 16);
  const starts = new Uint32Array(most + 1);
  let count = 0;
  const isWord = (word: number, text: string, start: number, end: number): boolean => {
    const first = starts[word] as number;
    if ((starts[word + 1] as number) - first !== end - start) return false;
    for (let at = start; at < end; at++) {
      if (units[first + at - start] !== text.charCodeAt(at)) return false;
    }
    return true;
  };
  const add = (text: string, start: number, end: number): number => {
    const first = starts[count] as number;
    const next = first + end - start;
    if (next > units.length) units = grown(units, next);
    for (let at = start; at < end; at++) units[first + at - start] = text.charCodeAt(at);
    starts[count + 1] = next;
    return count++;
  };
  /** Where a word stands among the slots, or may be put. */
  const slotOf = (hash: number, text: string, start: number, end: number): number => {
    let slot = hash & last;
    for (let known = slots[2 * slot + 1] as number; known > 0; ) {
      if (slots[2 * slot] === hash && isWord(known - 1, text, start, end)) break;
      slot = (slot + 1) & last;
      known = slots[2 * slot + 1] as number;
    }
    return slot;
  };
  return {
    numberOf: (text, start, end) => {
      const hash = hashOf(text, start, end);
      const slot = slotOf(hash, text, start, end);
      const known = slots[2 * slot + 1] as number;
      if (known > 0) return known - 1;
      if (count === most) return -1;
      slots[2 * slot] = hash;
      slots[2 * slot + 1] = count + 1;
      return add(text, start, end);
    },
  };
}

/** Fowler, Noll and Vo's 1a, over UTF-16 units; its high bits, which are the better mixed, are brought down. */
function hashOf(text: string, start: number, end: number): number {
  let hash = FNV_BASIS;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash ^ (hash >>> 15);
}

function grown(units: Uint16Array, least: number): Uint16Array {
  const larger = new Uint16Array(Math.max(2 * units.length, least));
  larger.set(units);
  return larger;
}
