import { expect, test } from 'vitest';
import { caveatsOf } from '../../src/attribution/caveats.ts';
import { sentences } from '../../src/text/sentences.ts';
import { type Span, slice } from '../../src/text/span.ts';

/** The caveats on what `said` says in `body`, as words. Paragraphs are lines. */
function caveats(body: string, said: string): string[] {
  const paragraphs: Span[][] = [];
  for (const { index, 0: line } of body.matchAll(/[^\n]+/g)) {
    paragraphs.push(sentences(body, { start: index, end: index + line.length }));
  }
  const start = body.indexOf(said);
  const statement = { source: [], cue: [], content: [{ start, end: start + said.length }] };
  return caveatsOf(body, paragraphs, statement).map((span) => slice(body, span));
}

test.each([
  {
    claim: 'a sentence after it that nobody could verify it',
    body: 'The army said it had taken Orlovo. The claim could not be independently verified.',
    said: 'it had taken Orlovo',
    expected: ['The claim could not be independently verified.'],
  },
  {
    claim: 'a clause of its own sentence',
    body: 'The army said, without providing evidence, that it had taken Orlovo.',
    said: 'that it had taken Orlovo',
    expected: ['without providing evidence'],
  },
  {
    claim: 'a sentence before it about all reports',
    body: 'None of the reports could be checked; they were unverified. The army said it had taken Orlovo.',
    said: 'it had taken Orlovo',
    expected: ['None of the reports could be checked; they were unverified.'],
  },
  {
    claim: 'that the speaker gave no details, only after it',
    body: 'The mayor gave no details. The army said it had taken Orlovo. It did not say when.',
    said: 'it had taken Orlovo',
    expected: ['It did not say when.'],
  },
  {
    claim: 'the beginning of the next paragraph',
    body: 'The army said it had taken Orlovo.\nVelden News was unable to confirm the report. It rained.',
    said: 'it had taken Orlovo',
    expected: ['Velden News was unable to confirm the report.'],
  },
  {
    claim: 'nothing where the doubt is what is said',
    body: 'The army said the report was unverified. It rained.',
    said: 'the report was unverified',
    expected: [],
  },
  {
    claim: 'nothing three sentences away',
    body: 'The army said it had taken Orlovo. It rained. It snowed. The claim could not be verified.',
    said: 'it had taken Orlovo',
    expected: [],
  },
])('finds $claim', ({ body, said, expected }) => {
  expect(caveats(body, said)).toEqual(expected);
});
