import type { Article } from '../../corpus/article.ts';
import { contains, hull, type Span, slice } from '../../text/span.ts';
import type { Attribution, AttributionSpans, Speaker, SpeechAct } from '../attribution.ts';
import { kindOf, quotedSpans } from '../kind.ts';
import { speechActOf } from '../speech-act.ts';

import { isSame, type Moment, NOBODY, onlyOne, type Resolution, type Turn } from './discourse.ts';
import { type Figure, speakerOf } from './figure.ts';
import { nounPhrase } from './phrase.ts';
import { resolve } from './resolve.ts';
import { type Scene, sceneOf, sentenceAt, wordsIn } from './scene.ts';
import { wholeBody } from './whole-body.ts';
import type { Word } from './words.ts';

/** `spans` with kind, speech act and speaker: each source read in the light of the whole article. */
export function resolveSpeakers(
  article: Pick<Article, 'body' | 'headline' | 'speaker'>,
  paragraphs: readonly (readonly Span[])[],
  spans: readonly AttributionSpans[],
): Attribution[] {
  const { body } = article;
  const blocks = paragraphs.map((sentences) => hull(sentences)).filter((span) => span !== null);
  const { turns, resolutions } = readSources(sceneOf(article, paragraphs), spans);
  const quoted = quotedSpans(body, blocks);
  const speaker = speakersOnce();
  const attributions = spans.map((own) => {
    const { figure, candidates } = resolutions.get(own) ?? NOBODY;
    return {
      ...own,
      kind: kindOf(body, own.content, quoted),
      act: actOf(body, own),
      speaker: figure ? speaker(figure) : null,
      candidates: candidates.map(speaker),
      via: carriers(body, own, turns)
        .filter((one) => !figure || !isSame(one, figure))
        .map(speaker),
    };
  });
  if (article.speaker === undefined) return attributions;
  return [wholeBody(article.speaker, blocks, body), ...attributions];
}

interface Reading {
  readonly turns: readonly Turn[];
  readonly resolutions: ReadonlyMap<AttributionSpans, Resolution>;
}

/** Resolves the sources in the order of the body; "I" and "we" last, whose speaker may be named after them. */
function readSources(scene: Scene, spans: readonly AttributionSpans[]): Reading {
  const turns: Turn[] = [];
  const resolutions = new Map<AttributionSpans, Resolution>();
  const [ownWords, others] = parted(inOrder(spans), (own) => isFirstPerson(scene.body, own));
  for (const own of [...others, ...ownWords]) {
    const start = startOf(own);
    const sentence = sentenceAt(scene.sentences, start);
    const resolution = readSource({ scene, turns, all: spans, own, start, sentence });
    resolutions.set(own, resolution);
    if (resolution.figure) turns.push({ figure: resolution.figure, start, sentence, spans: own });
  }
  return { turns, resolutions };
}

/** Owners of owners, antecedents of antecedents: deeper than prose goes, and an end to "who who". */
const DEEPEST = 4;

function readSource(reading: Omit<Moment, 'resolve'>): Resolution {
  const { scene, own } = reading;
  const resolveAt = (words: readonly Word[], depth: number): Resolution => {
    const source = depth < DEEPEST ? nounPhrase(scene.body, words) : null;
    if (!source) return NOBODY;
    return resolve({ ...reading, resolve: (inner) => resolveAt(inner, depth + 1) }, source);
  };
  const words = own.source.flatMap((span) => wordsIn(scene, span));
  return words.length > 0 ? resolveAt(words, 0) : impliedSubject(reading);
}

/** "The Kremlin blamed Kyiv, <saying> …": a participle without a source has the subject of its sentence. */
function impliedSubject({ scene, own, turns, sentence }: Omit<Moment, 'resolve'>): Resolution {
  const cue = own.cue[0] ? slice(scene.body, own.cue[0]) : '';
  if (!/^(?:while |by |also )?\p{Ll}+ing\b/u.test(cue) || /^according\b/.test(cue)) return NOBODY;
  const start = startOf(own);
  const before = turns.filter((turn) => turn.sentence === sentence && turn.start < start);
  return onlyOne(before.map((turn) => turn.figure));
}

function parted<T>(all: readonly T[], holds: (one: T) => boolean): [T[], T[]] {
  return [all.filter(holds), all.filter((one) => !holds(one))];
}

/** One Speaker object for each figure. */
function speakersOnce(): (figure: Figure) => Speaker {
  const speakers = new Map<Figure, Speaker>();
  return (figure) => {
    const known = speakers.get(figure) ?? speakerOf(figure);
    speakers.set(figure, known);
    return known;
  };
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

/** Acts by which others' words are passed on: not a wish, not a vow. */
const CARRYING: ReadonlySet<SpeechAct> = new Set([
  'say',
  'claim',
  'confirm',
  'announce',
  'warn',
  'suggest',
  'accuse',
]);

/** Whose contents hold this attribution, innermost first: those who carried it. */
function carriers(body: string, own: AttributionSpans, turns: readonly Turn[]): Figure[] {
  const place = hull([...own.source, ...own.cue]);
  if (!place) return [];
  const around = turns.filter(
    ({ spans }) =>
      spans !== own &&
      spans.content.some((content) => contains(content, place)) &&
      CARRYING.has(actOf(body, spans)),
  );
  const size = ({ spans }: Turn) =>
    (hull(spans.content)?.end ?? 0) - (hull(spans.content)?.start ?? 0);
  const figures = around.sort((a, b) => size(a) - size(b)).map((turn) => turn.figure);
  return figures.filter((carrier, at) => figures.indexOf(carrier) === at);
}

const actOf = (body: string, { cue }: AttributionSpans): SpeechAct =>
  speechActOf(cue.map((span) => slice(body, span)).join(' … '));
