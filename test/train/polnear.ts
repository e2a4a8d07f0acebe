import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sentences } from '../../src/text/sentences.ts';
import type { Span } from '../../src/text/span.ts';

type Range = readonly [number, number];

export interface GoldAttribution {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
}

/** One article of PolNeAR as DATA/README.md describes it. */
export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

export function readPolnear(folder: string, split: 'train' | 'dev'): GoldArticle[] {
  const lines = gunzipSync(readFileSync(join(folder, `${split}.jsonl.gz`))).toString('utf8');
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line): GoldArticle => JSON.parse(line));
}

/** One paragraph per line, as the corpus has it, and the sentences of each. */
export function paragraphsOf(text: string): Span[][] {
  const found: Span[][] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (line.trim()) found.push(sentences(text, { start, end }));
    start = end + 1;
  }
  return found;
}
