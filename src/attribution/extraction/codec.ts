import { ACCEPT_TEMPLATES } from './acceptor.ts';
import type { Boosted } from './boosted.ts';
import { type Reader, reader, type Writer, writer } from './bytes.ts';
import { CHOICE_TEMPLATES } from './chooser.ts';
import type { Clusters } from './clusters.ts';
import { hashText, mix } from './hash.ts';
import { COMMON_TEMPLATES, LINKER_TEMPLATES } from './linker.ts';
import { MEASURES } from './measures.ts';
import type { ChainModel, LanguageModel, Model } from './model.ts';
import { PARSE_TEMPLATES } from './parser.ts';
import { type SparseWeights, sparseWeights } from './sparse.ts';
import { TAGGER_TEMPLATES } from './tagger.ts';
import { rowsOf, weightsOf } from './weights.ts';
import { CLASS_TEMPLATES } from './word-classes.ts';

/** "Quot", then the version of the layout that encodeModel writes. */
const MAGIC = 0x51756f74;
const VERSION = 4;

/** Weights fit the templates and measures that they were trained with and no others. */
const seal = (): number =>
  [
    CLASS_TEMPLATES,
    PARSE_TEMPLATES,
    TAGGER_TEMPLATES,
    COMMON_TEMPLATES,
    LINKER_TEMPLATES,
    CHOICE_TEMPLATES,
    ACCEPT_TEMPLATES,
  ]
    .flatMap((templates) => [...templates])
    .reduce((sum, part) => mix(sum, part), mix(VERSION, hashText(MEASURES.join(' ')))) >>> 0;

/** The file of a model: magic, version, seal of the templates, then its parts; counts before lists. */
export function encodeModel(model: Model): Uint8Array {
  const file = writer();
  for (const word of [MAGIC, VERSION, seal()]) file.word(word);
  writeLanguage(file, model);
  for (const chain of [model.tagger, model.linker, model.chooser, model.acceptor])
    writeChain(file, chain);
  writeBoosted(file, model.arbiter);
  return file.taken();
}

/** Reads what `encodeModel` wrote; throws a RangeError for anything else. */
export function decodeModel(bytes: Uint8Array): Model {
  const file = reader(bytes);
  expect(file, 'a model of Quoth', MAGIC);
  expect(file, 'model version', VERSION);
  expect(file, 'a model of these templates', seal());
  return {
    ...readLanguage(file),
    tagger: readChain(file),
    linker: readChain(file),
    chooser: readChain(file),
    acceptor: readChain(file),
    arbiter: readBoosted(file),
  };
}

/** The part of a model that does not depend on attributions, to go on from in training. */
export function encodeLanguage(language: LanguageModel): Uint8Array {
  const file = writer();
  writeLanguage(file, language);
  return file.taken();
}

export const decodeLanguage = (bytes: Uint8Array): LanguageModel => readLanguage(reader(bytes));

function writeLanguage(file: Writer, language: LanguageModel): void {
  writeClusters(file, language.clusters);
  for (const sparse of [language.classes, language.parser]) writeSparse(file, sparse);
}

const readLanguage = (file: Reader): LanguageModel => ({
  clusters: readClusters(file),
  classes: readSparse(file),
  parser: readSparse(file),
});

function expect(file: Reader, what: string, value: number): void {
  const found = file.word();
  if (found !== value) {
    throw new RangeError(
      `Expected ${what} (${value}), got ${found}; train anew with npm run train`,
    );
  }
}

function writeClusters(file: Writer, { hashes, fine, coarse }: Clusters): void {
  file.word(hashes.length);
  file.word(coarse.length);
  file.ascending(hashes);
  file.bytes(Uint8Array.from(fine, (cluster) => cluster & 0xff));
  file.bytes(Uint8Array.from(fine, (cluster) => cluster >> 8));
  file.bytes(coarse);
}

function readClusters(file: Reader): Clusters {
  const count = file.word();
  const coarse = file.word();
  const hashes = file.ascending(count).slice();
  const low = file.bytes(count);
  const high = file.bytes(count);
  const fine = new Uint16Array(count);
  for (let at = 0; at < count; at++) fine[at] = (low[at] as number) + 256 * (high[at] as number);
  return {
    hashes,
    fine,
    coarse: file.bytes(coarse).slice(),
  };
}

function writeSparse(file: Writer, weights: SparseWeights): void {
  const { classes, hashes, offsets, owners, bytes } = weights;
  for (const count of [classes, hashes.length, bytes.length]) file.word(count);
  file.ascending(hashes);
  file.ascending(offsets);
  file.bytes(owners);
  file.bytes(bytes);
}

function readSparse(file: Reader): SparseWeights {
  const classes = file.word();
  const features = file.word();
  const count = file.word();
  return sparseWeights({
    classes,
    hashes: file.ascending(features).slice(),
    offsets: file.ascending(features + 1).slice(),
    owners: file.bytes(count).slice(),
    bytes: new Int8Array(file.bytes(count)),
  });
}

function writeChain(file: Writer, { weights, steps }: ChainModel): void {
  const { labels, unit, hashes, bytes } = rowsOf(weights);
  file.word(labels);
  file.word(hashes.length);
  file.floats(Float32Array.of(unit));
  for (const part of [steps.between, steps.first, steps.last]) file.floats(part);
  file.ascending(hashes);
  file.bytes(bytes);
}

function readChain(file: Reader): ChainModel {
  const labels = file.word();
  const count = file.word();
  const [unit = 0] = file.floats(1);
  const steps = {
    labels,
    between: file.floats(labels * labels),
    first: file.floats(labels),
    last: file.floats(labels),
  };
  const hashes = file.ascending(count);
  const { buffer, byteOffset, length } = file.bytes(count * labels);
  const bytes = new Int8Array(buffer, byteOffset, length);
  return { weights: weightsOf({ labels, unit, hashes, bytes }), steps };
}

function writeBoosted(file: Writer, { depth, measures, edges, leaves }: Boosted): void {
  file.word(depth);
  file.word(measures.length / depth);
  file.bytes(measures);
  file.floats(edges);
  file.floats(leaves);
}

function readBoosted(file: Reader): Boosted {
  const depth = file.word();
  const trees = file.word();
  return {
    depth,
    measures: file.bytes(trees * depth),
    edges: file.floats(trees * depth),
    leaves: file.floats(trees << depth),
  };
}
