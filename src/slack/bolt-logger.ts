import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from '../log.ts';

/**
 * Slack's libraries log through ours. Their debug lines hold whole payloads, so they never get through; their infos
 * are our debug.
 */
export function boltLogger(logger: Logger): BoltLogger {
  const words = (parts: unknown[]): string =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
  return {
    debug: () => undefined,
    info: (...parts) => logger.debug(words(parts)),
    warn: (...parts) => logger.warn(words(parts)),
    error: (...parts) => logger.error(words(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
