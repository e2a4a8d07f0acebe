import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askWorker } from '../src/ask-worker.ts';

const CODE = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (wish) => {
    if (wish === 'fail') throw new Error('as wished');
    if (wish === 'end') process.exit(3);
    parentPort.postMessage(wish + 1);
  });
`;

let worker: Worker;
beforeEach(() => {
  worker = new Worker(CODE, { eval: true });
});
afterEach(() => worker.terminate());

test('a worker answers again and again, at once or after a while', async () => {
  for (const number of [1, 2, 3, 4, 5, 6]) {
    expect(await askWorker(worker, number)).toBe(number + 1);
    await setTimeout(number % 3);
  }
});

test.each([
  { wish: 'fail', says: /as wished/ },
  { wish: 'end', says: /ended with code 3/ },
])('a worker told to $wish is no answer', async ({ wish, says }) => {
  await expect(askWorker(worker, wish)).rejects.toThrow(says);
});
