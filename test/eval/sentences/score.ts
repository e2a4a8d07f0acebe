/**
 * npm run eval -- sentences [POLNEAR_FOLDER]
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

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const splitters: Readonly<Record<string, Splitter>> = {
  Quoth: (text) => sentences(text, { start: 0, end: text.length }).map(({ end }) => end),
  'Intl.Segmenter': (text) =>
    [...segmenter.segment(text)].map(({ index, segment }) => index + segment.trimEnd().length),
};

/** Prints what each splitter misses and adds. */
export async function run([folder = '../shared/eval/polnear']: string[]): Promise<void> {
  const texts = textsOf(folder);
  const gold = linesOf<Gold>(readFileSync(join(import.meta.dirname, 'gold.jsonl'), 'utf8'));
  for (const [name, split] of Object.entries(splitters)) {
    console.log(name, Object.fromEntries(countsOf(gold, texts, split)));
  }
}

const textsOf = (folder: string): Map<string, string> =>
  new Map(
    ['train', 'dev']
      .map((part) => gunzipSync(readFileSync(join(folder, `${part}.jsonl.gz`))).toString())
      .flatMap((text) => linesOf<{ id: string; text: string }>(text))
      .map(({ id, text }) => [id, text]),
  );

interface Count {
  boundaries: number;
  missed: number;
  added: number;
}

function countsOf(
  gold: readonly Gold[],
  texts: ReadonlyMap<string, string>,
  split: Splitter,
): Map<string, Count> {
  const counts = new Map<string, Count>();
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
  return counts;
}
