import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { extractorOf } from '../../src/attribution/extract.ts';
import { encodeModel } from '../../src/attribution/extraction/codec.ts';
import { LINKER_TEMPLATES } from '../../src/attribution/extraction/linker.ts';
import type { ChainModel, Model } from '../../src/attribution/extraction/model.ts';
import { linkerGrids, tag, taggerGrid } from '../../src/attribution/extraction/passes.ts';
import { LABELS, startPenalties, stepPenalties } from '../../src/attribution/extraction/roles.ts';
import { TAGGER_TEMPLATES } from '../../src/attribution/extraction/tagger.ts';
import { chainData, type Labelled } from './chain-data.ts';
import { trainChain } from './chain-trainer.ts';
import { type GoldParagraph, goldParagraphs, labelsOf } from './gold.ts';
import { readPolnear } from './polnear.ts';
import { quantise } from './quantise.ts';
import { figures } from './score.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/eval/polnear' },
    out: { type: 'string', default: 'src/attribution/model/weights.bin' },
    hold: { type: 'string', default: '0' },
    folds: { type: 'string', default: '4' },
    epochs: { type: 'string', default: '8' },
    keep: { type: 'string', default: '0.4' },
    rate: { type: 'string', default: '0.1' },
    minimum: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
  },
});
const options = {
  epochs: Number(values.epochs),
  keep: Number(values.keep),
  rate: Number(values.rate),
  seed: Number(values.seed),
  labels: LABELS.length,
  steps: stepPenalties(),
  starts: startPenalties(),
  report: (line: string) => console.error(`  ${(performance.now() / 1000).toFixed(0)} s ${line}`),
};
const minimum = Number(values.minimum);
const LEAST = 0.06;

const all = readPolnear(values.data, 'train');
const held = all.slice(all.length - Number(values.hold));
const train = all.slice(0, all.length - held.length);
const paragraphs = goldParagraphs(train);

const tagged = (list: readonly GoldParagraph[]): Labelled[] =>
  list.map(({ paragraph, attributions }) => ({
    grid: taggerGrid(paragraph),
    labels: labelsOf(paragraph.tokens.length, attributions),
  }));

function trainTagger(list: readonly GoldParagraph[]): ChainModel {
  const data = chainData(tagged(list), TAGGER_TEMPLATES, minimum);
  console.error(`tagger: ${data.labels.length} tokens, ${data.hashes.length} features`);
  return quantise(trainChain(data, options), LEAST);
}

/** The first pass's chances for every paragraph, each by a tagger that has not seen its article. */
function jackknifed(list: readonly GoldParagraph[]): Float32Array[] {
  const folds = Number(values.folds);
  const ids = [...new Set(list.map(({ article }) => article))];
  const foldOf = new Map(ids.map((id, index) => [id, index % folds]));
  const chances: Float32Array[] = new Array(list.length);
  for (let fold = 0; fold < folds; fold++) {
    const tagger = trainTagger(list.filter(({ article }) => foldOf.get(article) !== fold));
    for (const [index, { article, paragraph }] of list.entries()) {
      if (foldOf.get(article) === fold) chances[index] = tag(taggerGrid(paragraph), tagger);
    }
  }
  return chances;
}

function* linked(
  list: readonly GoldParagraph[],
  chances: readonly Float32Array[],
): Generator<Labelled> {
  for (const [index, { paragraph, attributions }] of list.entries()) {
    const gridOf = linkerGrids(paragraph, taggerGrid(paragraph), chances[index] as Float32Array);
    for (const attribution of attributions) {
      const [[anchor] = [0]] = attribution.cue;
      yield { grid: gridOf(anchor), labels: labelsOf(paragraph.tokens.length, [attribution]) };
    }
  }
}

function trainLinker(list: readonly GoldParagraph[]): ChainModel {
  const data = chainData(linked(list, jackknifed(list)), LINKER_TEMPLATES, minimum);
  console.error(`linker: ${data.labels.length} tokens, ${data.hashes.length} features`);
  return quantise(trainChain(data, options), LEAST);
}

const model: Model = { linker: trainLinker(paragraphs), tagger: trainTagger(paragraphs) };
const file = encodeModel(model);
mkdirSync('src/attribution/model', { recursive: true });
writeFileSync(values.out, file);
console.error(`${values.out}: ${(file.length / 1e6).toFixed(2)} MB`);
const extract = extractorOf(model);
if (held.length > 0) console.log(`held ${await figures(values.data, held, extract)}`);
console.log(`dev  ${await figures(values.data, readPolnear(values.data, 'dev'), extract)}`);
