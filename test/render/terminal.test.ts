import { expect, test } from 'vitest';
import { harmless, wrap } from '../../src/render/terminal.ts';

test('lines that an article wraps by hand stay behind the indent, whatever their ends', () => {
  const body = 'The harbour of\r\nPort Ellery closed\ron Monday.';
  expect(wrap(harmless(body), Number.POSITIVE_INFINITY, '| ')).toBe(
    '| The harbour of\n| Port Ellery closed\n| on Monday.',
  );
  expect(wrap(harmless(body), 80, '| ')).toBe('| The harbour of Port Ellery closed on Monday.');
});

test('what would act on the terminal is shown instead', () => {
  expect(harmless('a\u001b[31mb\u0007')).toBe('a\ufffd[31mb\ufffd');
});
