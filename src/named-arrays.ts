/** The numbers that a snapshot holds. */
const TYPES = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;

type NumberType = keyof typeof TYPES;
type Numbers = InstanceType<(typeof TYPES)[NumberType]>;

/** A typed array with the path that leads to it: "segment.stems.bytes". */
export interface NamedArray {
  readonly name: string;
  readonly type: NumberType;
  readonly bytes: Uint8Array;
}

/** The typed arrays within `tables`: objects in objects, and nothing else in them. */
export function arraysOf(tables: object, path: readonly string[] = []): NamedArray[] {
  return Object.entries(tables).flatMap(([key, value]): NamedArray[] => {
    const own = [...path, key];
    const type = typeOf(value);
    if (type === null) return arraysOf(value, own);
    const { buffer, byteOffset, byteLength } = value as Numbers;
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    return [{ name: own.join('.'), type, bytes }];
  });
}

const typeOf = (value: unknown): NumberType | null => {
  const found = Object.entries(TYPES).find(([, type]) => value instanceof type);
  return (found?.[0] as NumberType | undefined) ?? null;
};

/** The opposite of `arraysOf`: numbers are read where they lie, nothing is copied. */
export function tablesOf(arrays: readonly NamedArray[]): object {
  const tables: Tables = {};
  for (const { name, type, bytes } of arrays) {
    const path = name.split('.');
    const last = path.pop() ?? '';
    let folder = tables;
    for (const key of path) {
      folder[key] ??= {};
      folder = folder[key] as Tables;
    }
    const numbers = TYPES[type];
    const length = bytes.byteLength / numbers.BYTES_PER_ELEMENT;
    folder[last] = new numbers(bytes.buffer as ArrayBuffer, bytes.byteOffset, length);
  }
  return tables;
}

interface Tables {
  [key: string]: Tables | Numbers;
}
