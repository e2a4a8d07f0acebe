import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { overviewOf } from '../../src/answer/overview.ts';
import { articleOfText } from '../../src/corpus/plain-text.ts';
import { answerJson } from '../../src/render/json.ts';
import { openRecord, recordOf } from '../../src/retrieval/article-record.ts';
import { buildIndex, indexed } from '../../src/retrieval/build-index.ts';
import { buildSegment } from '../../src/retrieval/build-segment.ts';
import { passagesIn } from '../../src/retrieval/passages-in.ts';
import { readArticle } from '../../src/retrieval/read-article.ts';
import type { CorpusIndex, Reading } from '../../src/retrieval/retrieve.ts';
import { segmentEngine } from '../../src/retrieval/segment-engine.ts';
import { buildSnapshot, openSnapshot } from '../../src/retrieval/snapshot.ts';
import { articleOf } from '../support/evidence.ts';
import { fishingReadings } from '../support/fishing-dispute.ts';

function snapshotOf(readings: readonly Reading[]): CorpusIndex {
  const records: Uint8Array[] = [];
  const snapshot = buildSnapshot(readings, (record) => records.push(record), {
    segment: buildSegment(indexed(readings)),
  });
  return openSnapshot(snapshot, (at) => records[at] ?? new Uint8Array(), null);
}

const readings = fishingReadings();

describe('an index from a snapshot', () => {
  // MiniSearch also finds passages by their headlines alone: the engine must be the same.
  const inMemory = buildIndex(readings, null, segmentEngine(buildSegment(indexed(readings))));
  const fromSnapshot = snapshotOf(readings);

  test.each([
    'what did Vestrheim say about the strait?',
    'What did Norway claim about the nets?',
    'who denied anything?',
    'trawlers cut nets',
    'what did the goverment say about vesels?',
    'what did Brazil say about coffee?',
    'thanks',
  ])('answers “%s” as one in memory does', (question) => {
    const [one, other] = [inMemory, fromSnapshot].map((index) => {
      const answer = ask(index, question, { asOf: '2024-06-20', previous: [] });
      return answerJson(answer, { explain: true });
    });
    expect(other).toEqual(one);
  });

  test('tells of the corpus as one in memory does', () => {
    expect(overviewOf(fromSnapshot)).toEqual(overviewOf(inMemory));
  });

  test('gives every article and passage back as it was', () => {
    const { articles } = fromSnapshot;
    const all = Array.from({ length: articles.count }, (_, at) => articles.at(at));
    expect(all.map((article) => ({ ...article }))).toEqual(readings.map(({ article }) => article));
    expect(all.flatMap((article) => fromSnapshot.passagesOf(article)).length).toBe(10);
    all.forEach((article, at) => {
      const own = readings[at] as Reading;
      expect(fromSnapshot.passagesOf(article)).toEqual(passagesIn(own));
    });
  });

  test('gives the very article again to whoever holds it', () => {
    const [first] = fromSnapshot.passagesOf(fromSnapshot.articles.at(1));
    expect(first?.article).toBe(fromSnapshot.articles.byId(readings[1]?.article.id ?? ''));
    expect(fromSnapshot.passageAt(inMemory.passagesOf(readings[0]?.article as never).length)).toBe(
      first,
    );
  });

  test('knows no article or passage beyond the last', () => {
    expect(fromSnapshot.articles.byId('nobody')).toBeNull();
    expect(() => fromSnapshot.articles.at(3)).toThrow('Expected an article from 0 to 2, got 3');
    expect(() => fromSnapshot.passageAt(10)).toThrow('Expected a passage from 0 to 9, got 10');
  });
});

test('an empty corpus has a snapshot too', () => {
  const empty = snapshotOf([]);
  const answer = ask(empty, 'what did Norway say?', { asOf: '2024-06-20', previous: [] });
  expect(answer).toMatchObject({ kind: 'nothing-found', silence: { why: 'empty-corpus' } });
});

test('a record keeps every unit of a body, whatever it is', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(0xff), fc.nat(0xffff))), (units) => {
      const body = String.fromCharCode(...units);
      const article = articleOf(body, { id: body });
      const record = openRecord(
        recordOf(article, [], () => 0),
        { at: () => expect.fail() },
      );
      expect({ ...record.article }).toEqual(article);
    }),
    { numRuns: 50 },
  );
});

test('a record keeps attributions without a speaker', () => {
  const { value } = articleOfText('Boats left, it was said.', { id: 'a', today: '2024-01-01' });
  const spans = { source: [], cue: [{ start: 16, end: 20 }], content: [{ start: 0, end: 10 }] };
  const [passage] = passagesIn(readArticle(value as never, () => [spans]));
  const record = recordOf(value as never, [passage as never], () => expect.fail());
  const reopened = openRecord(record, { at: () => expect.fail() }).passage(0);
  expect(reopened).toEqual(passage);
});
