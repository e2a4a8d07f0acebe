import { crc32 } from 'node:zlib';
import * as z from 'zod';

/**
 * A snapshot is one file of typed arrays that are used as they lie in it, beside records that are fetched one at a time:
 *
 *     head      "QIX1", CRC-32 of the trailer, where the trailer begins, how long it is; written last
 *     records   one after the other
 *     arrays    the same
 *     trailer   JSON: what the file was made from, and where each array lies
 *
 * The trailer, every array and every record have a CRC-32. Numbers are little-endian, as on every machine that runs
 * Node.js.
 */
const MAGIC = 0x31584951;
export const HEAD = 24;

const TrailerJson = z.object({
  /** Names the code that made the file, … */
  code: z.string(),
  /** … and the state of the corpus that it was made from. */
  corpus: z.string(),
  about: z.unknown(),
  arrays: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['u8', 'u16', 'u32', 'i32', 'f64']),
      offset: z.number(),
      bytes: z.number(),
      sum: z.number(),
    }),
  ),
});

export type Trailer = z.infer<typeof TrailerJson>;

/** Where the trailer lies, and its sum. */
interface Head {
  readonly sum: number;
  readonly offset: number;
  readonly bytes: number;
}

export function headOf(trailer: Uint8Array, offset: number): Buffer {
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(MAGIC, 0);
  head.writeUInt32LE(crc32(trailer), 4);
  head.writeDoubleLE(offset, 8);
  head.writeDoubleLE(trailer.byteLength, 16);
  return head;
}

/** What the first bytes of a file of `size` bytes say; else why it is no whole snapshot. */
export function readHead(bytes: Buffer, size: number): Head | 'foreign' | 'torn' {
  if (bytes.byteLength < 4 || bytes.readUInt32LE(0) !== MAGIC) return 'foreign';
  if (bytes.byteLength < HEAD) return 'torn';
  const head = {
    sum: bytes.readUInt32LE(4),
    offset: bytes.readDoubleLE(8),
    bytes: bytes.readDoubleLE(16),
  };
  const whole = head.offset >= HEAD && head.bytes > 0 && head.offset + head.bytes === size;
  return whole ? head : 'torn';
}

/** Null where the bytes are not what was written. */
export function readTrailer(bytes: Buffer, sum: number): Trailer | null {
  if (crc32(bytes) !== sum) return null;
  const parsed = TrailerJson.safeParse(JSON.parse(bytes.toString('utf8')));
  return parsed.success ? parsed.data : null;
}
