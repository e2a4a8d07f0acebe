/** npm run eval -- <what> [options]: figures of one part on the data in ../shared/eval. */
const EVALUATIONS: Readonly<Record<string, () => Promise<{ run(args: string[]): Promise<void> }>>> =
  {
    attribution: () => import('./attribution.ts'),
    retrieval: () => import('./retrieval.ts'),
    seeds: () => import('./seeds/score.ts'),
    sentences: () => import('./sentences/score.ts'),
    speakers: () => import('./speakers.ts'),
  };

const [what = '', ...args] = process.argv.slice(2);
const load = EVALUATIONS[what];
if (load === undefined) {
  console.error(`Usage: npm run eval -- ${Object.keys(EVALUATIONS).join('|')} [options]`);
  process.exitCode = 2;
} else {
  await (await load()).run(args);
}
