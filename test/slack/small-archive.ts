import type { Answer, Evidence } from '../../src/answer/answer.ts';
import type { Archive, Overview } from '../../src/answer/archive.ts';
import { quote } from '../../src/answer/quotation.ts';
import type { Article } from '../../src/corpus/article.ts';

/** An article with plainly invented contents; one paragraph a line. */
export function article(body: string, overrides: Partial<Article> = {}): Article {
  const blocks = [...body.matchAll(/[^\n]+/g)].map((match) => ({
    kind: 'paragraph' as const,
    span: { start: match.index, end: match.index + match[0].length },
  }));
  return {
    id: 'harbour',
    headline: 'Harbour of Veldt reopens',
    headlineFrom: 'stated',
    publisher: 'The Veldt Courier',
    datePublished: '2031-04-02',
    url: 'https://courier.example/harbour',
    language: 'en',
    body,
    blocks,
    version: 'v1',
    ...overrides,
  };
}

/** The paragraph with this 1-based number as evidence. */
function evidence(source: Article, paragraph: number, overrides: Partial<Evidence> = {}): Evidence {
  const block = source.blocks.filter(({ kind }) => kind === 'paragraph')[paragraph - 1];
  if (!block) throw new RangeError(`No paragraph ${paragraph} in ${source.id}`);
  return {
    id: `${source.id}@${source.version}:${block.span.start}-${block.span.end}`,
    quotation: quote(source, block.span),
    credit: {
      speaker: 'Mayor Ilsa Brandt',
      candidates: [],
      mention: 'she',
      cue: 'said',
      kind: 'indirect',
      act: 'say',
      via: [],
    },
    paragraph,
    score: 1,
    caveats: [],
    copies: [],
    explanation: [],
    matches: [],
    ...overrides,
  };
}

const question = (text: string) => ({
  text,
  terms: text.toLowerCase().split(/\W+/).filter(Boolean),
  phrases: [],
  variants: {},
  answerType: 'what' as const,
});

/** Answers with the paragraphs that hold a word of the question: enough to see what a surface does with answers. */
export function smallArchive(articles: readonly Article[]): Archive {
  const all = articles.flatMap((one) =>
    one.blocks.map((_block, index) => evidence(one, index + 1)),
  );
  const searched = { articles: articles.length, from: '2031-04-02', to: '2031-04-02' };
  const overview: Overview = {
    ...searched,
    paragraphs: all.length,
    attributions: all.length,
    publishers: [{ name: 'The Veldt Courier', articles: articles.length }],
    speakers: [{ name: 'Mayor Ilsa Brandt', attributions: all.length }],
    suggestions: ['what did the mayor say about the harbour?'],
  };
  const ask: Archive['ask'] = async (text, options) => {
    const asked = {
      question: question(text),
      understood: understood(text, options.previous),
      searched,
    };
    if (text.trim() === '') return { ...asked, kind: 'no-question', why: 'empty' };
    const found = all.filter(
      (one) => holdsAWord(one, text) && isBy(one, options.only ?? options.speaker),
    );
    if (options.order === 'newest') found.reverse();
    if (found.length === 0) return silent(asked);
    const quotations = found.slice(
      options.offset ?? 0,
      (options.offset ?? 0) + (options.limit ?? 5),
    );
    const total = found.length;
    const confidence = { confidence: 0.9, tentative: false, nearby: [], total, days: total };
    return { ...asked, kind: 'quoted', ...confidence, quotations };
  };
  return {
    ask,
    context: async (id) => {
      const found = all.find((one) => one.id === id);
      if (!found) return null;
      return { evidence: found, before: [], paragraph: found.quotation, after: [] };
    },
    verify: async (words) => {
      const found = all.filter(({ quotation }) => quotation.text.includes(words));
      return found.length > 0
        ? { kind: 'verbatim', evidence: found }
        : { kind: 'not-found', nearby: [] };
    },
    overview: () => overview,
  };
}

const understood = (text: string, previous: readonly string[]): string | null =>
  previous.length > 0 && /^and /.test(text) ? `${previous.at(-1)} ${text}` : null;

const holdsAWord = ({ quotation }: Evidence, text: string): boolean =>
  question(text).terms.some(
    (word) => word.length > 3 && quotation.text.toLowerCase().includes(word),
  );

const isBy = ({ credit }: Evidence, speaker: string | undefined): boolean =>
  speaker === undefined || credit?.speaker === speaker;

const silent = (asked: Pick<Answer, 'question' | 'understood' | 'searched'>): Answer => ({
  ...asked,
  kind: 'nothing-found',
  confidence: 0.1,
  silence: { why: 'weak-evidence' },
  nearby: [],
});
