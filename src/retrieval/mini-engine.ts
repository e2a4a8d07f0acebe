import MiniSearch from 'minisearch';
import {
  ARTICLE_SHARE,
  type Candidate,
  type CandidateOptions,
  type IndexedArticle,
  type SearchEngine,
  type Sought,
  termWeights,
  weightOf,
} from './search-engine.ts';
import { similarWords, vocabularyOf } from './similar-words.ts';

/** A headline says what the article is about: measured best between 0.3 and 0.6 on news. */
const HEADLINE_BOOST = 0.5;

interface Entry {
  readonly id: number;
  readonly text: string;
  readonly headline: string;
}

interface Counts {
  passages: number;
  articles: number;
}

/** The index of small and fresh corpora: MiniSearch over stems. */
export function miniEngine(articles: readonly IndexedArticle[]): SearchEngine {
  const search = new MiniSearch<Entry>({
    fields: ['text', 'headline'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => (term === '' ? null : term),
    searchOptions: { boost: { headline: HEADLINE_BOOST } },
  });
  const articleOf: number[] = [];
  articles.forEach((article, at) => {
    const headline = article.headline.join(' ');
    for (const stems of article.passages) {
      search.add({ id: articleOf.length, text: stems.join(' '), headline });
      articleOf.push(at);
    }
  });
  const counts = countStems(articles);
  const articlesWith = (stem: string) => counts.get(stem)?.articles ?? 0;
  return {
    passages: articleOf.length,
    articles: articles.length,
    passagesWith: (stem) => counts.get(stem)?.passages ?? 0,
    articlesWith,
    similarTo: similarWords(vocabularyOf([...counts.keys()]), articlesWith),
    candidates: (sought, options) => inContext(matches(search, sought), articleOf, sought, options),
  };
}

function countStems(articles: readonly IndexedArticle[]): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  const add = (stems: ReadonlySet<string>, unit: keyof Counts) => {
    for (const stem of stems) {
      const count = counts.get(stem) ?? { passages: 0, articles: 0 };
      count[unit]++;
      counts.set(stem, count);
    }
  };
  for (const { headline, passages } of articles) {
    for (const stems of passages) add(new Set(stems), 'passages');
    add(new Set([...headline, ...passages.flat()]), 'articles');
  }
  return counts;
}

interface Found {
  readonly passage: number;
  readonly score: number;
  readonly held: number;
  readonly heldAnywhere: number;
}

/** The terms held decide, in the passage and then in its article; MiniSearch's score parts those that hold the same. */
function inContext(
  found: readonly Found[],
  articleOf: readonly number[],
  sought: readonly Sought[],
  { limit, among }: CandidateOptions,
): Candidate[] {
  const weights = termWeights(sought);
  const highest = found.reduce((most, { score }) => Math.max(most, score), Number.MIN_VALUE);
  const byArticle = new Map<number, number>();
  for (const { passage, heldAnywhere } of found) {
    const article = articleOf[passage] ?? 0;
    byArticle.set(article, (byArticle.get(article) ?? 0) | heldAnywhere);
  }
  return (among === undefined ? found : those(found, among))
    .map(({ passage, score, held }) => {
      const article = articleOf[passage] ?? 0;
      const heldByArticle = byArticle.get(article) ?? held;
      const words = weightOf(held, weights) + ARTICLE_SHARE * weightOf(heldByArticle, weights);
      return { passage, article, held, heldByArticle, score: words + score / highest };
    })
    .sort((a, b) => b.score - a.score || a.passage - b.passage)
    .slice(0, limit);
}

/** What was found of each of `among`, if only that it holds nothing. */
function those(found: readonly Found[], among: ReadonlySet<number>): Found[] {
  const known = new Map(found.map((one) => [one.passage, one]));
  return [...among].map(
    (passage) => known.get(passage) ?? { passage, score: 0, held: 0, heldAnywhere: 0 },
  );
}

function matches(search: MiniSearch<Entry>, sought: readonly Sought[]): Found[] {
  const byStem = new Map<string, Sought[]>();
  for (const item of sought) byStem.set(item.stem, [...(byStem.get(item.stem) ?? []), item]);
  const boost = (stem: string) => Math.max(...(byStem.get(stem) ?? []).map(({ weight }) => weight));
  const results = search.search([...byStem.keys()].join(' '), { boostTerm: boost });
  const bitsOf = (stems: readonly string[]) =>
    stems.reduce(
      (mask, stem) => (byStem.get(stem) ?? []).reduce((bits, { term }) => bits | (1 << term), mask),
      0,
    );
  return results.map(({ id, score, match }) => {
    const stems = Object.keys(match);
    const inText = stems.filter((stem) => match[stem]?.includes('text'));
    return { passage: id, score, held: bitsOf(inText), heldAnywhere: bitsOf(stems) };
  });
}
