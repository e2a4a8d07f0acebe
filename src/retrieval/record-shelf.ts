import type { Article } from '../corpus/article.ts';
import { outside } from './article-list.ts';
import { type OpenRecord, openRecord } from './article-record.ts';
import type { IndexParts } from './corpus-index.ts';
import { latest } from './latest.ts';
import type { Passage } from './retrieve.ts';
import type { HeldSpeakers } from './speaker-index.ts';
import { type Keyed, type Lists, valuesUnder } from './tables.ts';

/** The record of the article at a position. Throws where it is damaged. */
export type ReadRecord = (position: number) => Uint8Array;

interface Held {
  readonly record: OpenRecord;
  readonly first: number;
  readonly passages: Passage[];
}

/** Articles kept open: some ten kilobytes each. A question reads passages of a few hundred. */
const MOST_OPEN = 400;

/** Where passages lie: first passage of each article (one more for the end), and articles by their ids. */
interface Places {
  readonly firstPassages: Uint32Array;
  readonly ids: Keyed;
  /** Speakers by passage: see speaker-tables.ts. */
  readonly said: Lists;
}

/** Articles and passages out of their records. Whoever holds an article is given that very one again. */
export function recordShelf(
  { firstPassages, ids, said }: Places,
  read: ReadRecord,
  speakers: Pick<HeldSpeakers, 'at'>,
): Pick<IndexParts, 'articles' | 'passageAt' | 'passagesOf'> {
  const count = firstPassages.length - 1;
  const open = shelf((position) => {
    const [first = 0, end = 0] = firstPassages.subarray(position, position + 2);
    const turns = [...new Set(said.values.subarray(said.starts[first], said.starts[end]))];
    const record = openRecord(read(position), { at: (turn) => speakers.at(turns[turn] ?? 0) });
    return { record, first, passages: [] };
  });
  const passageOf = ({ record, passages }: Held, at: number): Passage => {
    const passage = passages[at] ?? record.passage(at);
    passages[at] = passage;
    return passage;
  };
  return {
    articles: {
      count,
      at: (position) =>
        position >= 0 && position < count
          ? open.at(position).record.article
          : outside('an article', position, count),
      byId: (id) => {
        const [position] = valuesUnder(ids, id);
        return position === undefined ? null : open.at(position).record.article;
      },
    },
    passageAt: (position) => {
      if (position < 0 || position >= (firstPassages.at(-1) ?? 0)) {
        return outside('a passage', position, firstPassages.at(-1) ?? 0);
      }
      const held = open.at(articleWith(firstPassages, position));
      return passageOf(held, position - held.first);
    },
    passagesOf: (article) => {
      const held = open.of(article);
      return held === undefined
        ? []
        : Array.from({ length: held.record.passages }, (_, at) => passageOf(held, at));
    },
  };
}

interface Shelf {
  at(position: number): Held;
  of(article: Article): Held | undefined;
}

/** The latest are kept; of the others, those that somebody still holds. */
function shelf(open: (position: number) => Held): Shelf {
  const kept = latest<number, Held>(MOST_OPEN);
  const lent = new Map<number, WeakRef<Article>>();
  const byArticle = new WeakMap<Article, Held>();
  const known = (position: number): Held | undefined => {
    const article = lent.get(position)?.deref();
    return article && byArticle.get(article);
  };
  const opened = (position: number): Held => {
    const held = open(position);
    const { article } = held.record;
    byArticle.set(article, held);
    lent.set(position, new WeakRef(article));
    return held;
  };
  return {
    of: (article) => byArticle.get(article),
    at: (position) => {
      const found = kept.get(position);
      if (found !== undefined) return found;
      const held = known(position) ?? opened(position);
      kept.set(position, held);
      return held;
    },
  };
}

/** The article that holds a passage: the last that begins at or before it, the empty passed over. */
function articleWith(firstPassages: Uint32Array, passage: number): number {
  let low = 0;
  let high = firstPassages.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((firstPassages[middle] ?? 0) <= passage) low = middle;
    else high = middle - 1;
  }
  return low;
}
