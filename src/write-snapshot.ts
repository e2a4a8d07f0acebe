import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { arraysOf } from './named-arrays.ts';
import { HEAD, headOf, type Trailer } from './snapshot-format.ts';

/** Writes a snapshot beside its place. Synchronous: it belongs into a worker thread. */
export interface SnapshotWriter {
  record(bytes: Uint8Array): void;
  /** A record already written. */
  read(position: number): Uint8Array;
  /** Adds the arrays within `tables` (objects in objects), and puts the file into its place. */
  finish(tables: object, made: Pick<Trailer, 'code' | 'corpus' | 'about'>): void;
  /** Leaves nothing behind. */
  abandon(): void;
}

/**
 * The file appears under `path` whole or not at all, also where several processes write at once: each writes a file of
 * its own, and the last to finish leaves its own.
 */
export function writeSnapshot(path: string): SnapshotWriter {
  mkdirSync(dirname(path), { recursive: true });
  removeLeftovers(path);
  const draft = `${path}.${randomUUID()}`;
  const file = openSync(draft, 'w+');
  const starts = [HEAD];
  const sums: number[] = [];
  let end = HEAD;
  const append = (bytes: Uint8Array) => {
    writeAll(file, bytes, end);
    end += bytes.byteLength;
  };
  return {
    record: (bytes) => {
      append(bytes);
      starts.push(end);
      sums.push(crc32(bytes));
    },
    read: (position) => {
      const start = starts[position] ?? 0;
      const bytes = Buffer.alloc((starts[position + 1] ?? start) - start);
      readSync(file, bytes, 0, bytes.byteLength, start);
      return bytes;
    },
    finish: (tables, made) => {
      const records = { starts: Float64Array.from(starts), sums: Uint32Array.from(sums) };
      const arrays = arraysOf({ tables, records }).map(({ name, type, bytes }) => {
        const offset = end;
        append(bytes);
        return { name, type, offset, bytes: bytes.byteLength, sum: crc32(bytes) };
      });
      const trailer = Buffer.from(JSON.stringify({ ...made, arrays }));
      const offset = end;
      append(trailer);
      writeAll(file, headOf(trailer, offset), 0);
      fsyncSync(file);
      closeSync(file);
      renameSync(draft, path);
    },
    abandon: () => {
      closeSync(file);
      rmSync(draft, { force: true });
    },
  };
}

/** What is written to no more for so long was left by a process that was killed. */
const LEFT_AFTER = 3_600_000;

function removeLeftovers(path: string): void {
  const drafts = readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}.`));
  for (const draft of drafts.map((name) => join(dirname(path), name))) {
    const found = statSync(draft, { throwIfNoEntry: false });
    if (found && found.mtimeMs < Date.now() - LEFT_AFTER) rmSync(draft, { force: true });
  }
}

function writeAll(file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.byteLength; ) {
    done += writeSync(file, bytes, done, bytes.byteLength - done, position + done);
  }
}
