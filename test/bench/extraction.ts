import { parseArgs } from 'node:util';
import { loadExtractor } from '../../src/attribution/extract.ts';
import { readModelFile } from '../../src/model-file.ts';
import { paragraphsOf, readPolnear } from '../train/polnear.ts';

const MEGABYTE = 1e6;

function bestOf(rounds: number, run: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const { user: before } = process.cpuUsage();
    run();
    return (process.cpuUsage().user - before) / 1000;
  });
  return Math.min(...times);
}

/** Prints size, load time, memory and speed of extraction on PolNeAR's dev part (`--data DIR`). */
export function run(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: { data: { type: 'string', default: '../shared/eval/polnear' } },
  });
  const file = readModelFile();
  const before = process.memoryUsage().rss;
  const started = process.cpuUsage().user;
  const extract = loadExtractor(file);
  const first = (process.cpuUsage().user - started) / 1000;
  const memory = (process.memoryUsage().rss - before) / MEGABYTE;
  const load = bestOf(5, () => loadExtractor(file));
  const articles = readPolnear(values.data, 'dev').map(({ text }) => ({
    text,
    paragraphs: paragraphsOf(text),
  }));
  const words = articles.reduce((sum, { text }) => sum + (text.match(/\S+/g) ?? []).length, 0);
  const time = bestOf(3, () => {
    for (const { text, paragraphs } of articles) extract(text, paragraphs);
  });
  console.log(`weights          ${(file.length / MEGABYTE).toFixed(2)} MB`);
  console.log(`load, first      ${first.toFixed(0)} ms CPU`);
  console.log(`load, best of 5  ${load.toFixed(0)} ms CPU`);
  console.log(`memory of a load ${memory.toFixed(0)} MB`);
  console.log(
    `extraction       ${Math.round((1000 * words) / time)} words a second of CPU (${words} words, best of 3)`,
  );
}
