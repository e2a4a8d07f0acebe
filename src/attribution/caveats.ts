import { contains, hull, type Span, slice } from '../text/span.ts';
import type { AttributionSpans } from './attribution.ts';

/** Nobody has checked it: qualifies statements before it and after it. */
const UNVERIFIED = [
  String.raw`(?:could|can|have|has|had|was|were|is|are|did|does|do)(?: not|n['’]t|not) (?:\w+ ){0,3}?(?:verif(?:y|ied)|confirm(?:ed)?|corroborated?|substantiated?)\b`,
  String.raw`(?:unable|impossible|not (?:yet )?possible|not able) (?:\w+ ){0,3}?to (?:\w+ ){0,2}?(?:verify|confirm|corroborate)`,
  `(?:no|without|pending|lacks?|lacking) (?:independent |immediate |any |official |outside ){0,2}(?:confirmation|verification|corroboration)`,
  String.raw`\b(?:unverified|unconfirmed|unsubstantiated)\b`,
];

/** The speaker has not backed it: qualifies the statement before it or around it. */
const UNBACKED = [
  String.raw`without (?:\w+ ){0,3}?(?:providing|offering|giving|citing|presenting|producing|showing|supplying|elaborating|specifying|naming|explaining|(?:any )?(?:evidence|proof|details))(?: (?:any |further |more |much )?(?:evidence|proof|details?|specifics|sources?|examples?))?`,
  String.raw`(?:did(?: not|n['’]t)|does(?: not|n['’]t)|has(?: not|n['’]t)|have(?: not|n['’]t)|declined to|refused to|would(?: not|n['’]t)) (?:\w+ ){0,2}?(?:provide|offer|give|cite|present|produce|specify|elaborate|say (?:how|when|where|why|which|what|who)|explain|disclose|identify|name|back up)\b`,
  String.raw`(?:provided|offered|gave|cited|presented|produced|giving|offering|providing|citing) (?:no|little|few|scant) (?:\w+ ){0,2}?(?:evidence|proof|details?|specifics|sources?|information|explanation)`,
  String.raw`no (?:\w+ ){0,2}?evidence (?:was|has been|of|for|that|to support)`,
];

const pattern = (parts: readonly string[]): RegExp => new RegExp(parts.join('|'), 'iu');
const ANY = pattern([...UNVERIFIED, ...UNBACKED]);
const AFTER_OR_BEFORE = pattern(UNVERIFIED);

/** A caveat stands in the statement's own sentence or at most this many from it. */
const REACH = 2;

/**
 * What qualifies `statement`, in the order of the body: whole sentences near it, and clauses of its own sentences
 * that are no part of it. `paragraphs` holds the sentences of each paragraph.
 */
export function caveatsOf(
  body: string,
  paragraphs: readonly (readonly Span[])[],
  statement: AttributionSpans,
): Span[] {
  const place = hull([...statement.source, ...statement.cue, ...statement.content]);
  if (!place) return [];
  const at = paragraphs.findIndex((sentences) =>
    sentences.some((one) => one.start <= place.start && place.start < one.end),
  );
  const own = paragraphs[at] ?? [];
  const first = own.findIndex((one) => one.end > place.start);
  const last = own.findLastIndex((one) => one.start < place.end);
  const next = paragraphs[at + 1]?.slice(0, 1) ?? [];
  const after = [...own.slice(last + 1), ...next].slice(0, REACH);
  return [
    ...own
      .slice(Math.max(0, first - REACH), first)
      .filter((one) => AFTER_OR_BEFORE.test(slice(body, one))),
    ...own.slice(first, last + 1).flatMap((one) => clause(body, one, statement)),
    ...after.filter((one) => ANY.test(slice(body, one))),
  ];
}

/** The qualifying clause of `sentence`, to its next comma; none where it is part of what is said. */
function clause(body: string, sentence: Span, { source, cue, content }: AttributionSpans): Span[] {
  const match = ANY.exec(slice(body, sentence));
  if (!match) return [];
  const start = sentence.start + match.index;
  const rest = /^[^,;.:!?”"]*/u.exec(body.slice(start, sentence.end))?.[0] ?? '';
  const found = { start, end: start + rest.trimEnd().length };
  return [...source, ...cue, ...content].some((span) => contains(span, found)) ? [] : [found];
}
