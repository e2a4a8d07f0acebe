import { fold } from '../text/fold.ts';
import type { Lexicon } from './lexicon.ts';

/** An outlet that a question narrows the search to, and where it says so (offsets into the question). */
export interface AskedPublisher {
  readonly name: string;
  readonly known: boolean;
  readonly start: number;
  readonly end: number;
}

/** Names of newspapers and agencies that no corpus need hold to be recognised as such. */
const OUTLET =
  /\b(?:in|from|by)\s+(?:the\s+)?((?:\p{Lu}[\p{L}]+\s+){0,3}(?:Times|Post|Guardian|Telegraph|Herald|Tribune|Gazette|Chronicle|Observer|Economist)|(?:Wall Street Journal|BBC|CNN|Reuters|Bloomberg|Politico|Breitbart|HuffPost|AFP|Al Jazeera|Associated Press|Fox News|NBC News|CBS News|ABC News|USA Today|Le Monde|Der Spiegel))(?!\p{L})/u;

/** "… in the Guardian", "… from Reuters": the outlet asked for, known to the corpus or not; null for none. */
export function publisherOf(text: string, lexicon: Lexicon): AskedPublisher | null {
  const folded = text.toLowerCase();
  for (const name of lexicon.publishers) {
    const bare = fold(name)
      .replace(/^the /, '')
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const match = new RegExp(
      `(?:^|\\s)(?:in|from|by|on|at|published by)\\s+(?:the\\s+)?${bare}(?![\\p{L}\\p{N}])`,
      'u',
    ).exec(folded);
    if (bare !== '' && match) {
      return { name, known: true, start: match.index, end: match.index + match[0].length };
    }
  }
  const unknown = OUTLET.exec(text);
  if (!unknown?.[1]) return null;
  return {
    name: unknown[1],
    known: false,
    start: unknown.index,
    end: unknown.index + unknown[0].length,
  };
}
