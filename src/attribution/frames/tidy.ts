import { type Span, slice, trimmed } from '../../text/span.ts';
import type { AttributionSpans } from '../attribution.ts';

const ADVERB =
  /\s+(?:just|also|now|then|later|still|again|once|never|since|often|soon|even|simply|only|already|(?:original|previous|repeated|recent|public|final|private|initial|quick|immediate|reported|alleged|subsequent|open|clear|firm|flat|joking)ly)$/iu;
/** "Kelly" is a name. */
const NOBODY =
  /^(?:[Ww]henever|[Ww]hether|[Ww]hen|[Ii]f|[Oo]nce|[Tt]he|[Aa]n?|[Jj]ust|[Aa]lso|[Ss]imply|[Tt]hen|[Ll]ater|(?:Deep|Wide|Sharp|Bitter|Broad|General|Increasing|Reported|Alleged|Public|Private)ly|\p{Ll}+ly)$/u;
const DAY_ALONE = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/iu;

/** `found` with sources that name somebody and no more, and without what says a day ("Roe said Tuesday."). */
export const tidied = (
  body: string,
  found: readonly AttributionSpans[],
): readonly AttributionSpans[] =>
  found.flatMap((one) => {
    const [content, ...more] = one.content;
    if (content && more.length === 0 && DAY_ALONE.test(slice(body, content))) return [];
    const source = named(body, one);
    return source === one.source ? [one] : [{ ...one, source }];
  });

function named(body: string, { source, cue }: AttributionSpans): readonly Span[] {
  const last = source.at(-1);
  if (!last) return source;
  const text = slice(body, last);
  if (source.length === 1 && NOBODY.test(text)) return [];
  const adverb = cue[0]?.start === last.end + 1 ? ADVERB.exec(text) : null;
  if (!adverb) return source;
  return [
    ...source.slice(0, -1),
    trimmed(body, { start: last.start, end: last.start + adverb.index }),
  ];
}
