import type { Speaker } from '../attribution/attribution.ts';
import type { Article } from '../corpus/article.ts';
import { contentHash } from '../corpus/content-hash.ts';
import { recordOf } from './article-record.ts';
import { corpusIndex } from './corpus-index.ts';
import { type EarlierArticle, gatherTables, type IndexTables } from './index-tables.ts';
import { passagesIn } from './passages-in.ts';
import { type ReadRecord, recordShelf } from './record-shelf.ts';
import type { CorpusIndex, Reading } from './retrieve.ts';
import type { Segment } from './segment.ts';
import { segmentEngine } from './segment-engine.ts';
import { holdSpeakers } from './speaker-index.ts';
import { type Keyed, keyedBy } from './tables.ts';
import type { WordVectors } from './word-vectors.ts';

/** An index that is read from typed arrays as they stand; the articles themselves lie elsewhere, a record each. */
export interface Snapshot extends IndexTables {
  readonly segment: Segment;
  /** Positions of articles by their ids. */
  readonly ids: Keyed;
  /** `articleKey` of each article. */
  readonly keys: Float64Array;
}

/** An article that an earlier snapshot holds, as it is now. */
export interface Again {
  readonly article: Article;
  /** Its position there. */
  readonly at: number;
}

/** An earlier snapshot, and its records. */
export interface Earlier {
  readonly snapshot: Snapshot;
  readonly record: ReadRecord;
}

/**
 * Makes the articles searchable by `segment`, which holds their words; hands out their records, in order. What `earlier`
 * holds of an article is taken from there: its record as it is.
 */
export function buildSnapshot(
  articles: Iterable<Reading | Again>,
  keep: (record: Uint8Array) => void,
  { segment, earlier }: { readonly segment: Segment; readonly earlier?: Earlier },
): Snapshot {
  const places = new Map<Speaker, number>();
  const gathered = gatherTables((speaker, position) => places.set(speaker, position));
  const ids = new Map<string, number[]>();
  const keys: number[] = [];
  for (const one of articles) {
    ids.set(one.article.id, [ids.size]);
    keys.push(articleKey(one.article));
    if ('paragraphs' in one) {
      const passages = passagesIn(one);
      gathered.add(one.article, passages);
      keep(recordOf(one.article, passages, (speaker) => places.get(speaker) ?? 0));
      places.clear();
    } else if (earlier) {
      gathered.addAgain(one.article, placeIn(earlier, one.at));
      keep(earlier.record(one.at));
    }
  }
  const tables = gathered.tables();
  return { ...tables, segment, ids: keyedBy(ids), keys: Float64Array.from(keys) };
}

function placeIn({ snapshot }: Earlier, at: number): EarlierArticle {
  const [first = 0, end = 0] = snapshot.segment.firstPassages.subarray(at, at + 2);
  return { tables: snapshot, at, first, end };
}

/** Equal for articles of which nothing differs, neither words nor layout nor what is told of them: 53 bits. */
export const articleKey = ({ body: _, ...told }: Article): number =>
  Number.parseInt(contentHash(JSON.stringify(told)), 16);

/** The index of a snapshot; `read` gives the records that `buildSnapshot` handed out. */
export function openSnapshot(
  { segment, ids, keys: _, ...tables }: Snapshot,
  read: ReadRecord,
  vectors: WordVectors | null,
): CorpusIndex {
  const held = holdSpeakers(tables.speakers);
  const { firstPassages } = segment;
  const shelf = recordShelf({ firstPassages, ids, said: tables.speakers.said }, read, held);
  return corpusIndex({ ...shelf, tables, engine: segmentEngine(segment), held, vectors });
}
