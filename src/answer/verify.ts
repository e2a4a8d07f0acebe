import type { Article } from '../corpus/article.ts';
import type { Question } from '../question/question.ts';
import { type CorpusIndex, type Hit, type Passage, retrieve } from '../retrieval/retrieve.ts';
import { literal, literalSpans } from '../text/literal.ts';
import { contains, hull, overlaps, type Span } from '../text/span.ts';
import { termsOf } from '../text/terms.ts';
import type { Evidence } from './answer.ts';
import type { Verification } from './archive.ts';
import { plainHit } from './context.ts';
import { evidenceOf } from './evidence.ts';
import { type Alignment, alignWords } from './word-diff.ts';

/** Corpora up to this many articles are searched word by word, whatever the index finds. */
const READ_WHOLE = 400;
const CANDIDATES = 60;
const NEARBY = 3;
/** Less shared than this, and the words are somebody else's, not these altered. */
const ALTERED = 0.55;
const SHOWN = 10;
const MOST_TERMS = 40;

/** Whether the words stand in an article: letter by letter but for typography, altered, or not at all. */
export function verify(index: CorpusIndex, quotation: string): Verification {
  const claim = withoutMarks(quotation);
  const { text } = literal(claim);
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'not-found', nearby: [] };
  const hits = nearest(index, claim);
  const verbatim = articlesToRead(index, hits).flatMap((article) => standing(index, article, text));
  if (verbatim.length > 0) return { kind: 'verbatim', evidence: verbatim.slice(0, SHOWN) };
  return (
    altered(index, claim, hits) ?? {
      kind: 'not-found',
      nearby: hits.slice(0, NEARBY).map((hit) => shown(index, hit)),
    }
  );
}

const shown = (index: CorpusIndex, hit: Hit): Evidence => evidenceOf(index, { hit, copies: [] });

/** Without the marks around the words and the stop or comma before the closing one, which belong to the quoter. */
const withoutMarks = (quotation: string): string =>
  quotation
    .trim()
    .replace(/^["'“”‘’«»„`\s]+|["'“”‘’«»`\s]+$/gu, '')
    .replace(/[.,;:!?…\s]+$/u, '');

function nearest(index: CorpusIndex, claim: string): readonly Hit[] {
  const terms = [...new Set(termsOf(claim).map(({ word }) => word))].slice(0, MOST_TERMS);
  const question: Question = { text: claim, terms, variants: {}, phrases: [], answerType: 'what' };
  return retrieve(index, question, { asOf: '9999-12-31', limit: CANDIDATES }).hits;
}

function articlesToRead(index: CorpusIndex, hits: readonly Hit[]): Article[] {
  const found = hits.map(({ passage }) => passage.article);
  const { articles } = index;
  const others = articles.count <= READ_WHOLE ? articles.count : 0;
  return [...new Set([...found, ...Array.from({ length: others }, (_, at) => articles.at(at))])];
}

function standing(index: CorpusIndex, article: Article, sought: string): Evidence[] {
  const spans = literalSpans(literal(article.body), sought);
  const passages = index.passagesOf(article);
  return spans.flatMap((span) => {
    const passage = passageFor(passages, span);
    return passage ? [shown(index, plainHit(passage, span))] : [];
  });
}

/** The passage that holds the words, or the last that begins before them: words may run over paragraphs. */
const passageFor = (passages: readonly Passage[], span: Span): Passage | undefined =>
  passages.find(({ paragraph }) => contains(paragraph.span, span)) ??
  passages.find(({ paragraph }) => overlaps(paragraph.span, span)) ??
  passages.findLast(({ paragraph }) => paragraph.span.start <= span.start) ??
  passages[0];

function altered(index: CorpusIndex, claim: string, hits: readonly Hit[]): Verification | null {
  let best: { hit: Hit; alignment: Alignment } | null = null;
  for (const hit of hits.slice(0, CANDIDATES)) {
    const { article, paragraph } = hit.passage;
    const alignment = alignWords(claim, article.body, paragraph.span);
    const better = alignment && alignment.similarity > (best?.alignment.similarity ?? ALTERED);
    if (alignment && better) best = { hit, alignment };
  }
  if (!best) return null;
  const { passage } = best.hit;
  const nearest = shown(index, plainHit(passage, sentencesAround(passage, best.alignment.span)));
  return { kind: 'altered', nearest, differences: best.alignment.differences };
}

const sentencesAround = ({ paragraph }: Passage, span: Span): Span =>
  hull(paragraph.sentences.filter((sentence) => overlaps(sentence, span))) ?? paragraph.span;
