import type { CorpusIndex, Hit, Passage } from '../retrieval/retrieve.ts';
import { contains } from '../text/span.ts';
import { termsOf } from '../text/terms.ts';
import type { EvidenceContext } from './archive.ts';
import { evidenceOf } from './evidence.ts';
import { evidencePlace, isVersion } from './evidence-id.ts';
import { quote } from './quotation.ts';

/** Paragraphs shown on either side. */
const AROUND = 2;

/** Where the evidence named by `id` stands; null where its words are no longer in the corpus, unchanged. */
export function contextOf(index: CorpusIndex, id: string): EvidenceContext | null {
  const place = evidencePlace(id);
  const article = place && index.articles.byId(place.articleId);
  if (!place || !article || !isVersion(article, place.version)) return null;
  const passages = index.passagesOf(article);
  const at = passages.findIndex(({ paragraph }) => contains(paragraph.span, place.span));
  const passage = passages[at];
  if (!passage || place.span.end <= place.span.start) return null;
  const words = ({ paragraph }: Passage) => quote(article, paragraph.span);
  return {
    evidence: evidenceOf(index, { hit: plainHit(passage, place.span), copies: [] }),
    before: passages.slice(Math.max(0, at - AROUND), at).map(words),
    paragraph: words(passage),
    after: passages.slice(at + 1, at + 1 + AROUND).map(words),
  };
}

/** Words of a passage as a hit that no question led to. */
export function plainHit(passage: Passage, span: Hit['span']): Hit {
  const attribution = attributionWithin(passage, span);
  return {
    passage,
    span,
    attribution,
    speakerMatch: null,
    score: 0,
    coverage: 0,
    weighed: null,
    matches: [],
    terms: termsOf(passage.article.body, passage.paragraph.span),
  };
}

/** The first attribution whose content lies in `span`. */
function attributionWithin({ attributions }: Passage, span: Hit['span']): Hit['attribution'] {
  return (
    attributions.find(({ content }) => content.some((part) => contains(span, part))) ??
    attributions.find(({ content }) => content.some((part) => contains(part, span))) ??
    null
  );
}
