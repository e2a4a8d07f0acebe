import { createHash } from 'node:crypto';
import { appendFile, mkdir, open, readFile, rename, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Attribution } from './attribution/attribution.ts';
import type { Article } from './corpus/article.ts';

/**
 * What reading articles found, kept from start to start: reading is the slow part of ingestion. One file, records
 * appended as articles come; a record belongs to one version of one article and to one state of the models.
 */
export interface ReadingStore {
  /** Null where this version of the article was not read yet. */
  get(article: Article): readonly Attribution[] | null;
  /** Appends to the file; what another article has under the same id stays until the next opening. */
  add(read: readonly (readonly [Article, readonly Attribution[]])[]): Promise<void>;
}

interface Kept {
  readonly key: string;
  readonly attributions: readonly Attribution[];
}

/** "QRS1", then 16 bytes that name the state of models and format. */
const MAGIC = 'QRS1';
const HEADER = 20;
/** Length of the payload (32 bits), then 8 bytes of its SHA-256. */
const RECORD_HEADER = 12;

const keyOf = ({ id, version, speaker }: Article): string => `${version} ${speaker ?? ''} ${id}`;

const digest = (bytes: Uint8Array, length: number): Buffer =>
  createHash('sha256').update(bytes).digest().subarray(0, length);

/**
 * Opens the store in `folder`. `state` is whatever the readings depend on beside the articles. A file of another
 * state, or none of ours, is begun anew; a torn end, as a crash leaves it, is cut off.
 */
export async function openReadingStore(folder: string, state: Uint8Array): Promise<ReadingStore> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'readings.bin');
  const header = Buffer.concat([Buffer.from(MAGIC), digest(state, HEADER - MAGIC.length)]);
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  const ours = bytes.subarray(0, HEADER).equals(header);
  if (!ours) await writeAtomically(path, header);
  const { kept, end } = ours ? recordsIn(bytes) : { kept: new Map<string, Kept>(), end: HEADER };
  if (ours && end < bytes.length) await truncate(path, end);
  return {
    get: (article) => kept.get(keyOf(article))?.attributions ?? null,
    add: async (read) => {
      const records = read.map(([article, attributions]): Kept => {
        return { key: keyOf(article), attributions };
      });
      for (const record of records) kept.set(record.key, record);
      await appendFile(path, Buffer.concat(records.map(recordOf)));
    },
  };
}

function recordOf(kept: Kept): Buffer {
  const payload = serialize(kept);
  const header = Buffer.alloc(4);
  header.writeUInt32LE(payload.length);
  return Buffer.concat([header, digest(payload, RECORD_HEADER - 4), payload]);
}

/** Whole records from the start on; `end` is where they end. */
function recordsIn(bytes: Buffer): { kept: Map<string, Kept>; end: number } {
  const kept = new Map<string, Kept>();
  let end = HEADER;
  while (end + RECORD_HEADER <= bytes.length) {
    const start = end + RECORD_HEADER;
    const payload = bytes.subarray(start, start + bytes.readUInt32LE(end));
    const whole = start + bytes.readUInt32LE(end) <= bytes.length;
    if (!whole || !digest(payload, RECORD_HEADER - 4).equals(bytes.subarray(end + 4, start))) break;
    const record = deserialize(payload) as Kept;
    kept.set(record.key, record);
    end = start + payload.length;
  }
  return { kept, end };
}

async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, bytes);
  const file = await open(draft, 'r+');
  await file.sync();
  await file.close();
  await rename(draft, path);
}
