import { bytesOf, heap } from '../kernel/heap.ts';

/** Bytes being written, little-endian. */
export interface Writer {
  readonly word: (value: number) => void;
  readonly floats: (values: Float32Array) => void;
  readonly bytes: (values: Uint8Array | Int8Array) => void;
  /** Ascending whole numbers, each as its difference from the one before, seven bits a byte. */
  readonly ascending: (values: Uint32Array) => void;
  readonly taken: () => Uint8Array;
}

export function writer(): Writer {
  let buffer = new Uint8Array(1 << 20);
  let length = 0;
  const push = (byte: number) => {
    if (length === buffer.length) {
      const wider = new Uint8Array(buffer.length * 2);
      wider.set(buffer);
      buffer = wider;
    }
    buffer[length++] = byte;
  };
  const bytes = (values: Uint8Array | Int8Array) => {
    for (const byte of values) push(byte & 0xff);
  };
  const word = (value: number) => bytes(new Uint8Array(Uint32Array.of(value).buffer));
  const varint = (value: number) => {
    let rest = value;
    for (; rest > 0x7f; rest = Math.floor(rest / 128)) push((rest % 128) | 0x80);
    push(rest);
  };
  return {
    word,
    bytes,
    floats: (values) => bytes(new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
    ascending: (values) => {
      let before = 0;
      for (const value of values) {
        varint(value - before);
        before = value;
      }
    },
    taken: () => buffer.slice(0, length),
  };
}

/** Reads what a Writer wrote, in the same order; a RangeError where the bytes end too soon. */
export interface Reader {
  readonly word: () => number;
  readonly floats: (count: number) => Float32Array;
  /** The bytes as they lie in the file, not a copy. */
  readonly bytes: (count: number) => Uint8Array;
  /** A list that holds until the next is read. */
  readonly ascending: (count: number) => Uint32Array;
}

/** Bytes that a number of 32 bits takes at most. */
const MOST = 5;

export function reader(file: Uint8Array): Reader {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const room = heap(0);
  let at = 0;
  const expectEnd = (end: number) => {
    if (end > file.length) throw new RangeError(`Expected ${end} bytes, got ${file.length}`);
  };
  const bytes = (count: number) => {
    expectEnd(at + count);
    at += count;
    return new Uint8Array(file.buffer, file.byteOffset + at - count, count);
  };
  const word = () => {
    at += 4;
    return view.getUint32(at - 4, true);
  };
  const ascending = (count: number) => {
    const coded = file.subarray(at, at + MOST * count);
    const lists = room.take([count, Math.ceil(coded.length / 4)]);
    const [numbers, copy] = lists as [Int32Array, Int32Array];
    bytesOf(copy).set(coded);
    const { byteOffset: from } = copy;
    const end = room.kernel.readAscending(from, from + coded.length, count, numbers.byteOffset);
    expectEnd(at + end - from);
    at += end - from;
    return new Uint32Array(numbers.buffer, numbers.byteOffset, count);
  };
  return {
    word,
    bytes,
    floats: (count) =>
      Float32Array.from({ length: count }, () => {
        at += 4;
        return view.getFloat32(at - 4, true);
      }),
    ascending,
  };
}
