/** Ordered from chatty to grave. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

type Fields = Readonly<Record<string, unknown>>;

/** One JSON object a line. Never a token; a question's words at debug only. */
export type Logger = Readonly<Record<LogLevel, (message: string, fields?: Fields) => void>>;

/** Writes lines of `level` and graver to `write`; `now` gives milliseconds since the epoch. */
export function jsonLogger(
  level: LogLevel,
  write: (line: string) => void,
  now: () => number,
): Logger {
  const threshold = LOG_LEVELS.indexOf(level);
  const at =
    (own: LogLevel) =>
    (message: string, fields: Fields = {}) => {
      if (LOG_LEVELS.indexOf(own) < threshold) return;
      const time = new Date(now()).toISOString();
      write(`${JSON.stringify({ time, level: own, message, ...plain(fields) })}\n`);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** Errors have no enumerable fields: JSON would show them as {}. */
function plain(fields: Fields): Fields {
  const entries = Object.entries(fields).map(([key, value]) => [key, described(value)]);
  return Object.fromEntries(entries);
}

const described = (value: unknown): unknown =>
  value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value;
