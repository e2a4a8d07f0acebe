import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourPaint, plainPaint, wrap } from '../../src/render/terminal.ts';
import { answerText } from '../../src/render/text.ts';
import { articleOf, credit, evidenceOf, question, quotedOf } from '../support/evidence.ts';

const plain = { paint: plainPaint, columns: Number.POSITIVE_INFINITY };
const body = 'Ada Quill said the harbour would reopen on Monday.';

test('shows who, how, the words and the place', () => {
  const answer = quotedOf([
    evidenceOf(articleOf(body, { url: 'https://example.org/a' }), { section: 'Port' }),
  ]);
  expect(answerText(answer, plain)).toMatchInlineSnapshot(`
    "1 quotation from 1 article, dated 7 Mar 2026

     1. Mayor Ada Quill · reported · “said”
        │ Ada Quill said the harbour would reopen on Monday.
        “Harbour reopens”, The Daily Example, 7 Mar 2026 · Port · ¶1
        https://example.org/a"
  `);
});

test('says so where the first quotation is uncertain, and counts those not shown', () => {
  const answer = quotedOf([evidenceOf(articleOf(body))], { tentative: true, total: 7 });
  expect(answerText(answer, plain)).toContain('Possibly: 1 of 7 quotations');
});

test('takes thanks without another word', () => {
  const thanked = {
    kind: 'no-question' as const,
    why: 'thanks' as const,
    question,
    understood: null,
    searched: { articles: 1 },
  };
  expect(answerText(thanked, { ...plain, examples: () => ['Ada Quill on ferries'] })).toBe(
    'You are welcome.',
  );
});

test('says how a follow-up was understood', () => {
  const answer = quotedOf([], { understood: 'What did Quill say about the pier?' });
  expect(answerText(answer, plain)).toMatch(
    /^Understood as: What did Quill say about the pier\?\n/,
  );
});

test.each([
  {
    who: 'two candidates',
    over: { speaker: null, candidates: ['Ada Quill', 'Bo Quill'] },
    says: 'Unclear: Ada Quill or Bo Quill',
  },
  {
    who: 'an unresolved pronoun',
    over: { speaker: null, mention: 'she' },
    says: '“she” (not identified)',
  },
  { who: 'no source at all', over: { speaker: null, mention: '' }, says: 'Speaker not stated' },
])('never guesses a speaker: $who', ({ over, says }) => {
  const evidence = evidenceOf(articleOf(body), { credit: { ...credit, ...over } });
  expect(answerText(quotedOf([evidence]), plain)).toContain(says);
});

test('labels the nearest passages as no answer', () => {
  const text = answerText(
    {
      kind: 'nothing-found',
      question,
      understood: null,
      searched: { articles: 12, from: '2025-01-05', to: '2026-03-07' },
      confidence: 0.1,
      silence: {
        why: 'speaker-silent-on-topic',
        speaker: 'Ada Quill',
        topic: 'the ferry',
        articlesMentioningSpeaker: 3,
        statementsBySpeaker: 5,
      },
      nearby: [evidenceOf(articleOf(body))],
    },
    plain,
  );
  expect(text).toContain(
    'I found no statement by Ada Quill about “the ferry” in the 12 articles searched (5 Jan 2025 to 7 Mar 2026). They hold 5 statements by Ada Quill on other matters.',
  );
  expect(text).toContain('Not an answer, but the nearest passages:');
  expect(text).toContain('  • Mayor Ada Quill');
});

test('marks the words of the question without changing a character', () => {
  const article = articleOf(body);
  const matches = [{ start: 19, end: 26 }];
  const text = answerText(quotedOf([evidenceOf(article, { matches })]), {
    paint: colourPaint,
    columns: 60,
  });
  expect(text).toContain('\u001b[4mharbour\u001b[24m');
});

test('an article cannot act on the terminal', () => {
  const article = articleOf('Ada Quill said \u001b[2J\u0007nothing.', {
    headline: 'Red \u001b[31m',
  });
  const text = answerText(quotedOf([evidenceOf(article)]), plain);
  expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
});

test('away from a terminal every quotation stands whole on one line', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z“”’,. ]{1,400}[a-z]$/), (words) => {
      const text = answerText(quotedOf([evidenceOf(articleOf(words))]), plain);
      expect(text.split('\n')).toContain(`    │ ${words}`);
    }),
  );
});

test('wrapping keeps every word, in order, within the columns', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), (words) => {
      const wrapped = wrap(words.join(' '), 40, '  ');
      expect(wrapped.split(/\s+/).filter(Boolean)).toEqual(words);
      expect(Math.max(...wrapped.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
    }),
  );
});
