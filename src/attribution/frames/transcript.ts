import { overlaps, type Span, slice, trimmed } from '../../text/span.ts';
import type { AttributionSpans } from '../attribution.ts';
import { standsFor } from '../speakers/countries.ts';

/** "QUILL: We will rebuild." and "ADA QUILL: …", as transcripts name who speaks. */
const LABEL = /^(?<name>\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){0,3}):(?=\s+\S)/u;
/** What stands before a colon in capitals and is nobody. */
const NOTICE =
  /^(?:BREAKING|WATCH|LOOK|LIVE|VIDEO|PHOTOS?|UPDATED?|EXCLUSIVE|REPORT|POLL|NOTE|CORRECTION|RELATED|READ|MORE|SEE|WARNING|FACT|OPINION|ANALYSIS|EDITORIAL|REVIEW|TL;DR|Q|A)\b/u;

interface Turn {
  readonly name: Span;
  readonly words: Span;
}

/** `found`, paragraph by paragraph, with what each speaker of a transcript says; as it is
 * where no two take turns. */
export function transcribed(
  body: string,
  paragraphs: readonly (readonly Span[])[],
  found: readonly (readonly AttributionSpans[])[],
): readonly (readonly AttributionSpans[])[] {
  const turns = paragraphs.map((sentences) => turnIn(body, sentences));
  const names = turns.flatMap((turn) => (turn ? [surnameOf(slice(body, turn.name))] : []));
  const speakers = new Set(names);
  if (speakers.size < 2 || speakers.size === names.length) return found;
  return found.map((own, at) => spoken(own, turns[at] ?? null));
}

const surnameOf = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

function turnIn(body: string, sentences: readonly Span[]): Turn | null {
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (!first || !last) return null;
  const { name = '' } = LABEL.exec(slice(body, first))?.groups ?? {};
  if (!name || NOTICE.test(name) || standsFor(name)) return null;
  const end = first.start + name.length;
  const words = trimmed(body, {
    start: end + 1,
    end: last.end - (body[last.end - 1] === '.' ? 1 : 0),
  });
  return words.end > words.start ? { name: { start: first.start, end }, words } : null;
}

function spoken(own: readonly AttributionSpans[], turn: Turn | null): readonly AttributionSpans[] {
  if (!turn) return own;
  const colon = { start: turn.name.end, end: turn.name.end + 1 };
  const others = own.filter(({ cue }) => !cue.some((span) => overlaps(span, colon)));
  return [{ source: [turn.name], cue: [colon], content: [turn.words] }, ...others];
}
