import type { Speaker } from '../attribution/attribution.ts';
import type { KnownSpeaker, Lexicon, SpeakerNames } from '../question/lexicon.ts';
import { fold } from '../text/fold.ts';
import { canonicalSpelling } from '../text/spelling.ts';
import { stemOf } from '../text/terms.ts';
import { isVague, type LexiconTables } from './lexicon-tables.ts';
import type { SearchEngine } from './search-engine.ts';
import { nearIn } from './similar-words.ts';
import type { HeldSpeakers, SpeakerIndex } from './speaker-index.ts';
import { positionOf, stringAt, valuesUnder } from './tables.ts';

/** What the lexicon is made of. */
export interface LexiconParts extends Pick<Lexicon, 'publishers' | 'expansions'> {
  readonly tables: LexiconTables;
  readonly engine: SearchEngine;
  readonly speakers: SpeakerIndex;
  readonly held: HeldSpeakers;
}

/** What the questions are read against. */
export function lexiconOf({ tables, engine, speakers, held, ...corpus }: LexiconParts): Lexicon {
  const quotedAt = (at: number): KnownSpeaker => ({
    speaker: held.at(tables.quoted[at] ?? 0),
    statements: tables.statements[at] ?? 0,
  });
  return {
    ...corpus,
    names: namesIn(tables, (at) => quotedAt(at).speaker),
    mostQuoted: (most) =>
      Array.from({ length: Math.min(most, tables.quoted.length) }, (_, at) => quotedAt(at)),
    speakerCalled: (name) => {
      const [at] = valuesUnder(tables.byName, fold(name));
      const known = at === undefined ? null : quotedAt(at);
      return known?.speaker.name === name ? known : null;
    },
    articlesWith: (word) => engine.articlesWith(stemOf(word)),
    statementsBy: (asked) => (asked.aliases.every(isVague) ? 0 : speakers.find(asked).statements),
  };
}

function namesIn(tables: LexiconTables, speakerAt: (quoted: number) => Speaker): SpeakerNames {
  const { phrases, words, wordStatements, letters, canonicalLetters, byStem } = tables;
  return {
    hasPhrase: (key) => positionOf(phrases, key) >= 0,
    hasWord: (word) => positionOf(words, word) >= 0,
    wordsNear: (word, edits) => {
      const canonical = nearIn(canonicalLetters, canonicalSpelling(word), edits);
      const near = new Set([...nearIn(letters, word, edits), ...canonical]);
      return [...near]
        .sort((a, b) => a - b)
        .map((at) => ({ name: stringAt(words, at), statements: wordStatements[at] ?? 0 }));
    },
    describedBy: (words, most) => {
      const [first, ...others] = words
        .map((stems) => stems.flatMap((stem) => [...valuesUnder(byStem, stem)]))
        .sort((a, b) => a.length - b.length);
      const rest = others.map((positions) => new Set(positions));
      const all = [...new Set(first)]
        .filter((at) => rest.every((positions) => positions.has(at)))
        .sort((a, b) => a - b);
      return all.slice(0, most).map(speakerAt);
    },
  };
}
