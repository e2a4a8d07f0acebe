import type { Attribution } from '../attribution/attribution.ts';
import { caveatsOf } from '../attribution/caveats.ts';
import { contributions } from '../retrieval/ranker.ts';
import type { CorpusIndex, Hit } from '../retrieval/retrieve.ts';
import { contains } from '../text/span.ts';
import type { Evidence } from './answer.ts';
import type { Origin } from './copies.ts';
import { creditOf } from './credit.ts';
import { evidenceId } from './evidence-id.ts';
import { type Quotation, quote } from './quotation.ts';

/** What a hit shows: its words, who said them, where they stand, what qualifies them, who reprinted them. */
export function evidenceOf(index: CorpusIndex, { hit, copies }: Origin): Evidence {
  const { passage, span, attribution } = hit;
  const { article, paragraph } = passage;
  return {
    id: evidenceId(article, span),
    quotation: quote(article, span),
    credit: attribution ? creditOf(article.body, attribution) : null,
    paragraph: paragraph.number,
    ...(paragraph.section === undefined ? {} : { section: paragraph.section }),
    score: hit.score,
    caveats: attribution ? caveatsBeside(index, hit, attribution) : [],
    copies: copies.map(copyOf),
    explanation: hit.weighed === null ? [] : contributions(hit.weighed),
    matches: hit.matches,
  };
}

const copyOf = ({ passage, span }: Hit) => ({ article: passage.article, span });

/** Those that the quotation does not hold already. */
function caveatsBeside(
  index: CorpusIndex,
  { passage, span }: Hit,
  attribution: Attribution,
): Quotation[] {
  const { article } = passage;
  const paragraphs = index.passagesOf(article).map(({ paragraph }) => paragraph.sentences);
  return caveatsOf(article.body, paragraphs, attribution)
    .filter((caveat) => !contains(span, caveat))
    .map((caveat) => quote(article, caveat));
}
