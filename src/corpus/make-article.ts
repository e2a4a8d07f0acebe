import { slice } from '../text/span.ts';
import type { Article, Block } from './article.ts';
import { contentHash } from './content-hash.ts';
import type { Read } from './fault.ts';
import type { Layout } from './lay-out.ts';
import type { Metadata } from './metadata.ts';

export interface Parts {
  /** Used where the metadata states no id. */
  readonly id: string;
  readonly body: string;
  readonly layout: Layout;
  readonly metadata: Metadata;
}

/** The article that `parts` make up; none where no paragraph is left to quote. */
export function makeArticle({ id, body, layout, metadata }: Parts): Read<Article> {
  const { blocks } = layout;
  const opening = blocks.find(({ kind }) => kind === 'paragraph');
  if (opening === undefined) return EMPTY;
  const stated = metadata.headline ?? layout.headline?.replace(/\s+/gu, ' ');
  const headline = stated ?? firstWords(body, opening);
  const headlineFrom = stated === undefined ? 'first-words' : 'stated';
  const version = contentHash(`${headline}\n${body}`);
  const known = { language: 'en', ...metadata };
  return {
    value: { ...known, id: metadata.id ?? id, headline, headlineFrom, body, blocks, version },
    faults: [],
  };
}

const EMPTY: Read<Article> = {
  value: null,
  faults: [
    {
      message: 'There is no paragraph in it to quote',
      fix: 'Add the text of the article, or take the file out of the corpus',
      severity: 'error',
    },
  ],
};

/** As long as a rather long headline: of 924 in PolNeAR half have 56 characters or fewer, 99 % 101 or fewer. */
const LONGEST_OPENING = 72;

/** The first words of `opening`, cut between words, with an ellipsis. */
function firstWords(body: string, { span }: Block): string {
  const text = slice(body, span).slice(0, 400).replace(/\s+/gu, ' ');
  if (text.length <= LONGEST_OPENING) return `${text} …`;
  const cut = text.slice(0, LONGEST_OPENING + 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > 0 ? cut.slice(0, end) : cut.slice(0, LONGEST_OPENING)).replace(/[\s,;:–—-]+$/u, '')} …`;
}
