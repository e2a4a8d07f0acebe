import MiniSearch from 'minisearch';
import { rarity } from './rarity.ts';
import type { Candidate, IndexedArticle, SearchEngine, Sought } from './search-engine.ts';
import { similarWords } from './similar-words.ts';

/** A headline says what the article is about: measured best between 0.3 and 0.6 on news. */
const HEADLINE_BOOST = 0.5;
/** What the article's words count for beside the passage's: passages of the right article first. */
const ARTICLE_SHARE = 0.5;

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
  const similar = similarWords([...counts.keys()]);
  return {
    passages: articleOf.length,
    articles: articles.length,
    passagesWith: (stem) => counts.get(stem)?.passages ?? 0,
    articlesWith: (stem) => counts.get(stem)?.articles ?? 0,
    similarTo: (stem) =>
      similar(stem).sort(
        (a, b) =>
          a.edits - b.edits ||
          (counts.get(b.stem)?.articles ?? 0) - (counts.get(a.stem)?.articles ?? 0),
      ),
    candidates: (sought, limit) => {
      const idf = (stem: string) => rarity(counts.get(stem)?.passages ?? 0, articleOf.length);
      const weights = termWeights(sought, idf);
      return inContext(matches(search, sought), articleOf, weights).slice(0, limit);
    },
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

/** Passages of the right article first. */
function inContext(
  found: readonly Found[],
  articleOf: readonly number[],
  weights: readonly number[],
): Candidate[] {
  const byArticle = new Map<number, number>();
  for (const { passage, heldAnywhere } of found) {
    const article = articleOf[passage] ?? 0;
    byArticle.set(article, (byArticle.get(article) ?? 0) | heldAnywhere);
  }
  return found
    .map(({ passage, score, held }) => {
      const heldByArticle = byArticle.get(articleOf[passage] ?? 0) ?? held;
      const context = ARTICLE_SHARE * weightOf(heldByArticle, weights);
      return { passage, held, heldByArticle, score: score + context };
    })
    .sort((a, b) => b.score - a.score || a.passage - b.passage);
}

function matches(search: MiniSearch<Entry>, sought: readonly Sought[]): Found[] {
  const byStem = new Map<string, Sought[]>();
  for (const item of sought) byStem.set(item.stem, [...(byStem.get(item.stem) ?? []), item]);
  const boost = (stem: string) => Math.max(...(byStem.get(stem) ?? []).map(({ worth }) => worth));
  const results = search.search([...byStem.keys()].join(' '), { boostTerm: boost });
  const bitsOf = (stems: readonly string[]) =>
    stems.reduce(
      (mask, stem) => (byStem.get(stem) ?? []).reduce((bits, { term }) => bits | (1 << term), mask),
      0,
    );
  return results.map(({ id, score, match }) => {
    const inText = Object.keys(match).filter((stem) => match[stem]?.includes('text'));
    return {
      passage: id,
      score,
      held: bitsOf(inText),
      heldAnywhere: bitsOf(Object.keys(match)),
    };
  });
}

/** The weight of each term of the question: that of its best stem. */
function termWeights(sought: readonly Sought[], idf: (stem: string) => number): number[] {
  const weights: number[] = [];
  for (const { stem, term, worth } of sought) {
    weights[term] = Math.max(weights[term] ?? 0, worth * idf(stem));
  }
  return weights;
}

function weightOf(held: number, weights: readonly number[]): number {
  return weights.reduce((sum, weight, term) => sum + ((held >> term) & 1 ? weight : 0), 0);
}
