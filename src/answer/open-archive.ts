import type { CorpusIndex } from '../retrieval/retrieve.ts';
import type { Archive, Overview } from './archive.ts';
import { ask } from './ask.ts';
import { contextOf } from './context.ts';
import { overviewOf } from './overview.ts';
import { verify } from './verify.ts';

/** What surfaces may ask of an indexed corpus; `known` is its overview where that was worked out before. */
export function openArchive(index: CorpusIndex, known: Overview | null = null): Archive {
  let overview = known;
  return {
    ask: async (question, options) => ask(index, question, options),
    context: async (evidenceId) => contextOf(index, evidenceId),
    verify: async (quotation) => verify(index, quotation),
    overview: () => {
      overview ??= overviewOf(index);
      return overview;
    },
  };
}
