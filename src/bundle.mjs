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
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Left where they are: they bring files of their own, or only the bot in Slack needs them. */
const HEAVY = [
  '@slack/*',
  'ws',
  'node-sqlite3-wasm',
  'esbuild',
  'linkedom',
  '@mozilla/readability',
];

const COMMON = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Node.js 20 knows them; esbuild, unsure which, would make each such expression anew wherever it is used.
  supported: { 'regexp-unicode-property-escapes': true },
  external: HEAVY,
  // Some of the packages are CommonJS and ask for Node's modules.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'silent',
};

const src = dirname(fileURLToPath(import.meta.url));
const root = dirname(src);

/**
 * Joins the TypeScript of this folder into JavaScript that Node 20 runs, once for each state of the sources, and
 * returns the URL of the module that `entry` became; null where nothing can be written beside the packages. Loading
 * the joined files takes half the time of having each of some two hundred modules transformed by a loader hook, and an
 * answer on the command line is mostly start-up.
 * @param {string} entry name of a file here, without its ending
 * @returns {Promise<string | null>}
 */
export async function bundled(entry) {
  const made = join(root, 'node_modules', '.cache', 'quoth', stateOf(sources(src)));
  if (!existsSync(made) && !(await tryToMake(made))) return null;
  return pathToFileURL(join(made, `${entry}.js`)).href;
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
      ...COMMON,
      entryPoints: readdirSync(src)
        .filter((name) => name === 'main.ts' || name.endsWith('-worker.ts'))
        .map((name) => join(src, name)),
      outdir: draft,
      splitting: true,
      minifySyntax: true,
      minifyWhitespace: true,
      sourcemap: 'linked',
      plugins: [
        { name: 'computed-data', setup: (making) => computeData(making, draft) },
        { name: 'own-place', setup: keepOwnPlace },
      ],
    });
    renameSync(draft, place);
    return true;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (existsSync(place)) return true;
    if (['EACCES', 'EROFS', 'EPERM', 'ENOSPC'].includes(error?.code)) return false;
    throw error;
  }
}

/** A `-data.ts` module is run now, and only what it exports goes in, as JSON, which parses fastest. */
function computeData(making, draft) {
  making.onLoad({ filter: /-data\.ts$/ }, async ({ path }) => {
    const outfile = join(draft, `${createHash('sha256').update(path).digest('hex')}.mjs`);
    const { build } = await import('esbuild');
    await build({ ...COMMON, entryPoints: [path], outfile });
    const exported = Object.entries(await import(pathToFileURL(outfile).href));
    rmSync(outfile);
    const contents = exported.map(
      ([name, value]) =>
        `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`,
    );
    return { contents: contents.join('\n'), loader: 'js' };
  });
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
