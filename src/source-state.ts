import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { readModelFile } from './model-file.ts';

/** What was read depends on the code that read it, … */
const READERS = ['text', 'corpus', 'attribution'] as const;
/** … and what was indexed on these too. */
const INDEXERS = [...READERS, 'question', 'retrieval', 'answer'] as const;

/** Names the weights and the code that find attributions. */
export const readersState = (): Promise<string> => stateOf(READERS);

/** Names all that an index is made by. */
export const indexersState = (): Promise<string> => stateOf(INDEXERS);

async function stateOf(folders: readonly string[]): Promise<string> {
  const places = folders.map((name) => new URL(`${name}/`, import.meta.url));
  const files = (await Promise.all(places.map(sourcesIn))).flat();
  const hash = createHash('sha256').update(readModelFile());
  for (const source of await Promise.all(files.map((file) => readFile(file)))) hash.update(source);
  return hash.digest('hex').slice(0, 32);
}

async function sourcesIn(folder: URL): Promise<URL[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => new URL(name, folder));
}
