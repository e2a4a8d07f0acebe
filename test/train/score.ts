import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Extractor } from '../../src/attribution/extract.ts';
import type { Span } from '../../src/text/span.ts';
import { type GoldArticle, paragraphsOf } from './polnear.ts';

const ranges = (spans: readonly Span[]) => spans.map(({ start, end }) => [start, end]);

export const predictionsOf = (extract: Extractor, articles: readonly GoldArticle[]) =>
  articles.map(({ id, text }) => ({
    id,
    attributions: extract(text, paragraphsOf(text)).map(({ source, cue, content }) => ({
      source: ranges(source),
      cue: ranges(cue),
      content: ranges(content),
    })),
  }));

/** The figures that have a floor, in the words of the scorer beside the data. */
const FIGURES = [
  'exact.content',
  'exact.source',
  'exact.cue',
  'joint',
  'speech.joint',
  'direct.joint',
  'content50',
];

export async function figures(
  data: string,
  gold: readonly GoldArticle[],
  extract: Extractor,
): Promise<string> {
  const scorer = await import(pathToFileURL(join(data, '..', 'score-attribution.mjs')).href);
  const report = scorer.report(scorer.score(gold, predictionsOf(extract, gold)));
  return FIGURES.map((name) => {
    const { p, r, f1 } = report[name];
    const percent = (value: number) => (100 * value).toFixed(1);
    return `${name} ${percent(f1)} (${percent(p)}/${percent(r)})`;
  }).join('  ');
}
