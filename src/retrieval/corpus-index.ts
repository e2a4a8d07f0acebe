import type { Article } from '../corpus/article.ts';
import type { ArticleList } from './article-list.ts';
import type { IndexTables } from './index-tables.ts';
import { lexiconOf } from './lexicon.ts';
import { rarity } from './rarity.ts';
import type { CorpusIndex, Passage } from './retrieve.ts';
import type { SearchEngine } from './search-engine.ts';
import { type HeldSpeakers, speakerIndex } from './speaker-index.ts';
import type { WordVectors } from './word-vectors.ts';

/** What an index is made of, in memory or from a snapshot. */
export interface IndexParts {
  readonly tables: IndexTables;
  readonly engine: SearchEngine;
  readonly articles: ArticleList;
  readonly passageAt: (position: number) => Passage;
  readonly passagesOf: (article: Article) => readonly Passage[];
  readonly held: HeldSpeakers;
  readonly vectors: WordVectors | null;
}

export function corpusIndex({ tables, engine, held, ...parts }: IndexParts): CorpusIndex {
  const speakers = speakerIndex(tables.speakers, held);
  const { census, expansions } = tables.about;
  const lexicon = lexiconOf({
    tables: tables.lexicon,
    engine,
    speakers,
    held,
    publishers: census.publishers.map(({ name }) => name).sort(),
    expansions: new Map(expansions),
  });
  const { days } = tables;
  return { ...parts, census, days, engine, speakers, lexicon, rarityOf: rememberedRarity(engine) };
}

/** The rarities of a large vocabulary fit; beyond it, they are computed anew. */
const RARITIES_KEPT = 400_000;

function rememberedRarity(engine: SearchEngine): (stem: string) => number {
  const known = new Map<string, number>();
  return (stem) => {
    const before = known.get(stem);
    if (before !== undefined) return before;
    const found = rarity(engine.passagesWith(stem), engine.passages);
    if (known.size < RARITIES_KEPT) known.set(stem, found);
    return found;
  };
}
