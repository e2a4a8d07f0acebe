import { attribute } from '../attribution/attribute.ts';
import type { Extractor } from '../attribution/extract.ts';
import type { Article } from '../corpus/article.ts';
import { paragraphsOf } from '../corpus/paragraphs.ts';
import type { Reading } from './retrieve.ts';

/** Reads an article once for all questions: the costly step of ingestion. */
export function readArticle(article: Article, extractor: Extractor): Reading {
  return {
    article,
    paragraphs: paragraphsOf(article),
    attributions: attribute(article, extractor),
  };
}
