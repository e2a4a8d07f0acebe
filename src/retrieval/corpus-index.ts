import type { Article } from '../corpus/article.ts';
import { remembered } from '../text/remembered.ts';
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
  const rarityOf = remembered(
    (stem) => rarity(engine.passagesWith(stem), engine.passages),
    RARITIES_KEPT,
  );
  return { ...parts, census, days, engine, speakers, lexicon, rarityOf };
}

/** The rarities of a large vocabulary fit; beyond it, they are computed anew. */
const RARITIES_KEPT = 400_000;
