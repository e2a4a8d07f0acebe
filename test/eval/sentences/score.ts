/**
 * node --import tsx test/eval/sentences/score.ts [POLNEAR_FOLDER]
 *
 * Counts the sentence boundaries that the splitter misses and adds, against the hand annotation in gold.jsonl
 * (article ids and offsets into PolNeAR's train and dev text), beside Intl.Segmenter.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sentences } from '../../../src/text/sentences.ts';

interface Gold {
  readonly articleId: string;
  /** The paragraph. */
  readonly start: number;
  readonly end: number;
  readonly sample: 'random' | 'mixed' | 'difficult';
  /** Where each sentence but the last ends. */
  readonly ends: readonly number[];
}

type Splitter = (paragraph: string) => readonly number[];

const linesOf = <T>(text: string): T[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

const folder = process.argv[2] ?? '../shared/eval/polnear';
const texts = new Map(
  ['train', 'dev']
    .map((part) => gunzipSync(readFileSync(join(folder, `${part}.jsonl.gz`))).toString())
    .flatMap((text) => linesOf<{ id: string; text: string }>(text))
    .map(({ id, text }) => [id, text]),
);
const gold = linesOf<Gold>(readFileSync(join(import.meta.dirname, 'gold.jsonl'), 'utf8'));

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const splitters: Readonly<Record<string, Splitter>> = {
  Quoth: (text) => sentences(text, { start: 0, end: text.length }).map(({ end }) => end),
  'Intl.Segmenter': (text) =>
    [...segmenter.segment(text)].map(({ index, segment }) => index + segment.trimEnd().length),
};

for (const [name, split] of Object.entries(splitters)) {
  const counts = new Map<string, { boundaries: number; missed: number; added: number }>();
  for (const { articleId, start, end, sample, ends } of gold) {
    const text = texts.get(articleId)?.slice(start, end).trimEnd() ?? '';
    const found = new Set(split(text).filter((at) => at < text.length));
    const right = ends.filter((at) => found.has(at - start)).length;
    const count = counts.get(sample) ?? { boundaries: 0, missed: 0, added: 0 };
    count.boundaries += ends.length;
    count.missed += ends.length - right;
    count.added += found.size - right;
    counts.set(sample, count);
  }
  console.log(name, Object.fromEntries(counts));
}
