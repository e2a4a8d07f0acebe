import type { Article } from '../corpus/article.ts';
import { type Term, termsOf } from '../text/terms.ts';
import { latest } from './latest.ts';
import { type Meaning, type Meanings, meanings } from './meaning.ts';
import type { CorpusIndex, Passage } from './retrieve.ts';

/** A passage as read closely: nothing of it depends on a question. */
export interface ReadPassage {
  readonly terms: readonly Term[];
  /** Those of the article's headline, and of the heading that the passage stands under. */
  readonly headline: readonly Term[];
  readonly section: readonly Term[];
  /** What passage and headline are about. */
  readonly meaning: Meaning;
}

/** Reads the passages of one corpus. */
export interface Reader {
  readonly meanings: Meanings;
  read(passage: Passage): ReadPassage;
}

/** A question that can be read in several ways comes back to the same passages: the latest are kept, as read. */
const MOST_KEPT = 1500;

const readers = new WeakMap<CorpusIndex, Reader>();

/** The reader of a corpus. */
export function readerOf(index: CorpusIndex): Reader {
  const reader = readers.get(index) ?? newReader(index);
  readers.set(index, reader);
  return reader;
}

function newReader({ vectors, rarityOf }: CorpusIndex): Reader {
  const kept = latest<Passage, ReadPassage>(MOST_KEPT);
  const headlines = latest<Article, readonly Term[]>(MOST_KEPT);
  const headlineOf = (article: Article): readonly Term[] => {
    const known = headlines.get(article);
    if (known !== undefined) return known;
    const made = termsOf(article.headline);
    headlines.set(article, made);
    return made;
  };
  const all = meanings(vectors, rarityOf);
  return {
    meanings: all,
    read: (passage) => {
      const known = kept.get(passage);
      if (known !== undefined) return known;
      const made = readPassage(passage, headlineOf(passage.article), all);
      kept.set(passage, made);
      return made;
    },
  };
}

function readPassage(
  { article, paragraph }: Passage,
  headline: readonly Term[],
  { of }: Meanings,
): ReadPassage {
  const terms = termsOf(article.body, paragraph.span);
  const section = termsOf(paragraph.section ?? '');
  return { terms, headline, section, meaning: of([...terms, ...headline]) };
}
