import type { LoadProblem } from './article.ts';

/** A problem whose file the caller knows. */
export type Fault = Omit<LoadProblem, 'path'>;

/** A part of the corpus as read: what it holds and what was wrong with it. */
export interface Read<T> {
  /** Null where nothing could be kept. */
  readonly value: T | null;
  readonly faults: readonly Fault[];
}
