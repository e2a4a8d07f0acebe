import type { Transitions } from './chain.ts';
import { mix } from './hash.ts';
import { LINKER_TEMPLATES } from './linker.ts';
import type { ChainModel, Model } from './model.ts';
import { TAGGER_TEMPLATES } from './tagger.ts';
import { indexHashes } from './weights.ts';

/** "Quot", the version of this layout. */
const MAGIC = 0x51756f74;
const VERSION = 1;

/** Weights fit the templates that they were trained with and no others. */
const templatesSeal = (): number =>
  [...TAGGER_TEMPLATES, ...LINKER_TEMPLATES].reduce((seal, part) => mix(seal, part), VERSION);

/**
 * The file of a model, little-endian: magic, version, seal of the templates (32 bits each), then each chain:
 * labels, features (32 bits), unit (float), transitions (floats), the feature hashes as differences (varints),
 * the weights (a byte each, one column per label, so that runs of equal bytes stay together).
 */
export function encodeModel(model: Model): Uint8Array {
  const bytes: number[] = [];
  const words = (values: Uint32Array | Float32Array) => {
    for (const byte of new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
      bytes.push(byte);
  };
  words(Uint32Array.of(MAGIC, VERSION, templatesSeal()));
  for (const { weights, steps } of [model.tagger, model.linker]) {
    words(Uint32Array.of(weights.labels, weights.hashes.length));
    words(Float32Array.of(weights.unit));
    for (const part of [steps.between, steps.first, steps.last]) words(part);
    let before = 0;
    for (const hash of weights.hashes) {
      pushVarint(bytes, hash - before);
      before = hash;
    }
    for (const byte of weights.bytes) bytes.push(byte & 0xff);
  }
  return Uint8Array.from(bytes);
}

function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  bytes.push(rest);
}

/** Reads what `encodeModel` wrote; throws a RangeError for anything else. */
export function decodeModel(file: Uint8Array): Model {
  const reader = { view: new DataView(file.buffer, file.byteOffset, file.byteLength), at: 0 };
  const expected = [
    ['a model of Quoth', MAGIC],
    ['model version', VERSION],
    ['a model of these templates', templatesSeal() >>> 0],
  ] as const;
  for (const [what, value] of expected) {
    const found = readWord(reader);
    if (found !== value)
      throw new RangeError(`Expected ${what} (${value}), got ${found}; train anew`);
  }
  return { tagger: readChain(reader), linker: readChain(reader) };
}

interface Reader {
  readonly view: DataView;
  at: number;
}

function readWord(reader: Reader): number {
  reader.at += 4;
  return reader.view.getUint32(reader.at - 4, true);
}

function readFloats(reader: Reader, count: number): Float32Array {
  reader.at += 4 * count;
  return Float32Array.from({ length: count }, (_, index) =>
    reader.view.getFloat32(reader.at - 4 * (count - index), true),
  );
}

function readChain(reader: Reader): ChainModel {
  const labels = readWord(reader);
  const count = readWord(reader);
  const [unit = 0] = readFloats(reader, 1);
  const steps: Transitions = {
    labels,
    between: readFloats(reader, labels * labels),
    first: readFloats(reader, labels),
    last: readFloats(reader, labels),
  };
  const hashes = readHashes(reader, count);
  const { view, at } = reader;
  const bytes = new Int8Array(view.buffer, view.byteOffset + at, count * labels).slice();
  reader.at += bytes.length;
  return { weights: { labels, unit, hashes, bytes, ...indexHashes(hashes) }, steps };
}

function readHashes(reader: Reader, count: number): Uint32Array {
  const hashes = new Uint32Array(count);
  let hash = 0;
  for (let index = 0; index < count; index++) {
    let difference = 0;
    let scale = 1;
    let byte = 0x80;
    for (; byte & 0x80; scale *= 128) {
      byte = reader.view.getUint8(reader.at++);
      difference += (byte & 0x7f) * scale;
    }
    hash += difference;
    hashes[index] = hash;
  }
  return hashes;
}
