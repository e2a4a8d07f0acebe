import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import type { AskOptions } from '../../src/answer/archive.ts';
import { ask } from '../../src/answer/ask.ts';
import { buildIndex } from '../../src/retrieval/build-index.ts';
import { fishingDispute, twoArticles } from '../support/fishing-dispute.ts';

const index = fishingDispute();
const answerTo = (question: string, options: Partial<AskOptions> = {}): Answer =>
  ask(index, question, { asOf: '2024-06-20', previous: [], ...options });

function quoted(answer: Answer): Extract<Answer, { kind: 'quoted' }> {
  if (answer.kind !== 'quoted')
    throw new Error(`Expected quotations, got ${JSON.stringify(answer).slice(0, 300)}`);
  return answer;
}

const firstOf = (answer: Answer) => quoted(answer).quotations[0];

test.each([
  { asked: 'what did Norway say about the nets?', words: 'had cut 14 nets', speaker: 'Norway' },
  {
    asked: 'how many boats took part in the raid?',
    words: '31 boats',
    speaker: 'the fisheries ministry',
  },
  {
    asked: 'what was lost near the Skarv bank?',
    words: 'Seaglint',
    speaker: 'the fisheries ministry',
  },
  {
    asked: 'What did the ministry say about EW?',
    words: 'electronic warfare',
    speaker: 'the fisheries ministry',
  },
  {
    asked: 'did Halldal deny the accusation?',
    words: 'denied the accusation',
    speaker: 'Icelandic Prime Minister Runa Halldal',
  },
  {
    asked: 'what did Vestrheim say about the strait',
    words: 'reopen the strait',
    speaker: 'The Norwegian prime minister, Arne Vestrheim',
  },
  { asked: 'Lindqvar boats', words: 'nine boats', speaker: 'Harbour master Tove Lindqvar' },
  {
    asked: 'who said nine boats were damaged?',
    words: 'nine boats',
    speaker: 'Harbour master Tove Lindqvar',
  },
  { asked: 'did Norway comment on the tests?', words: 'has not commented', speaker: 'Norway' },
  { asked: 'USV tests', words: 'USVs', speaker: 'Iceland’s coast guard' },
  {
    asked: 'who said “fairy tale”?',
    words: 'fairy tale',
    speaker: 'Icelandic Prime Minister Runa Halldal',
  },
  {
    asked: 'what did Iceland say since May about nets?',
    words: 'not cut a single net',
    speaker: 'Icelandic Prime Minister Runa Halldal',
  },
])('answers “$asked” with the right words and speaker', ({ asked, words, speaker }) => {
  const evidence = firstOf(answerTo(asked));
  expect(evidence?.quotation.text).toContain(words);
  expect(evidence?.credit?.speaker).toBe(speaker);
});

test.each([
  { asked: 'which village was damaged by the trial?', words: 'Holmvik' },
  { asked: 'how many vessels did Iceland launch overnight?', words: '12 vessels' },
  { asked: 'how far can the vessels reach?', words: '40 kilometers' },
  { asked: 'what sank the ferry Maren?', words: 'storm sank' },
])('answers “$asked” in the article’s own words', ({ asked, words }) => {
  expect(firstOf(answerTo(asked))?.quotation.text).toContain(words);
});

test.each([
  { asked: 'what did Vestrheim say about Seaglint sonar?', why: 'speaker-silent-on-topic' },
  { asked: 'what did Halldal say about the blockade?', why: 'speaker-silent-on-topic' },
  { asked: 'what did Macron say about cod?', why: 'unknown-speaker' },
  { asked: 'Macron on cod', why: 'unknown-speaker' },
  { asked: 'what did Norway say since 2025?', why: 'outside-dates' },
  { asked: 'what did Norway say about nets in the Evening Herald?', why: 'unknown-publisher' },
  { asked: 'who said “a perfect storm”?', why: 'phrase-not-found' },
  { asked: 'who won the marathon?', why: 'unknown-words' },
])('says why nothing answers “$asked”', ({ asked, why }) => {
  const answer = answerTo(asked);
  expect(answer.kind === 'nothing-found' ? answer.silence.why : answer.kind).toBe(why);
});

test('quotes nobody but the speaker asked for, and offers the rest as nearby', () => {
  const answer = quoted(answerTo('what did Halldal say about nets?', { limit: 20 }));
  expect(answer.quotations.map(({ credit }) => credit?.speaker)).toEqual(
    answer.quotations.map(() => 'Icelandic Prime Minister Runa Halldal'),
  );
  expect(answer.nearby.some(({ credit }) => credit?.speaker === 'Norway')).toBe(true);
});

test('finds what members say for the country, each under its own name', () => {
  const answer = quoted(answerTo('what did Norway say about the strait?'));
  expect(answer.quotations.map(({ credit }) => credit?.speaker)).toEqual(
    expect.arrayContaining(['The Norwegian prime minister, Arne Vestrheim', 'Norwegian officials']),
  );
});

test('folds a reprint into its origin, the earliest', () => {
  const answer = quoted(answerTo('what did Norway say about cut nets off Brannholm?'));
  const [first] = answer.quotations;
  expect(first?.quotation.article.id).toBe('nets');
  expect(first?.copies.map(({ article }) => article.id)).toEqual(['reprint']);
});

test('carries the caveat beside a statement', () => {
  const evidence = firstOf(answerTo('what did Halldal deny?'));
  const words = [
    evidence?.quotation.text,
    ...(evidence?.caveats ?? []).map(({ text }) => text),
  ].join(' ');
  expect(words).toContain('could not be independently verified');
});

test('honours outlet, speaker, dates, limit, offset and order', () => {
  const options = { limit: 1, order: 'newest' } as const;
  const newest = quoted(answerTo('what did Iceland say?', options));
  expect(newest.quotations[0]?.quotation.article.id).toBe('vessels');
  expect(newest.total).toBeGreaterThan(1);
  const second = quoted(answerTo('what did Iceland say?', { ...options, offset: 1 }));
  expect(second.quotations[0]?.id).not.toBe(newest.quotations[0]?.id);
  const inPost = quoted(answerTo('what did Norway say about nets?', { publisher: 'Fjord Post' }));
  expect(inPost.quotations.map(({ quotation }) => quotation.article.id)).toEqual(['reprint']);
  const early = quoted(answerTo('what has been said about nets?', { to: '2024-04-01' }));
  expect(early.quotations.every(({ quotation }) => quotation.article.id !== 'vessels')).toBe(true);
  const only = quoted(
    answerTo('what has been said about nets?', {
      speaker: 'Icelandic Prime Minister Runa Halldal',
    }),
  );
  expect(only.quotations.every(({ credit }) => credit?.speaker?.includes('Halldal'))).toBe(true);
});

test.each([
  'what did Norway say?',
  'what did Iceland say?',
  'what has been said about nets?',
  'who spoke of boats?',
])('“%s”, put to one of those quoted alone, brings that speaker and no other', (asked) => {
  const names = quoted(answerTo(asked, { limit: 20 })).quotations.flatMap(
    ({ credit }) => credit?.speaker ?? [],
  );
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    const alone = quoted(answerTo(asked, { only: name, limit: 20 }));
    expect(new Set(alone.quotations.map(({ credit }) => credit?.speaker))).toEqual(new Set([name]));
  }
});

test.each(['hello', 'thanks', 'help', '', 'qwertyuiop', '?', 'what is the'])(
  'takes “%s” for no question',
  (said) => {
    expect(answerTo(said).kind).toBe('no-question');
  },
);

test('works as well on two articles', () => {
  const answer = ask(twoArticles(), 'what did Vestrheim say about the strait?', {
    asOf: '2024-06-20',
    previous: [],
  });
  expect(firstOf(answer)?.quotation.text).toContain('reopen the strait');
});

test('says that an empty corpus holds nothing', () => {
  const answer = ask(buildIndex([]), 'what did Norway say about nets?', {
    asOf: '2024-06-20',
    previous: [],
  });
  expect(answer).toMatchObject({ kind: 'nothing-found', silence: { why: 'empty-corpus' } });
});

test('answers any words with verbatim quotations or none, never with an exception', () => {
  const word = fc.constantFrom(
    'Norway',
    'said',
    'nets',
    'what',
    'did',
    'since March',
    '“',
    'and',
    'who else',
    'Halldal',
    '\ud800',
    '?',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 3 }), (asked, previous) => {
      const answer = answerTo(asked, { previous });
      const shown = answer.kind === 'no-question' ? [] : answer.nearby;
      const all = answer.kind === 'quoted' ? [...answer.quotations, ...shown] : shown;
      for (const { quotation } of all) {
        const { article, span, text } = quotation;
        expect(article.body.slice(span.start, span.end)).toBe(text);
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('answers 100 kB of text', () => {
  expect(answerTo('what did Norway say about nets? '.repeat(3_200)).kind).toBeDefined();
});

test('gives both sides room in turn where both are asked for', () => {
  const answer = quoted(answerTo('what did Norway and Iceland say about nets?', { limit: 2 }));
  expect(answer.quotations.map(({ credit }) => credit?.speaker)).toEqual([
    'Norway',
    'Icelandic Prime Minister Runa Halldal',
  ]);
});

test('lets speakers take turns where anybody may speak', () => {
  const answer = quoted(answerTo('what has been said about nets?', { limit: 2 }));
  const [first, second] = answer.quotations.map(({ credit }) => credit?.speaker);
  expect(first).not.toBe(second);
});

test('quotes the sentence in which a literal phrase stands', () => {
  const answer = quoted(answerTo('what is said about the raid and “a series of quarrels”?'));
  expect(answer.quotations).toHaveLength(1);
  expect(answer.quotations[0]?.quotation.text).toContain('a series of quarrels');
});

test('quotes a silence that an article reports before what else was said', () => {
  const answer = quoted(answerTo('has Norway commented on the tests?'));
  expect(answer.quotations[0]?.quotation.text).toContain('has not commented');
});

test('does not let the name alone answer for its topic', () => {
  for (const asked of [
    'quotes from Lindqvar about the blockade',
    'Halldal blockade',
    'What does Oslo think of sonar?',
  ]) {
    const answer = answerTo(asked);
    const texts =
      answer.kind === 'quoted' ? answer.quotations.map(({ quotation }) => quotation.text) : [];
    expect(
      texts.every((text) => /blockade|sonar/.test(text)),
      asked,
    ).toBe(true);
  }
});

test('quotes the act asked about before words that hold as much of the topic', () => {
  expect(
    firstOf(answerTo('What did Iceland deny about the cod accusation?'))?.quotation.text,
  ).toContain('denied');
});

test('quotes part of an answer by the very one asked for before all of one by its side', () => {
  const { quotations } = quoted(
    answerTo('what did Norwegian officials say about a raid on the strait?'),
  );
  expect(quotations[0]?.credit?.speaker).toBe('Norwegian officials');
});

test('answers no question that rests on a word of which no article speaks', () => {
  expect(answerTo('How many volcano boats did the harbour lose?').kind).toBe('nothing-found');
});

test('shows as possibly at most what is no such act as was asked about', () => {
  expect(quoted(answerTo('What has Halldal denied?')).tentative).toBe(false);
  expect(quoted(answerTo('What has Lindqvar threatened?')).tentative).toBe(true);
});

test('takes no likeness of meaning for a name', () => {
  expect(answerTo('What did Lindqvar say about Grimsvik?').kind).toBe('nothing-found');
});

test('shows what bears on a part of the topic as possibly at most', () => {
  const answer = answerTo('what did Vestrheim say about boats and the strait?');
  expect(answer).toMatchObject({ kind: 'quoted', tentative: true });
});

test.each(['what has Norway said?', 'what is Norway worried about?'])(
  'without a topic, what was said comes before a silence: %s',
  (asked) => {
    const words = quoted(answerTo(asked)).quotations.map(({ quotation }) => quotation.text);
    expect(words.at(-1)).toContain('has not commented');
    expect(words.length).toBeGreaterThan(1);
  },
);
