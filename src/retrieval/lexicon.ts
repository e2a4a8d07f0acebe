import type { Article } from '../corpus/article.ts';
import type { KnownSpeaker, Lexicon } from '../question/lexicon.ts';
import { fold } from '../text/fold.ts';
import { stemOf } from '../text/terms.ts';
import { abbreviationsIn } from './abbreviations.ts';
import type { SearchEngine } from './search-engine.ts';
import type { SpeakerIndex } from './speaker-index.ts';

/** What the questions are read against. */
export function buildLexicon(
  articles: readonly Article[],
  engine: SearchEngine,
  speakers: SpeakerIndex,
): Lexicon {
  const publishers = articles.flatMap(({ publisher }) =>
    publisher === undefined ? [] : [publisher],
  );
  return {
    speakers: knownSpeakers(speakers),
    publishers: [...new Set(publishers)].sort(),
    expansions: expansionsIn(articles),
    articlesWith: (word) => engine.articlesWith(stemOf(word)),
    statementsBy: (asked) => (asked.aliases.every(isVague) ? 0 : speakers.find(asked).statements),
  };
}

/** "many", "another official", "A": nobody asks for these by name, and every other question holds such a word. */
const VAGUE = new Set(
  `many another some most several few all any other others both each every a an one two three more no those these
  this that it they he she we you i who which what people evidence`.split(/\s+/),
);

const isVague = (name: string): boolean =>
  VAGUE.has(fold(name).split(' ')[0] ?? '') && !/\p{Lu}/u.test(name.slice(1));

function knownSpeakers({ known }: SpeakerIndex): KnownSpeaker[] {
  const byName = new Map<string, KnownSpeaker>();
  for (const { speaker, statements, articles } of known) {
    if (isVague(speaker.name)) continue;
    const key = fold(speaker.name);
    const before = byName.get(key);
    byName.set(key, {
      speaker: before?.speaker ?? speaker,
      statements: (before?.statements ?? 0) + statements,
      articles: (before?.articles ?? 0) + articles,
    });
  }
  return [...byName.values()].sort(
    (a, b) => b.statements - a.statements || (a.speaker.name < b.speaker.name ? -1 : 1),
  );
}

function expansionsIn(articles: readonly Article[]): Map<string, string[]> {
  const expansions = new Map<string, string[]>();
  const add = (from: string, to: string) => {
    const known = expansions.get(from) ?? [];
    if (!known.includes(to)) expansions.set(from, [...known, to]);
  };
  for (const { body } of articles) {
    for (const [abbreviation, expansion] of abbreviationsIn(body)) {
      add(abbreviation, expansion);
      add(expansion, abbreviation);
    }
  }
  return expansions;
}
