/** npm run bench -- <what> [options]: speed, size and memory of one part. */
const BENCHES: Readonly<
  Record<string, () => Promise<{ run(args: string[]): void | Promise<void> }>>
> = {
  extraction: () => import('./extraction.ts'),
  retrieval: () => import('./retrieval.ts'),
  scale: () => import('./scale.ts'),
};

const [what = '', ...args] = process.argv.slice(2);
const load = BENCHES[what];
if (load === undefined) {
  console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [options]`);
  process.exitCode = 2;
} else {
  await (await load()).run(args);
}
