import type { Article } from '../corpus/article.ts';
import type { CorpusIndex } from '../retrieval/retrieve.ts';
import type { Archive, Overview } from './archive.ts';
import { ask } from './ask.ts';
import { contextOf } from './context.ts';
import { overviewOf } from './overview.ts';
import { verify } from './verify.ts';

/** What surfaces may ask of an indexed corpus. */
export function openArchive(index: CorpusIndex): Archive {
  const byId = new Map<string, Article>(index.articles.map((article) => [article.id, article]));
  let overview: Overview | null = null;
  return {
    ask: async (question, options) => ask(index, question, options),
    context: async (evidenceId) => contextOf(index, (id) => byId.get(id), evidenceId),
    verify: async (quotation) => verify(index, quotation),
    overview: () => {
      overview ??= overviewOf(index);
      return overview;
    },
  };
}
