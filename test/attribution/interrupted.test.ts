import { expect, test } from 'vitest';
import type { AttributionSpans } from '../../src/attribution/attribution.ts';
import { pastInterruptions } from '../../src/attribution/frames/interrupted.ts';
import { type Span, slice } from '../../src/text/span.ts';

const at = (text: string, words: string): Span => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

function sourceOf(text: string, source: string, cue: string): string {
  const found: AttributionSpans = { source: [at(text, source)], cue: [at(text, cue)], content: [] };
  const [one] = pastInterruptions(text, [{ start: 0, end: text.length }], [found]);
  return one?.source.map((span) => slice(text, span)).join('|') ?? '';
}

test.each([
  {
    text: 'Officials in Arnholt, where a blast last week damaged a depot, have ordered people out.',
    source: 'a depot',
    cue: 'have ordered',
    is: 'Officials in Arnholt',
  },
  {
    text: 'But the ministry, which lost a ship, has denied the report.',
    source: 'a ship',
    cue: 'has denied',
    is: 'the ministry',
  },
  {
    text: 'Officials in Arnholt, where residents say the water is foul, have ordered a test.',
    source: 'residents',
    cue: 'say',
    is: 'residents',
  },
  {
    text: 'Ada Quill, who leads the port, said it would open.',
    source: 'Ada Quill, who leads the port',
    cue: 'said',
    is: 'Ada Quill, who leads the port',
  },
])('the subject speaks past what interrupts it: $text', ({ text, source, cue, is }) => {
  expect(sourceOf(text, source, cue)).toBe(is);
});
