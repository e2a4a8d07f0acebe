import { expect, test } from 'vitest';
import { nearestFirst } from '../../src/answer/nearest.ts';
import type { Hit } from '../../src/retrieval/retrieve.ts';
import { articleOf } from '../support/evidence.ts';

const article = articleOf('The harbour of Veldt will reopen on Monday.');

function hit(speakerMatch: Hit['speakerMatch'], coverage: number): Hit {
  const span = { start: 0, end: article.body.length };
  const passage = {
    article,
    paragraph: { span, number: 1, sentences: [span] },
    attributions: [],
  };
  return {
    passage,
    span,
    attribution: null,
    speakerMatch,
    score: 1,
    coverage,
    weighed: null,
    matches: [],
    terms: [],
  };
}

test('statements on the topic come first, then what names speaker and topic, then other statements', () => {
  const offTopic = hit('same', 0.2);
  const onTopic = hit('member', 0.7);
  const named = hit(null, 1);
  const inPart = hit(null, 0.8);
  expect(nearestFirst([offTopic, inPart, named, onTopic])).toEqual([
    onTopic,
    named,
    offTopic,
    inPart,
  ]);
});

test('what is equally near keeps its order', () => {
  const hits = [hit('same', 0.6), hit('same', 1), hit('member', 0.5)];
  expect(nearestFirst(hits)).toEqual(hits);
});
