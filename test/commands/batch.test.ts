import { expect, test } from 'vitest';
import { parseBatch } from '../../src/commands/batch.ts';

test('reads records and plain lines, in order', () => {
  const text =
    '\ufeff{"id":7,"question":"who?","asOf":"2026-01-02","previous":["a"]}\r\n\r\nKremlin Crimea\n';
  expect(parseBatch(text, 'q.jsonl')).toEqual([
    { id: '7', question: 'who?', asOf: '2026-01-02', previous: ['a'] },
    { question: 'Kremlin Crimea' },
  ]);
});

test.each([
  { fault: 'no question', line: '{"id":"a"}', says: /q\.jsonl:2: question/ },
  { fault: 'no date', line: '{"question":"a","asOf":"yesterday"}', says: /q\.jsonl:2: asOf/ },
  { fault: 'no JSON', line: '{"question":', says: /q\.jsonl:2: not valid JSON/ },
])('names the line and the field: $fault', ({ line, says }) => {
  expect(() => parseBatch(`fine\n${line}`, 'q.jsonl')).toThrow(says);
});
