import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { followCorpus } from '../src/follow-corpus.ts';
import type { Logger } from '../src/log.ts';
import type { OpenCorpus } from '../src/open-corpus.ts';

/** A corpus whose looks come out as told; the last outcome stays. */
function corpusWith(...outcomes: readonly (boolean | Error)[]): OpenCorpus & { looks: number } {
  const corpus = {
    looks: 0,
    problems: [],
    archive: { overview: () => ({ articles: 7 }) } as never,
    close: async () => {},
    refresh: async () => {
      const outcome = outcomes[Math.min(corpus.looks++, outcomes.length - 1)] ?? false;
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
  };
  return corpus;
}

function listening(): Logger & { lines: string[] } {
  const lines: string[] = [];
  const at = (level: string) => (message: string, fields?: object) =>
    void lines.push(`${level}: ${message} ${JSON.stringify(fields)}`);
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

async function looked(corpus: { readonly looks: number }, times: number): Promise<void> {
  while (corpus.looks < times) await setTimeout(1);
  await setTimeout(1);
}

test('says when the corpus has changed, and only then', async () => {
  const [corpus, logger] = [corpusWith(false, true, false), listening()];
  const following = followCorpus(corpus, logger, 1);
  await looked(corpus, 4);
  following.stop();
  expect(logger.lines).toEqual(['info: the corpus has changed {"articles":7}']);
});

test('goes on looking after a change that cannot be read', async () => {
  const [corpus, logger] = [corpusWith(new Error('no article'), true, false), listening()];
  const following = followCorpus(corpus, logger, 1);
  await looked(corpus, 3);
  following.stop();
  expect(logger.lines.map((line) => line.split(' ')[0])).toEqual(['error:', 'info:']);
});

test('looks no more once it is stopped', async () => {
  const [corpus, logger] = [corpusWith(false), listening()];
  const following = followCorpus(corpus, logger, 1);
  await looked(corpus, 1);
  following.stop();
  const { looks } = corpus;
  await setTimeout(20);
  expect(corpus.looks).toBeLessThanOrEqual(looks + 1);
});
