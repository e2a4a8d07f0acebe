import type { Logger } from '../../src/log.ts';

const silence = () => undefined;

/** For tests that do not read the log. */
export const silentLogger: Logger = {
  debug: silence,
  info: silence,
  warn: silence,
  error: silence,
};
