import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The weights of attribution extraction, as `loadExtractor` takes them. Throws where the file is missing. */
export const readModelFile = (): Uint8Array =>
  readFileSync(fileURLToPath(new URL('attribution/model/weights.bin', import.meta.url)));
