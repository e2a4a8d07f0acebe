import { paragraphsOf } from '../../src/corpus/paragraphs.ts';
import { type Span, slice } from '../../src/text/span.ts';
import { termsOf } from '../../src/text/terms.ts';
import { loadArticles } from '../eval/retrieval-sets.ts';

/** What word vectors are taught on. */
export interface TrainingTexts {
  /** Headlines, sentences, and pairs of words that often stand together; no questions. */
  readonly texts: readonly string[];
  /** Folded words, sorted by UTF-16 code units, with the form in which each is most often written. */
  readonly vocabulary: ReadonlyMap<string, string>;
}

/** Sentences taken of each set, evenly spread. */
const SENTENCES: Readonly<Record<string, number>> = {
  'knownlie-claims': 15_000,
  'liar-speaker': 15_000,
  'polnear-speaker': 15_000,
  'squadshifts-wiki': 6_000,
  'rtqa-news': 30_000,
  'scale-news': 30_000,
};
const SHORTEST_SENTENCE = 25;
const LONGEST_SENTENCE = 600;
/** Words of fewer articles get no vector. */
const LEAST_ARTICLES = 3;
/** Few words hold the meaning of each best: "health care". */
const PAIRS = 30_000;
const LEAST_PAIRS = 3;

/** Reads the corpora of the evaluation in the folder `data`. */
export async function trainingTexts(data: string): Promise<TrainingTexts> {
  const texts = new Set<string>();
  const words = wordCounter();
  for (const [set, most] of Object.entries(SENTENCES)) {
    const articles = await loadArticles(data, set);
    const all: string[] = [];
    for (const article of articles) {
      const spans = paragraphsOf(article).flatMap(({ sentences }) => sentences);
      const sentences = spans.map((span) => slice(article.body, span));
      words.add([article.headline, ...sentences]);
      texts.add(plain(article.headline));
      all.push(...sentences.filter(isOfUse));
    }
    for (const text of spread(all, most)) texts.add(plain(text));
  }
  for (const pair of commonPairs(texts)) texts.add(pair);
  const told = [...texts].filter((text) => termsOf(text).length > 0);
  return { texts: told, vocabulary: words.vocabulary() };
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

const isOfUse = ({ length }: string): boolean =>
  length >= SHORTEST_SENTENCE && length < LONGEST_SENTENCE;

/** `most` of `all`, as evenly spread as can be. */
function spread<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from(
    { length: Math.min(all.length, most) },
    (_, at) => all[Math.floor(at * step)] as T,
  );
}

interface Counted {
  articles: number;
  readonly forms: Map<string, number>;
}

function wordCounter() {
  const counted = new Map<string, Counted>();
  return {
    /** The texts of one article. */
    add: (texts: readonly string[]): void => {
      for (const [word, forms] of formsIn(texts)) {
        const one = counted.get(word) ?? { articles: 0, forms: new Map() };
        counted.set(word, one);
        one.articles++;
        for (const form of forms) count(one.forms, form);
      }
    },
    vocabulary: (): Map<string, string> =>
      new Map(
        [...counted]
          .filter(([, { articles }]) => articles >= LEAST_ARTICLES)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([word, { forms }]) => [word, commonest(forms)]),
      ),
  };
}

/** The words of `texts`, each as it is written wherever it stands. */
function formsIn(texts: readonly string[]): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  const all = texts.flatMap((text) =>
    termsOf(text).map(({ word, span }) => ({ word, form: slice(text, span) })),
  );
  for (const { word, form } of all) {
    if (/^[a-z]{2,}$/.test(word)) forms.set(word, [...(forms.get(word) ?? []), form]);
  }
  return forms;
}

/** Words that often stand beside each other, as they are written there. */
function commonPairs(texts: ReadonlySet<string>): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const spans = termsOf(text).map(({ span }) => span);
    spans.slice(1).forEach((span, at) => {
      const before = spans[at] as Span;
      if (span.start - before.end === 1) {
        count(counts, slice(text, { start: before.start, end: span.end }));
      }
    });
  }
  return [...counts]
    .filter(([, times]) => times >= LEAST_PAIRS)
    .sort((one, other) => other[1] - one[1])
    .slice(0, PAIRS)
    .map(([pair]) => pair);
}

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** The first of those counted most. */
const commonest = (counts: ReadonlyMap<string, number>): string =>
  [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as const)[0];
