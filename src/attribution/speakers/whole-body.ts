import { fold } from '../../text/fold.ts';
import { hull, type Span } from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import { emptyCast, person } from './cast.ts';
import { figure, speakerOf } from './figure.ts';

/** Forms as a record may give them: "smith-jane", "Jane Smith". */
const nameOf = (recorded: string): string[] =>
  recorded
    .split(/[\s_-]+/)
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1));

/** An article that its record gives to one speaker is that speaker's statement. */
export function wholeBody(
  recorded: string,
  paragraphs: readonly Span[],
  body: string,
): Attribution {
  const parts = nameOf(recorded);
  const known = parts.length > 1 ? person(emptyCast(), parts, 0) : figure('person', recorded);
  known.aliases.add(fold(recorded));
  known.description = recorded;
  const content = hull(paragraphs) ?? { start: 0, end: body.length };
  return {
    source: [],
    cue: [],
    content: [content],
    kind: 'direct',
    act: 'say',
    speaker: speakerOf(known),
    candidates: [],
    via: [],
  };
}
