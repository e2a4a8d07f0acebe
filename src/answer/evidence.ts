import type { Hit } from '../retrieval/retrieve.ts';
import type { Evidence } from './answer.ts';
import type { Origin } from './copies.ts';
import { creditOf } from './credit.ts';
import { evidenceId } from './evidence-id.ts';
import { quote } from './quotation.ts';

/** What a hit shows: its words, who said them, where they stand, who reprinted them. */
export function evidenceOf({ hit, copies }: Origin): Evidence {
  const { passage, span, attribution } = hit;
  const { article, paragraph } = passage;
  return {
    id: evidenceId(article, span),
    quotation: quote(article, span),
    credit: attribution ? creditOf(article.body, attribution) : null,
    paragraph: paragraph.number,
    ...(paragraph.section === undefined ? {} : { section: paragraph.section }),
    score: hit.score,
    caveats: [],
    copies: copies.map(copyOf),
    explanation: hit.features,
    matches: hit.matches,
  };
}

const copyOf = ({ passage, span }: Hit) => ({ article: passage.article, span });
