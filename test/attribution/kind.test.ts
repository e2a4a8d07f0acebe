import { expect, test } from 'vitest';
import { kindOf, quotedSpans } from '../../src/attribution/kind.ts';
import { type Span, slice } from '../../src/text/span.ts';

const linesOf = (body: string): Span[] =>
  [...body.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));

const quoted = (body: string): string[] =>
  quotedSpans(body, linesOf(body)).map((span) => slice(body, span));

test.each([
  ['“It rained,” she said.', ['“It rained,”']],
  ['"It rained," she said. "It snowed."', ['"It rained,"', '"It snowed."']],
  ["``It rained,'' she said.", ["``It rained,''"]],
  ["''It rained,'' she said.", ["''It rained,''"]],
  ['‘It rained,’ she said.', ['‘It rained,’']],
  ['She said the ’90s weren’t dry and the farmers’ fields were.', []],
  ["The farmers' fields weren't dry.", []],
  ['“He said ‘never’ twice,” she said.', ['“He said ‘never’ twice,”']],
  ['“It rained.\n“It snowed,” she said.', ['“It rained.', '“It snowed,”']],
  ['“It rained, he never closed.\nIt snowed, she said.', []],
])('finds what %j quotes', (body, expected) => {
  expect(quoted(body)).toEqual(expected);
});

test.each([
  ['“It rained,”', 'direct'],
  ['that it “rained”', 'mixed'],
  ['that it rained', 'indirect'],
  ['', 'indirect'],
] as const)('%j is reported as %s', (content, kind) => {
  const body = `She said ${content}.`;
  const span = { start: 9, end: 9 + content.length };
  expect(kindOf(body, [span], quotedSpans(body, linesOf(body)))).toBe(kind);
});
