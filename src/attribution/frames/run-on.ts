import { contains, overlaps, type Span, slice } from '../../text/span.ts';
import type { AttributionSpans } from '../attribution.ts';
import { isVerbLike } from './closed-words.ts';

/** "…, including the docks": what the words before the comma take in. */
const EXAMPLES =
  /^, (?:including|especially|particularly|notably|such as) \w(?:(?!--)[^,;:“”"()–—])*?(?=[,;:.]*$|[,;:])/u;
/** "… but rarely admits them": the verb is the subject's own again, and the article speaks. */
const RESUMED =
  /,? but (?:rarely|seldom|never|often|usually|generally|always|still|also|has|have|had|did|does|do|is|are|was|were|will|would|could|can)\b/u;

/** `found` with contents that end where what is said ends: after its examples, before what the article adds. */
export function runOn(
  body: string,
  sentences: readonly Span[],
  found: readonly AttributionSpans[],
): AttributionSpans[] {
  return found.map((one) => {
    const last = one.content.at(-1);
    const sentence = last && sentences.find((whole) => contains(whole, last));
    if (!last || !sentence) return one;
    const others = found.filter((other) => other !== one);
    const ended = withExamples(body, sentence, beforeResumed(body, last));
    const taken = others.some(({ source, cue, content }) =>
      [...source, ...cue, ...content].some((span) => overlaps(span, { ...ended, start: last.end })),
    );
    return taken ? one : { ...one, content: [...one.content.slice(0, -1), ended] };
  });
}

function withExamples(body: string, sentence: Span, { start, end }: Span): Span {
  const [examples = ''] = EXAMPLES.exec(body.slice(end, sentence.end)) ?? [];
  return { start, end: end + examples.trimEnd().length };
}

/** A thing or a deed alone may be cut: in a clause "but" may go on with what is said. */
function beforeResumed(body: string, span: Span): Span {
  const text = slice(body, span);
  const resumed = RESUMED.exec(text);
  if (!resumed || resumed.index === 0) return span;
  const before = text.slice(0, resumed.index);
  const clausal =
    /[“”"]/u.test(before) ||
    before
      .toLowerCase()
      .split(/[^a-z']+/u)
      .some(isVerbLike);
  return clausal ? span : { start: span.start, end: span.start + before.length };
}
