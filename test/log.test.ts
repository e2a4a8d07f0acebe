import { expect, test } from 'vitest';
import { jsonLogger } from '../src/log.ts';

test('writes one JSON line for what is grave enough, with errors in full', () => {
  const lines: string[] = [];
  const log = jsonLogger(
    'info',
    (line) => lines.push(line),
    () => 0,
  );
  log.debug('asked', { question: 'secret' });
  log.error('failed', { reference: 'k3', error: new Error('lost') });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    time: '1970-01-01T00:00:00.000Z',
    level: 'error',
    message: 'failed',
    reference: 'k3',
    error: { message: 'lost' },
  });
});
