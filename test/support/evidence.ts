import type { Answer, Credit, Evidence } from '../../src/answer/answer.ts';
import { quote } from '../../src/answer/quotation.ts';
import type { Article } from '../../src/corpus/article.ts';
import type { Question } from '../../src/question/question.ts';

/** An article of one paragraph. */
export function articleOf(body: string, overrides: Partial<Article> = {}): Article {
  return {
    id: 'harbour',
    headline: 'Harbour reopens',
    headlineFrom: 'stated',
    publisher: 'The Daily Example',
    datePublished: '2026-03-07',
    language: 'en',
    body,
    blocks: [{ kind: 'paragraph', span: { start: 0, end: body.length } }],
    version: 'v1',
    ...overrides,
  };
}

export const credit: Credit = {
  speaker: 'Mayor Ada Quill',
  candidates: [],
  mention: 'Ada Quill',
  cue: 'said',
  kind: 'indirect',
  act: 'say',
  via: [],
};

/** Evidence that quotes the whole body of `article`. */
export function evidenceOf(article: Article, overrides: Partial<Evidence> = {}): Evidence {
  return {
    id: `${article.id}-1`,
    quotation: quote(article, { start: 0, end: article.body.length }),
    credit,
    paragraph: 1,
    score: 1,
    caveats: [],
    copies: [],
    explanation: [],
    matches: [],
    ...overrides,
  };
}

export const question: Question = {
  text: 'what did Quill say?',
  terms: [],
  variants: {},
  phrases: [],
  answerType: 'what',
};

/** A "quoted" answer of these pieces of evidence. */
export function quotedOf(
  quotations: readonly Evidence[],
  overrides: Partial<Extract<Answer, { kind: 'quoted' }>> = {},
): Extract<Answer, { kind: 'quoted' }> {
  return {
    kind: 'quoted',
    question,
    understood: null,
    searched: { articles: 1, from: '2026-03-07', to: '2026-03-07' },
    confidence: 0.9,
    tentative: false,
    quotations,
    total: quotations.length,
    days: 1,
    nearby: [],
    ...overrides,
  };
}
