import type { Span } from '../text/span.ts';
import type { AttributionSpans } from './attribution.ts';
import { decodeModel } from './extraction/codec.ts';
import { lexemes } from './extraction/lexeme.ts';
import type { Model } from './extraction/model.ts';
import { type Paragraph, paragraphOf } from './extraction/paragraph.ts';
import { link, linkerGrids, tag, taggerGrid } from './extraction/passes.ts';
import { beginOf, LABELS, type Role, rangesOf } from './extraction/roles.ts';

/**
 * Who said what in `body`: attributions in the order of their cues. `paragraphs` holds the sentences of each
 * paragraph; a headline counts as a paragraph of one sentence.
 */
export type Extractor = (
  body: string,
  paragraphs: readonly (readonly Span[])[],
) => AttributionSpans[];

/** The extractor for the weights in `model`; throws a RangeError where they are not ours or of another version. */
export const loadExtractor = (model: Uint8Array): Extractor => extractorOf(decodeModel(model));

export function extractorOf(model: Model): Extractor {
  const lexemeOf = lexemes();
  return (body, paragraphs) =>
    paragraphs.flatMap((sentences, index) =>
      attributionsOf(paragraphOf({ body, sentences, first: index === 0 }, lexemeOf), model),
    );
}

function attributionsOf(paragraph: Paragraph, model: Model): AttributionSpans[] {
  const words = taggerGrid(paragraph);
  const chances = tag(words, model.tagger);
  const gridOf = linkerGrids(paragraph, words, chances);
  return anchors(chances).flatMap((anchor) => {
    const path = link(gridOf(anchor), model.linker);
    const spans = (role: Role) => rangesOf(path, role).map((range) => spanOf(paragraph, range));
    const found = { source: spans('source'), cue: spans('cue'), content: spans('content') };
    return found.cue.length === 0 || found.content.length === 0 ? [] : [found];
  });
}

/** The least chance at which a token is tried as the beginning of a cue. */
const LIKELY = 0.3;

/** Tokens at which a cue probably begins. */
function anchors(chances: Float32Array): number[] {
  const found: number[] = [];
  const begin = beginOf('cue');
  for (let token = 0; token * LABELS.length < chances.length; token++) {
    if ((chances[token * LABELS.length + begin] ?? 0) >= LIKELY) found.push(token);
  }
  return found;
}

const spanOf = ({ tokens }: Paragraph, [first, end]: readonly [number, number]): Span => ({
  start: tokens[first]?.start ?? 0,
  end: tokens[end - 1]?.end ?? 0,
});
