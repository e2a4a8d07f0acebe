import { slice } from '../../text/span.ts';
import type { AttributionSpans } from '../attribution.ts';
import { push } from './cast.ts';
import {
  type Log,
  NOBODY,
  onlyOne,
  paragraphOf,
  type Reading,
  type Resolution,
  turnsIn,
} from './discourse.ts';
import { isPastVerb, RELATIVES } from './function-words.ts';
import { nounPhrase } from './phrase.ts';
import { resolve } from './resolve.ts';
import { type Scene, sentenceAt, wordsIn } from './scene.ts';
import type { Word } from './words.ts';

export interface Read {
  readonly log: Log;
  readonly resolutions: ReadonlyMap<AttributionSpans, Resolution>;
}

/** Resolves the sources in the order of the body; "I" and "we" last, whose speaker may be named after them. */
export function readSources(scene: Scene, spans: readonly AttributionSpans[]): Read {
  const log: Log = {
    bySentence: new Map(),
    byParagraph: new Map(),
    spans: byParagraph(scene, spans),
  };
  const resolutions = new Map<AttributionSpans, Resolution>();
  const [ownWords, others] = parted(inOrder(spans), (own) => isFirstPerson(scene.body, own));
  for (const own of [...others, ...ownWords]) {
    const start = startOf(own);
    const sentence = sentenceAt(scene.sentences, start);
    const resolution = readSource({ scene, log, own, start, sentence });
    resolutions.set(own, resolution);
    if (!resolution.figure) continue;
    const turn = { figure: resolution.figure, start, sentence, spans: own };
    push(log.bySentence, sentence, turn);
    push(log.byParagraph, paragraphOf(scene, sentence), turn);
  }
  return { log, resolutions };
}

function byParagraph(
  scene: Scene,
  spans: readonly AttributionSpans[],
): Map<number, AttributionSpans[]> {
  const found = new Map<number, AttributionSpans[]>();
  for (const own of spans)
    push(found, paragraphOf(scene, sentenceAt(scene.sentences, startOf(own))), own);
  return found;
}

/**
 * True where the words found cannot be who speaks: a clause ("an explosion damaged a depot"), or one thing before a
 * verb of several ("a depot <have issued>"). Better nobody than the wrong one.
 */
function isMisread(words: readonly Word[], cue: string): boolean {
  const one =
    /^an?$/.test(words[0]?.lower ?? '') &&
    !words.some(({ lower }) => lower === 'of' || lower === 'and');
  if (one && /^(?:have|are|were)\b/.test(cue)) return true;
  const clause = words.findIndex(
    ({ lower, capital, gap }, at) =>
      !capital &&
      gap === ' ' &&
      isPastVerb(lower) &&
      /^(?:an?|the)$/.test(words[at + 1]?.lower ?? ''),
  );
  return clause > 1 && !words.slice(0, clause).some(({ lower }) => RELATIVES.has(lower));
}

/** Owners of owners, antecedents of antecedents: deeper than prose goes, and an end to "who who". */
const DEEPEST = 4;

function readSource(reading: Reading): Resolution {
  const { scene, own } = reading;
  const resolveAt = (words: readonly Word[], depth: number): Resolution => {
    const source = depth < DEEPEST ? nounPhrase(scene.body, words) : null;
    if (!source) return NOBODY;
    return resolve({ ...reading, resolve: (inner) => resolveAt(inner, depth + 1) }, source);
  };
  const words = own.source.flatMap((span) => wordsIn(scene, span));
  if (isMisread(words, own.cue.map((span) => slice(scene.body, span)).join(' '))) return NOBODY;
  return words.length > 0 ? resolveAt(words, 0) : impliedSubject(reading);
}

/** "The Kremlin blamed Kyiv, <saying> …": a participle without a source has the subject of its sentence. */
function impliedSubject(reading: Reading): Resolution {
  const { scene, own, sentence } = reading;
  const cue = own.cue[0] ? slice(scene.body, own.cue[0]) : '';
  if (!/^(?:while |by |also )?\p{Ll}+ing\b/u.test(cue) || /^according\b/.test(cue)) return NOBODY;
  const start = startOf(own);
  const before = turnsIn(reading, sentence).filter((turn) => turn.start < start);
  return onlyOne(before.map((turn) => turn.figure));
}

function parted<T>(all: readonly T[], holds: (one: T) => boolean): [T[], T[]] {
  return [all.filter(holds), all.filter((one) => !holds(one))];
}

const startOf = ({ source, cue, content }: AttributionSpans): number =>
  (source[0] ?? cue[0] ?? content[0])?.start ?? 0;

const inOrder = (spans: readonly AttributionSpans[]): AttributionSpans[] =>
  [...spans].sort((a, b) => startOf(a) - startOf(b));

const isFirstPerson = (body: string, { source }: AttributionSpans): boolean =>
  source.some(
    ({ start, end }) =>
      /^(?:I|[Ww]e|[Mm]e|[Uu]s|[Mm]y|[Oo]ur)\b/.test(body.slice(start, end)) &&
      end - start < 30 &&
      body.slice(start, start + 2) !== 'US',
  );
