import { contains, hull, overlaps, type Span, slice, trimmed } from '../../text/span.ts';
import type { AttributionSpans } from '../attribution.ts';

/** Verbs whose passive begins with whom they are said to or of. */
const TELLING =
  'accused|advised|alleged|asked|assured|blamed|charged|condemned|criticised|criticized|denounced|directed|encouraged|informed|instructed|invited|notified|ordered|praised|promised|rebuked|reminded|requested|scolded|told|urged|warned';
/** Verbs whose passive begins with what is said: "The bridge was said to be safe". */
const OF_THINGS =
  'announced|believed|called|considered|described|known|regarded|reported|rumored|rumoured|said|thought';
const PARTICIPLE = new RegExp(`\\b(?:${TELLING}|${OF_THINGS})\\b`, 'iu');
const AFTER_BE =
  /(?:\b(?:(?:is|are|was|were)(?:n['’]t)?|be|been|being|gets?|got)|['’]re)\s+(?:\p{L}+ly\s+|(?:also|not|never|often|once|now|then|since)\s+)*$/iu;
/** Without an object right behind it, the verb is passive without "was" too: "Governor accused of lying". */
const OBJECTLESS =
  /^(?:accused of|blamed for|charged with|criticised for|criticized for|condemned for|informed (?:of|that)|ordered to|praised for|reminded (?:of|that)|told to|urged to)\b/iu;

/** "by phone", "by saying": no agent. */
const BY_MEANS = /^ by (?:\p{L}+ing\b|(?:phone|telephone|e-?mail|letter|text|post|mistake)\b)/iu;

/** What follows the agent: "by allies to resign", "by the opposition of lying". */
const PAST_AGENT =
  /[,;:“”"()–—]|[.?!]*$|\s(?:(?:that|over|about|after|because|whether|if|when|while|as)\b|(?:not )?to\s\p{Ll}|of\s\p{Ll}+ing\b|for\s(?:\p{Ll}+ing|his|her|its|their)\b)/u;

/**
 * `found` without the one who is told, asked or accused as its source: who speaks in a passive stands behind "by", or
 * is not named.
 */
export const agentsOfPassives = (
  body: string,
  sentences: readonly Span[],
  found: readonly AttributionSpans[],
): AttributionSpans[] =>
  found.map((one) => {
    const cue = hull(one.cue);
    const sentence = cue && sentences.find((whole) => contains(whole, cue));
    const verb = cue && sentence && passiveVerb(body, sentence, cue);
    return verb ? saidBehind(body, one, { start: verb.end, end: sentence.end }) : one;
  });

/** `found` with its source in `rest`, what stands behind the verb; what was taken for its end is what is said. */
function saidBehind(body: string, found: AttributionSpans, rest: Span): AttributionSpans {
  if (BY_MEANS.test(slice(body, rest))) return { ...found, source: [] };
  const behind = found.source.filter(({ start }) => start >= rest.start);
  const agent = agentIn(body, rest);
  const same = behind.find(({ start }) => start === agent?.start);
  if (!agent) return { ...found, source: behind };
  if (!same || same.end <= agent.end) {
    const source = same ?? agent;
    return { ...found, source: [source], content: without(body, found, source) };
  }
  const said = trimmed(body, { start: agent.end, end: same.end });
  return { ...found, source: [agent], content: [...found.content, said].sort(byStart) };
}

/** What is said, without the agent before it: "accused by <Roe> of lying". */
const without = (body: string, { content }: AttributionSpans, agent: Span): Span[] =>
  content
    .map((span) =>
      overlaps(span, agent) && span.end > agent.end
        ? trimmed(body, { start: agent.end, end: span.end })
        : span,
    )
    .filter((span) => !contains(agent, span));

const byStart = (a: Span, b: Span): number => a.start - b.start;

/** The participle of the cue where it is passive; null where somebody tells, asks or accuses. */
function passiveVerb(body: string, sentence: Span, cue: Span): Span | null {
  const [verb] = PARTICIPLE.exec(slice(body, cue)) ?? [];
  if (verb === undefined) return null;
  const start = cue.start + slice(body, cue).indexOf(verb);
  const isPassive =
    AFTER_BE.test(body.slice(sentence.start, start)) ||
    OBJECTLESS.test(body.slice(start, sentence.end));
  return isPassive ? { start, end: start + verb.length } : null;
}

function agentIn(body: string, rest: Span): Span | null {
  if (!body.startsWith(' by ', rest.start)) return null;
  const start = rest.start + ' by '.length;
  const length = PAST_AGENT.exec(body.slice(start, rest.end))?.index ?? 0;
  return length === 0 ? null : { start, end: start + length };
}
