import { contains, hull, slice } from '../../text/span.ts';
import type { AttributionSpans, SpeechAct } from '../attribution.ts';
import { speechActOf } from '../speech-act.ts';
import { type Log, paragraphOf, type Turn } from './discourse.ts';
import type { Figure } from './figure.ts';
import { type Scene, sentenceAt } from './scene.ts';

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
export function carriers(scene: Scene, log: Log, own: AttributionSpans): Figure[] {
  const place = hull([...own.source, ...own.cue]);
  if (!place) return [];
  const paragraph = paragraphOf(scene, sentenceAt(scene.sentences, place.start));
  const around = (log.byParagraph.get(paragraph) ?? []).filter(
    ({ spans }) =>
      spans !== own &&
      spans.content.some((content) => contains(content, place)) &&
      CARRYING.has(actOf(scene.body, spans)),
  );
  const size = ({ spans }: Turn) =>
    (hull(spans.content)?.end ?? 0) - (hull(spans.content)?.start ?? 0);
  const figures = around.sort((a, b) => size(a) - size(b)).map((turn) => turn.figure);
  return figures.filter((carrier, at) => figures.indexOf(carrier) === at);
}

/** A refusal, which what is refused makes a silence: "declined | to comment". */
const REFUSAL = /\b(?:declin|refus)(?:e|es|ed|ing)$/;

/** What the whole cue of an attribution does. */
export function actOf(body: string, { cue, content: [said] }: AttributionSpans): SpeechAct {
  const words = cue.map((span) => slice(body, span)).join(' … ');
  return speechActOf(said && REFUSAL.test(words) ? `${words} ${slice(body, said)}` : words);
}
