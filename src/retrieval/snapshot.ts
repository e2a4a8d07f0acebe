import type { Speaker } from '../attribution/attribution.ts';
import { recordOf } from './article-record.ts';
import { corpusIndex } from './corpus-index.ts';
import { gatherTables, type IndexTables } from './index-tables.ts';
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
}

/** Makes the articles searchable by `segment`, which holds their words; hands out their records, in order. */
export function buildSnapshot(
  readings: Iterable<Reading>,
  keep: (record: Uint8Array) => void,
  segment: Segment,
): Snapshot {
  const places = new Map<Speaker, number>();
  const gathered = gatherTables((speaker, position) => places.set(speaker, position));
  const ids = new Map<string, number[]>();
  for (const reading of readings) {
    const passages = passagesIn(reading);
    ids.set(reading.article.id, [ids.size]);
    gathered.add(reading.article, passages);
    keep(recordOf(reading.article, passages, (speaker) => places.get(speaker) ?? 0));
    places.clear();
  }
  return { ...gathered.tables(), segment, ids: keyedBy(ids) };
}

/** The index of a snapshot; `read` gives the records that `buildSnapshot` handed out. */
export function openSnapshot(
  { segment, ids, ...tables }: Snapshot,
  read: ReadRecord,
  vectors: WordVectors | null,
): CorpusIndex {
  const held = holdSpeakers(tables.speakers);
  const { firstPassages } = segment;
  const shelf = recordShelf({ firstPassages, ids }, read, held);
  return corpusIndex({ ...shelf, tables, engine: segmentEngine(segment), held, vectors });
}
