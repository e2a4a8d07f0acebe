import type { Article } from '../../corpus/article.ts';
import { hull, type Span } from '../../text/span.ts';
import type { Attribution, AttributionSpans, Speaker } from '../attribution.ts';
import { kindOf, quotedSpans } from '../kind.ts';
import { actOf, carriers } from './carriers.ts';
import { isSame, NOBODY } from './discourse.ts';
import { type Figure, speakerOf } from './figure.ts';
import { readSources } from './read-sources.ts';
import { sceneOf } from './scene.ts';
import { wholeBody } from './whole-body.ts';

/** `spans` with kind, speech act and speaker: each source read in the light of the whole article. */
export function resolveSpeakers(
  article: Pick<Article, 'body' | 'headline' | 'speaker'>,
  paragraphs: readonly (readonly Span[])[],
  spans: readonly AttributionSpans[],
): Attribution[] {
  const { body } = article;
  const blocks = paragraphs.map((sentences) => hull(sentences)).filter((span) => span !== null);
  const scene = sceneOf(article, paragraphs);
  const { log, resolutions } = readSources(scene, spans);
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
      via: carriers(scene, log, own)
        .filter((one) => !figure || !isSame(one, figure))
        .map(speaker),
    };
  });
  if (article.speaker === undefined) return attributions;
  return [wholeBody(article.speaker, blocks, body), ...attributions];
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
