import type { Logger } from './log.ts';
import type { OpenCorpus } from './open-corpus.ts';
import { today } from './today.ts';

/** Looking costs a few milliseconds for thousands of files, and nobody waits for an article this long. */
const LOOK_EVERY = 30_000;

/**
 * Looks every so often whether the corpus has changed, and takes up what has; until `stop`. Where that fails, the old
 * goes on being served, and the corpus is looked at again after its next change.
 */
export function followCorpus(
  corpus: OpenCorpus,
  logger: Logger,
  every = LOOK_EVERY,
): { stop(): void } {
  let timer: NodeJS.Timeout;
  let stopped = false;
  const look = async () => {
    try {
      if (await corpus.refresh(today())) {
        logger.info('the corpus has changed', { articles: corpus.archive.overview().articles });
      }
    } catch (error) {
      logger.error('the corpus has changed and cannot be read: the old one is served', { error });
    }
    wait();
  };
  const wait = () => {
    if (stopped) return;
    timer = setTimeout(look, every).unref();
  };
  wait();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
