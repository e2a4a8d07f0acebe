import type { Attribution } from '../attribution/attribution.ts';
import type { Article } from '../corpus/article.ts';
import { type Span, slice } from '../text/span.ts';
import { harmless, type Paint, wrap } from './terminal.ts';

const pairs = (spans: readonly Span[]): [number, number][] =>
  spans.map(({ start, end }) => [start, end]);

/** One attribution as `quoth attributions --json` prints it: UTF-16 offsets into the article's body. */
export function attributionJson(attribution: Attribution): Readonly<Record<string, unknown>> {
  const { speaker, candidates, via } = attribution;
  return {
    source: pairs(attribution.source),
    cue: pairs(attribution.cue),
    content: pairs(attribution.content),
    kind: attribution.kind,
    act: attribution.act,
    speaker: speaker?.name,
    candidates: candidates.length > 0 ? candidates.map(({ name }) => name) : undefined,
    via: via.length > 0 ? via.map(({ name }) => name) : undefined,
  };
}

/** One attribution to read: the speaker, then source, cue and content as the article words them. */
export function attributionText(
  article: Article,
  attribution: Attribution,
  { paint, columns }: { readonly paint: Paint; readonly columns: number },
): string {
  const words = (spans: readonly Span[]) =>
    spans.map((span) => harmless(slice(article.body, span)).replace(/\s+/g, ' ')).join(' […] ');
  const { speaker, candidates, kind, act, via } = attribution;
  const name = speaker?.name ?? (candidates.map((one) => one.name).join(' or ') || 'not stated');
  const carried = via.map((one) => `, carried by ${one.name}`).join('');
  const notes = paint.dim(`${kind}, ${act}${carried}`);
  const mention = words(attribution.source) || '–';
  return [
    `  ${paint.bold(harmless(name))}  ${notes}`,
    wrap(`${mention} · ${words(attribution.cue)}`, columns, '    '),
    wrap(words(attribution.content), columns, `    ${paint.dim('│')} `),
  ].join('\n');
}
