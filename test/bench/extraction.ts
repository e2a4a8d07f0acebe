import { parseArgs } from 'node:util';
import { attribute } from '../../src/attribution/attribute.ts';
import { loadExtractor } from '../../src/attribution/extract.ts';
import { articleOfRecord } from '../../src/corpus/json-record.ts';
import { readModelFile } from '../../src/model-file.ts';
import { paragraphsOf, readPolnear } from '../train/polnear.ts';
import { processorTime } from './measure.ts';

const MEGABYTE = 1e6;

/** Dates after it are set aside; the articles state none. */
const DAY = '2026-01-01';

function bestOf(rounds: number, run: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const time = processorTime();
    run();
    return time();
  });
  return Math.min(...times);
}

/** Prints size, load time and memory of the model, and the speed of extraction and of a whole reading, on PolNeAR's dev part (`--data DIR`). */
export function run(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: { data: { type: 'string', default: '../shared/eval/polnear' } },
  });
  const file = readModelFile();
  const before = process.memoryUsage().rss;
  const loading = processorTime();
  const extract = loadExtractor(file);
  const first = loading();
  const memory = (process.memoryUsage().rss - before) / MEGABYTE;
  const load = bestOf(5, () => loadExtractor(file));
  const gold = readPolnear(values.data, 'dev');
  const articles = gold.map(({ text }) => ({ text, paragraphs: paragraphsOf(text) }));
  const words = articles.reduce((sum, { text }) => sum + (text.match(/\S+/g) ?? []).length, 0);
  const time = bestOf(3, () => {
    for (const { text, paragraphs } of articles) extract(text, paragraphs);
  });
  const whole = bestOf(3, () => {
    for (const { id, text } of gold) {
      const { value } = articleOfRecord(JSON.stringify({ id, text }), { id, line: 1, today: DAY });
      if (value !== null) attribute(value, extract);
    }
  });
  const speed = (milliseconds: number) => Math.round((1000 * words) / milliseconds);
  console.log(`weights          ${(file.length / MEGABYTE).toFixed(2)} MB`);
  console.log(`load, first      ${first.toFixed(0)} ms CPU`);
  console.log(`load, best of 5  ${load.toFixed(0)} ms CPU`);
  console.log(`memory of a load ${memory.toFixed(0)} MB`);
  console.log(`extraction       ${speed(time)} words a second of CPU (${words} words, best of 3)`);
  console.log(
    `whole reading    ${speed(whole)} words a second of CPU (record, paragraphs, extraction, frames, speakers)`,
  );
}
