/** What a form or a button has added to a question. */
export interface Filters {
  readonly speaker?: string;
  /** One speaker by the very name that an answer gave. */
  readonly only?: string;
  readonly publisher?: string;
  /** ISO dates, inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly order?: 'best' | 'newest';
}

/** Where an answer is read: by everybody in a thread, by the asker alone, or in a modal. */
export type Surface = 'thread' | 'private' | 'modal';

/** A question as it was asked, kept so that its buttons work for everybody and after a restart. */
export interface Asked {
  readonly text: string;
  /** The thread before it, oldest first. */
  readonly previous: readonly string[];
  readonly filters: Filters;
  /** ISO date of the day it was asked. */
  readonly asOf: string;
  /** User id. */
  readonly asker: string;
}

/** One message of an answer: buttons refer to it by id, so that nothing hangs on positions. */
export interface Page {
  readonly id: string;
  readonly asked: Asked;
  /** Ids of the evidence on the pages before this one. */
  readonly before: readonly string[];
  /** Ids of the evidence on this page, in order. */
  readonly shown: readonly string[];
}
