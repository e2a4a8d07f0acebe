import { describe, expect, test } from 'vitest';
import type { Attribution, Speaker } from '../../src/attribution/attribution.ts';
import type { Article } from '../../src/corpus/article.ts';
import { paragraphsOf } from '../../src/corpus/paragraphs.ts';
import type { Question } from '../../src/question/question.ts';
import { buildIndex } from '../../src/retrieval/build-index.ts';
import { contributions } from '../../src/retrieval/ranker.ts';
import { type Reading, retrieve } from '../../src/retrieval/retrieve.ts';
import { slice } from '../../src/text/span.ts';

const MAYOR: Speaker = {
  name: 'Mayor Ada Quill',
  type: 'person',
  aliases: ['ada quill', 'quill'],
  memberOf: [],
};
const UNION: Speaker = {
  name: 'the Dockers Union',
  type: 'organisation',
  aliases: ['dockers union', 'union'],
  memberOf: [],
};

const BODY = [
  'Mayor Ada Quill said the harbour would reopen in May. She spoke for an hour.',
  'The Dockers Union warned that the old cranes were dangerous.',
  'Rain fell on the market. Traders sold eight crates of herring.',
].join('\n\n');

function article(overrides: Partial<Article> = {}): Article {
  const blocks = BODY.split('\n\n').map((text) => {
    const start = BODY.indexOf(text);
    return { kind: 'paragraph' as const, span: { start, end: start + text.length } };
  });
  return {
    id: 'harbour',
    headline: 'Harbour to reopen',
    headlineFrom: 'stated',
    publisher: 'The Tarn Courier',
    datePublished: '2026-03-07',
    language: 'en',
    body: BODY,
    blocks,
    version: 'v1',
    ...overrides,
  };
}

const spanOf = (text: string) => {
  const start = BODY.indexOf(text);
  return { start, end: start + text.length };
};

const said = (speaker: Speaker, source: string, cue: string, content: string): Attribution => {
  return {
    source: [spanOf(source)],
    cue: [spanOf(cue)],
    content: [spanOf(content)],
    kind: 'indirect',
    act: cue === 'warned' ? 'warn' : 'say',
    speaker,
    candidates: [],
    via: [],
  };
};

const ATTRIBUTIONS = [
  said(MAYOR, 'Mayor Ada Quill', 'said', 'the harbour would reopen in May'),
  said(UNION, 'The Dockers Union', 'warned', 'that the old cranes were dangerous'),
];

const reading = (overrides: Partial<Article> = {}): Reading => {
  const one = article(overrides);
  return { article: one, paragraphs: paragraphsOf(one), attributions: ATTRIBUTIONS };
};

const question = (terms: string, overrides: Partial<Question> = {}): Question => {
  const words = terms.split(' ').filter((word) => word !== '');
  return { text: terms, terms: words, variants: {}, phrases: [], answerType: 'what', ...overrides };
};

const QUILL = { text: 'Quill', aliases: ['quill'] };

describe('retrieve', () => {
  const index = buildIndex([reading()]);
  const ask = (asked: Question) => retrieve(index, asked, { asOf: '2026-03-08' });
  const firstWords = (asked: Question) => {
    const [first] = ask(asked).hits;
    return first === undefined ? '' : slice(first.passage.article.body, first.span);
  };

  test('puts the passage that holds the words first', () => {
    expect(firstWords(question('herring crates'))).toContain('eight crates of herring');
  });

  test('puts what the speaker says first, even where others hold more of the words', () => {
    const { hits } = ask(question('cranes dangerous', { speaker: QUILL }));
    expect(hits[0]).toMatchObject({ speakerMatch: 'same', attribution: { speaker: MAYOR } });
    expect(hits.some(({ speakerMatch }) => speakerMatch === null)).toBe(true);
  });

  test('quotes whole sentences, those of the statement alone', () => {
    const words = firstWords(question('harbour', { speaker: QUILL }));
    expect(words).toBe('Mayor Ada Quill said the harbour would reopen in May.');
  });

  test.each([
    { what: 'a typing slip', terms: 'hering' },
    { what: 'a number in words or digits', terms: '8' },
    { what: 'another inflection', terms: 'crate' },
  ])('reads $what as the word it stands for', ({ terms }) => {
    expect(firstWords(question(terms))).toContain('eight crates of herring');
  });

  test('takes a synonym for the word asked, at less than its worth', () => {
    const [own, other] = [question('dangerous cranes'), question('hazardous cranes')].map(ask);
    expect(other?.hits[0]?.span).toEqual(own?.hits[0]?.span);
    expect(other?.facts.unknownWords).toEqual([]);
    expect(other?.hits[0]?.coverage).toBeLessThan(own?.hits[0]?.coverage ?? 0);
  });

  test('tells the words of what is said from those of who says it', () => {
    const contents = (terms: string) =>
      ask(question(terms, { speaker: QUILL })).hits[0]?.weighed?.values.coverageOfContents;
    expect(contents('harbour')).toBe(1);
    expect(contents('mayor')).toBe(0);
  });

  test('is surer of other passages where the one asked for never speaks than where he does', () => {
    const confidence = (name: string) => {
      const speaker = { text: name, aliases: [name] };
      return ask(question('old cranes', { speaker, phrases: ['old cranes'] })).confidence;
    };
    expect(confidence('almanac')).toBeGreaterThan(2 * confidence('quill'));
  });

  test('knows what the article holds beside a statement that holds none of it', () => {
    const [first] = ask(question('herring', { speaker: QUILL })).hits;
    expect(first?.weighed?.values.coverageOfArticle).toBe(1);
  });

  test('puts the article of the days asked about first, others after it', () => {
    const both = buildIndex([
      reading({ id: 'old', datePublished: '2026-01-01', version: 'v0' }),
      reading(),
    ]);
    const ids = (period: Question['period']) => {
      const asked = question('herring', { ...(period && { period }) });
      const { hits } = retrieve(both, asked, { asOf: '2026-03-08' });
      return [...new Set(hits.map(({ passage }) => passage.article.id))];
    };
    expect(ids(undefined)[0]).toBe('harbour');
    expect(ids({ from: '2025-12-30', to: '2026-01-05' })).toEqual(['old', 'harbour']);
  });

  test('names the words that no article holds', () => {
    expect(ask(question('herring volcano')).facts.unknownWords).toEqual(['volcano']);
  });

  test.each([
    { what: 'publisher', asked: { publisher: 'The Other Paper' } },
    { what: 'dates', asked: { dates: { from: '2026-04-01' } } },
    { what: 'phrase', asked: { phrases: ['no such words'] } },
  ])('shuts out what the $what asked for excludes', ({ asked }) => {
    const { hits, shutOut, confidence } = ask(question('harbour', asked));
    expect([hits.length, confidence]).toEqual([0, 0]);
    expect(shutOut.length).toBeGreaterThan(0);
  });

  test('is surer of a question whose words stand together than of one whose words do not', () => {
    const sure = ask(question('old cranes dangerous')).confidence;
    expect(sure).toBeGreaterThan(ask(question('cranes volcano senate')).confidence);
  });

  test('marks the matching words within the quotation', () => {
    const [first] = ask(question('herring')).hits;
    expect(first?.matches.map((span) => slice(BODY, span))).toEqual(['herring']);
  });

  test('explains every score by what its features contribute', () => {
    for (const { score, weighed } of ask(question('harbour reopen')).hits) {
      const shares = weighed === null ? [] : contributions(weighed);
      const sum = shares.reduce((total, { contribution }) => total + contribution, 0);
      expect(sum).toBeCloseTo(score, 9);
    }
  });

  test('answers nothing from nothing', () => {
    const empty = retrieve(buildIndex([]), question('harbour'), { asOf: '2026-03-08' });
    expect(empty).toMatchObject({ hits: [], shutOut: [], confidence: 0 });
  });
});
