import type { JsonObject } from '../../json.ts';

/** What a person chose or typed. */
export type Choice = string | readonly string[] | null;

/** The message, modal or Home tab that blocks stand on. */
export interface Surface {
  readonly kind: 'message' | 'modal' | 'home';
  /** A button or the like was used; settles when the app has taken notice. */
  readonly use: (actionId: string, blockId: string, choice: Choice) => Promise<void>;
  /** Keeps what an input holds until the form is sent. */
  readonly keep: (actionId: string, blockId: string, choice: Choice) => void;
  /** What was kept, undefined when nothing was: blocks are drawn anew on every change. */
  readonly kept: (actionId: string, blockId: string) => Choice | undefined;
  readonly suggest: (actionId: string, typed: string) => Promise<readonly JsonObject[]>;
  /** What is wrong with a field, by block. */
  readonly errors: Readonly<Record<string, string>>;
  readonly names: Names;
}

/** Names for ids, and the lists that menus of people and channels offer. */
export interface Names {
  readonly user: (id: string) => string;
  readonly channel: (id: string) => string;
  readonly users: readonly NamedId[];
  readonly channels: readonly NamedId[];
}

interface NamedId {
  readonly id: string;
  readonly name: string;
}
