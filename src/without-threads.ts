/**
 * Where TypeScript is transformed as it is loaded, worker threads do not get that far: what they would have done is done
 * in this thread.
 */
export const isWithoutThreads = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_UNKNOWN_FILE_EXTENSION';
