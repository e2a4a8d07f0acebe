import { readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { type NamedArray, tablesOf } from './named-arrays.ts';
import { HEAD, readHead, readTrailer, type Trailer } from './snapshot-format.ts';

/** Why a snapshot is not used. `stale`: made by other code, or from another state of the corpus. */
export type Refusal = 'missing' | 'foreign' | 'torn' | 'stale';

export interface OpenedSnapshot {
  readonly about: unknown;
  /** What the writer was given: typed arrays, objects deep. */
  readonly tables: object;
  /** Throws DamagedSnapshot where the record is not what was written. */
  record(position: number): Uint8Array;
  close(): Promise<void>;
}

/** A part of a snapshot that was sound when it was opened, and is no longer. */
export class DamagedSnapshot extends Error {
  override name = 'DamagedSnapshot';
}

/** What a snapshot must have been made from; any state of the corpus where that is left out. */
export interface Wanted {
  readonly code: string;
  readonly corpus?: string;
}

/**
 * Opens the snapshot at `path` if it is whole and made from what is `wanted`. All arrays are read and checked, in steps
 * short enough for others to be served meanwhile; records are read and checked when asked for.
 */
export async function readSnapshot(
  path: string,
  wanted: Wanted,
): Promise<OpenedSnapshot | Refusal> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return 'missing';
  const found = await openedFrom(file, wanted);
  if (typeof found === 'string') await file.close();
  return found;
}

async function openedFrom(file: FileHandle, wanted: Wanted): Promise<OpenedSnapshot | Refusal> {
  const trailer = await trailerOf(file);
  if (typeof trailer === 'string') return trailer;
  if (!isWanted(trailer, wanted)) return 'stale';
  const arrays = await readArrays(file, trailer);
  return arrays === null ? 'torn' : opened(file, trailer, arrays);
}

const isWanted = ({ code, corpus }: Trailer, wanted: Wanted): boolean =>
  code === wanted.code && (wanted.corpus === undefined || corpus === wanted.corpus);

async function trailerOf(file: FileHandle): Promise<Trailer | 'foreign' | 'torn'> {
  const { size } = await file.stat();
  const head = readHead(await bytesAt(file, 0, Math.min(HEAD, size)), size);
  if (typeof head === 'string') return head;
  return readTrailer(await bytesAt(file, head.offset, head.bytes), head.sum) ?? 'torn';
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  return bytes.subarray(0, bytesRead);
}

/** Read and checked at once: some milliseconds of work. */
const STEP = 4 * 1024 * 1024;

/** Null where one of them is not what was written. */
async function readArrays(file: FileHandle, { arrays }: Trailer): Promise<NamedArray[] | null> {
  const read: NamedArray[] = [];
  for (const { name, type, offset, bytes: length, sum } of arrays) {
    const bytes = Buffer.from(new ArrayBuffer(length));
    let found = 0;
    for (let done = 0; done < length; ) {
      const step = Math.min(STEP, length - done);
      const { bytesRead } = await file.read(bytes, done, step, offset + done);
      if (bytesRead === 0) return null;
      found = crc32(bytes.subarray(done, done + bytesRead), found);
      done += bytesRead;
    }
    if (found !== sum) return null;
    read.push({ name, type, bytes });
  }
  return read;
}

/** Where the writer put the records. */
interface Whole {
  readonly tables: object;
  readonly records: { readonly starts: Float64Array; readonly sums: Uint32Array };
}

function opened(
  file: FileHandle,
  { about }: Trailer,
  arrays: readonly NamedArray[],
): OpenedSnapshot {
  const { tables, records } = tablesOf(arrays) as Whole;
  const { starts, sums } = records;
  return {
    about,
    tables,
    close: () => file.close(),
    record: (position) => {
      const start = starts[position] ?? 0;
      const bytes = Buffer.allocUnsafeSlow(Math.max(0, (starts[position + 1] ?? 0) - start));
      const length = readSync(file.fd, bytes, 0, bytes.byteLength, start);
      if (length < bytes.byteLength || crc32(bytes) !== sums[position]) {
        throw new DamagedSnapshot(
          `The record of article ${position} is not what was written; remove the snapshot, and it is made anew`,
        );
      }
      return bytes;
    },
  };
}
