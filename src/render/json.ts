import type { Answer, Evidence } from '../answer/answer.ts';

/** Fields that are undefined stay out of the JSON. */
type Json = Readonly<Record<string, unknown>>;

/** The command line's JSON answer: fields may be added, none renamed. Offsets are UTF-16, dates ISO 8601. */
export function answerJson(answer: Answer, options: { id?: string; explain?: boolean } = {}): Json {
  const explain = options.explain ?? false;
  return {
    id: options.id,
    question: answer.question.text,
    kind: answer.kind,
    ...outcome(answer, explain),
    understood: answer.understood ?? undefined,
    searched: answer.searched,
  };
}

function outcome(answer: Answer, explain: boolean): Json {
  const list = (evidence: readonly Evidence[]) => evidence.map((one) => evidenceJson(one, explain));
  switch (answer.kind) {
    case 'quoted':
      return {
        confidence: answer.confidence,
        tentative: answer.tentative || undefined,
        quotations: list(answer.quotations),
        total: answer.total,
        nearby: list(answer.nearby),
      };
    case 'nothing-found':
      return {
        confidence: answer.confidence,
        quotations: [],
        silence: answer.silence,
        nearby: list(answer.nearby),
      };
    case 'no-question':
      return { confidence: 0, quotations: [], nearby: [], why: answer.why };
  }
}

/** One quotation with all that is known of it. */
export function evidenceJson(evidence: Evidence, explain: boolean): Json {
  const { article, span, text } = evidence.quotation;
  return {
    id: evidence.id,
    text,
    articleId: article.id,
    headline: article.headline,
    publisher: article.publisher,
    date: article.datePublished,
    url: article.url,
    start: span.start,
    end: span.end,
    paragraph: evidence.paragraph,
    section: evidence.section,
    score: evidence.score,
    attribution: evidence.credit,
    caveats: evidence.caveats.map((caveat) => ({ text: caveat.text, ...caveat.span })),
    copies: evidence.copies.map((copy) => ({ articleId: copy.article.id, ...copy.span })),
    matches: evidence.matches,
    explanation: explain ? evidence.explanation : undefined,
  };
}
