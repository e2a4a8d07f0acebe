import MiniSearch from 'minisearch';
import sqlite from 'node-sqlite3-wasm';
import type { Article } from '../../src/corpus/article.ts';
import { paragraphsOf } from '../../src/corpus/paragraphs.ts';
import { slice } from '../../src/text/span.ts';
import { termsOf } from '../../src/text/terms.ts';
import type { Query, RunLine, RunPassage } from './retrieval-sets.ts';

/** A paragraph, the unit of both engines. */
interface Entry {
  readonly docId: string;
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly text: string;
}

/** An engine over paragraphs; its score is its confidence, and it never abstains. */
export interface PlainEngine {
  answer(query: Query): RunLine;
  close(): void;
}

const GIVEN = 10;
const TITLE_BOOST = 0.5;

const entriesOf = (articles: readonly Article[]): Entry[] =>
  articles.flatMap((article) =>
    paragraphsOf(article).map(({ span }) => {
      const text = slice(article.body, span);
      return { docId: article.id, ...span, title: article.headline, text };
    }),
  );

const stemsOf = (text: string): string[] => termsOf(text).map(({ stem }) => stem);

/** `found`: the places of entries, best first, with their scores. */
function lineOf(
  id: string,
  entries: readonly Entry[],
  found: readonly { readonly at: number; readonly score: number }[],
): RunLine {
  const passages = found.flatMap(({ at, score }): RunPassage[] => {
    const entry = entries[at];
    if (entry === undefined) return [];
    const { docId, start, end, text } = entry;
    return [{ docId, start, end, text, score }];
  });
  return { id, abstained: false, confidence: found[0]?.score ?? 0, passages };
}

/** MiniSearch as a careful user would set it up: stems, no stop words, a headline boost, fuzzy search. */
export function tunedMiniSearch(articles: readonly Article[]): PlainEngine {
  const entries = entriesOf(articles);
  const search = new MiniSearch<Entry & { readonly id: number }>({
    fields: ['title', 'text'],
    tokenize: stemsOf,
    processTerm: (term) => term,
    searchOptions: { boost: { title: TITLE_BOOST }, fuzzy: 0.2 },
  });
  search.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return {
    answer({ id, text }) {
      const found = search.search(text).slice(0, GIVEN);
      return lineOf(
        id,
        entries,
        found.map((hit) => ({ at: hit.id as number, score: hit.score })),
      );
    },
    close() {},
  };
}

/** SQLite's full-text search with the same stems and the same boost, ranked by its bm25. */
export function sqliteFts(articles: readonly Article[]): PlainEngine {
  const entries = entriesOf(articles);
  const database = new sqlite.Database(':memory:');
  database.exec(`CREATE VIRTUAL TABLE paragraphs USING fts5(title, text, content='')`);
  database.exec('BEGIN');
  const insert = database.prepare('INSERT INTO paragraphs(rowid, title, text) VALUES (?, ?, ?)');
  for (const [at, { title, text }] of entries.entries()) {
    insert.run([at, stemsOf(title).join(' '), stemsOf(text).join(' ')]);
  }
  insert.finalize();
  database.exec('COMMIT');
  const select = database.prepare(
    `SELECT rowid AS at, -bm25(paragraphs, ${TITLE_BOOST}, 1) AS score
     FROM paragraphs WHERE paragraphs MATCH ? ORDER BY score DESC LIMIT ${GIVEN}`,
  );
  return {
    answer({ id, text }) {
      const words = [...new Set(stemsOf(text))].map((stem) => `"${stem.replaceAll('"', '')}"`);
      const found = words.length > 0 ? select.all([words.join(' OR ')]) : [];
      return lineOf(
        id,
        entries,
        found.map(({ at, score }) => ({ at: Number(at), score: Number(score) })),
      );
    },
    close() {
      select.finalize();
      database.close();
    },
  };
}
