import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const src = dirname(fileURLToPath(import.meta.url));
const root = dirname(src);

/**
 * Joins the TypeScript of this folder into JavaScript that Node 20 runs, once for each state of the sources, and
 * returns the URL of the module that `entry` became. Loading the joined files takes half the time of having each of
 * some two hundred modules transformed by a loader hook, and an answer on the command line is mostly start-up.
 * @param {string} entry name of a file here, without its ending
 * @returns {Promise<string>}
 */
export async function bundled(entry) {
  const state = stateOf(sources(src));
  for (const home of [
    join(root, 'node_modules', '.cache', 'quoth'),
    join(tmpdir(), 'quoth-cache'),
  ]) {
    const made = join(home, state);
    if (!existsSync(made) && !(await tryToMake(made))) continue;
    return pathToFileURL(join(made, `${entry}.js`)).href;
  }
  throw new Error(
    `Neither node_modules/.cache nor ${tmpdir()} can be written; make one of them writable.`,
  );
}

/** @param {string} folder @returns {string[]} */
const sources = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') || name.endsWith('.mjs'))
    .sort()
    .map((name) => join(folder, name));

/** Names, sizes and times of the sources: reading them all would cost more than it saves. */
function stateOf(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...files, join(root, 'package.json')]) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Writes beside the place and renames, so that two starts at once cannot meet a half-written one. Older states stay: a
 * bot that still runs on one may have modules of it to load.
 */
async function tryToMake(place) {
  const draft = `${place}.${process.pid}`;
  try {
    mkdirSync(draft, { recursive: true });
    const { build } = await import('esbuild');
    await build({
      entryPoints: readdirSync(src)
        .filter((name) => name === 'main.ts' || name.endsWith('-worker.ts'))
        .map((name) => join(src, name)),
      outdir: draft,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      sourcemap: 'linked',
      logLevel: 'silent',
      plugins: [{ name: 'own-place', setup: keepOwnPlace }],
    });
    renameSync(draft, place);
    return true;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (existsSync(place)) return true;
    if (error?.code === 'EACCES' || error?.code === 'EROFS' || error?.code === 'EPERM')
      return false;
    throw error;
  }
}

/** A module that asks for its own place (weights, pages) gets that of its source; workers are found beside the bundle. */
function keepOwnPlace(build) {
  build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
    if (path.includes('node_modules')) return;
    const contents = readFileSync(path, 'utf8');
    if (!contents.includes('import.meta.url')) return;
    const own = JSON.stringify(pathToFileURL(path).href);
    return {
      loader: 'ts',
      contents: contents
        .replace(
          /new URL\('\.\/([\w-]+-worker)\.ts', import\.meta\.url\)/g,
          "new URL('./$1.js', import.meta['url'])",
        )
        .replaceAll('import.meta.url', own),
    };
  });
}
