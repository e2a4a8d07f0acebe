import { learnNames } from '../question/learn-names.ts';
import type { KnownSpeaker } from '../question/lexicon.ts';
import { fold } from '../text/fold.ts';
import { canonicalSpelling } from '../text/spelling.ts';
import { lettersOf } from './similar-words.ts';
import { holdSpeakers } from './speaker-index.ts';
import type { SpeakerTables } from './speaker-tables.ts';
import { type Keyed, keyedBy, type SortedStrings, sorted } from './tables.ts';

/** How speakers are called, in typed arrays. */
export interface LexiconTables {
  /** One speaker of each name, most quoted first, by its position in the speaker tables; … */
  readonly quoted: Uint32Array;
  /** … and how many statements rest on that name. */
  readonly statements: Uint32Array;
  /** Position in `quoted` by the folded name. */
  readonly byName: Keyed;
  readonly phrases: SortedStrings;
  readonly words: SortedStrings;
  /** For each of `words`, the statements behind it and `lettersOf` it, as it is written and in canonical spelling. */
  readonly wordStatements: Uint32Array;
  readonly letters: Int32Array;
  readonly canonicalLetters: Int32Array;
  /** Positions in `quoted`. */
  readonly byStem: Keyed;
}

/** "many", "another official", "A": nobody asks for these by name, and every other question holds such a word. */
const VAGUE = new Set(
  `many another some most several few all any other others both each every a an one two three more no those these
  this that it they he she we you i who which what people evidence`.split(/\s+/),
);

export const isVague = (name: string): boolean =>
  VAGUE.has(fold(name).split(' ')[0] ?? '') && !/\p{Lu}/u.test(name.slice(1));

export function lexiconTables(speakers: SpeakerTables): LexiconTables {
  const known = byFoldedName(speakers);
  const { phrases, words, byStem } = learnNames(known);
  const { table, ranks } = sorted(words.keys());
  const wordStatements = new Uint32Array(words.size);
  const letters = new Int32Array(words.size);
  const canonicalLetters = new Int32Array(words.size);
  [...words].forEach(([word, statements], at) => {
    const rank = ranks[at] ?? 0;
    wordStatements[rank] = statements;
    letters[rank] = lettersOf(word);
    canonicalLetters[rank] = lettersOf(canonicalSpelling(word));
  });
  return {
    quoted: Uint32Array.from(known, ({ position }) => position),
    statements: Uint32Array.from(known, ({ statements }) => statements),
    byName: keyedBy(new Map(known.map(({ speaker }, at) => [fold(speaker.name), [at]]))),
    phrases: sorted(phrases).table,
    words: table,
    wordStatements,
    letters,
    canonicalLetters,
    byStem: keyedBy(byStem),
  };
}

interface Named extends KnownSpeaker {
  readonly position: number;
}

/** The first speaker of each name, most quoted first. */
function byFoldedName(speakers: SpeakerTables): Named[] {
  const held = holdSpeakers(speakers);
  const byName = new Map<string, Named>();
  speakers.statements.forEach((statements, position) => {
    const speaker = held.at(position);
    if (isVague(speaker.name)) return;
    const key = fold(speaker.name);
    const first = byName.get(key) ?? { speaker, position, statements: 0 };
    byName.set(key, { ...first, statements: first.statements + statements });
  });
  return [...byName.values()].sort(
    (a, b) => b.statements - a.statements || (a.speaker.name < b.speaker.name ? -1 : 1),
  );
}
