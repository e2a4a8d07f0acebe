import type { Span } from '../text/span.ts';
import type { AttributionSpans } from './attribution.ts';
import { judge } from './extraction/acceptor.ts';
import { type Analysis, analyse } from './extraction/analysis.ts';
import { verdicts } from './extraction/arbiter.ts';
import { clusterFinder } from './extraction/clusters.ts';
import { decodeModel } from './extraction/codec.ts';
import { lexemes } from './extraction/lexeme.ts';
import type { Model } from './extraction/model.ts';
import { type Paragraph, paragraphOf } from './extraction/paragraph.ts';
import { candidatesOf, tag } from './extraction/passes.ts';
import type { Candidate } from './extraction/reading-view.ts';
import type { Judged } from './extraction/rivals.ts';
import type { Role } from './extraction/roles.ts';

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
  const lexemeOf = lexemes(clusterFinder(model.clusters));
  return (body, paragraphs) =>
    batches(paragraphs.length).flatMap(([start, end]) => {
      const read = paragraphs
        .slice(start, end)
        .map((sentences, index) =>
          paragraphOf({ body, sentences, first: start + index === 0 }, lexemeOf),
        );
      return attributionsOf(analyse(read, model), model);
    });
}

/**
 * How many paragraphs are read at a time. Each pass goes through all of them before the next begins: every pass has a
 * table of megabytes, and only while one is in use does the processor keep what is often looked up in it.
 */
const BATCH = 100;

const batches = (length: number): [start: number, end: number][] =>
  Array.from({ length: Math.ceil(length / BATCH) }, (_, index) => [
    index * BATCH,
    Math.min(length, (index + 1) * BATCH),
  ]);

function attributionsOf(analyses: readonly Analysis[], model: Model): AttributionSpans[] {
  const chances = tag(
    analyses.map(({ grid }) => grid),
    model.tagger,
  );
  const tagged = analyses.map((analysis, index) => ({
    analysis,
    chances: chances[index] as Float32Array,
  }));
  return judge(candidatesOf(tagged, model), model.acceptor).flatMap((own, index) => {
    const { paragraph } = analyses[index] as Analysis;
    return accepted(paragraph, own, verdicts(own, model.arbiter));
  });
}

function accepted(
  paragraph: Paragraph,
  candidates: readonly Judged[],
  chances: readonly number[],
): AttributionSpans[] {
  const weighed = candidates
    .map((candidate, index) => ({ ...candidate, verdict: chances[index] ?? 0 }))
    .filter(({ verdict }) => verdict >= LIKELY);
  return withoutRivals(weighed).map((candidate) => {
    const spans = (role: Role) => candidate[role].map((range) => spanOf(paragraph, range));
    return { source: spans('source'), cue: spans('cue'), content: spans('content') };
  });
}

/**
 * The least chance of being right at which a candidate is kept. An attribution helps the F-measure F when its chance
 * is above F / 2 (Lipton, Elkan and Narayanaswamy 2014); F is about 0.65.
 */
const LIKELY = 0.32;

interface Weighed extends Candidate {
  readonly verdict: number;
}

/** Of candidates whose cues share a token the likeliest, in the order of their cues. */
function withoutRivals(weighed: readonly Weighed[]): Weighed[] {
  const taken = new Set<number>();
  const cueOf = (candidate: Weighed) =>
    candidate.cue.flatMap(([first, end]) =>
      Array.from({ length: end - first }, (_, index) => first + index),
    );
  return weighed
    .toSorted((a, b) => b.verdict - a.verdict || a.anchor - b.anchor)
    .filter((candidate) => {
      const cue = cueOf(candidate);
      if (cue.some((token) => taken.has(token))) return false;
      for (const token of cue) taken.add(token);
      return true;
    })
    .toSorted((a, b) => (cueOf(a)[0] ?? 0) - (cueOf(b)[0] ?? 0));
}

const spanOf = ({ tokens }: Paragraph, [first, end]: readonly [number, number]): Span => ({
  start: tokens[first]?.start ?? 0,
  end: tokens[end - 1]?.end ?? 0,
});
