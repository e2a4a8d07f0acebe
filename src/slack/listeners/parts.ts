import type { Archive } from '../../answer/archive.ts';
import type { Logger } from '../../log.ts';
import type { Answering } from '../answering.ts';
import type { Post } from '../deliver.ts';
import type { Desk } from '../desk.ts';
import type { Memory } from '../state/memory.ts';
import type { Workspace } from '../workspace.ts';

/** What every listener is given. */
export interface Parts {
  readonly archive: Archive;
  readonly answering: Answering;
  readonly desk: Desk;
  readonly memory: Memory;
  readonly logger: Logger;
  readonly post: Omit<Post, 'client'>;
  readonly now: () => number;
  /** The slash command, with its slash. */
  readonly command: string;
  /** The app was removed from a workspace. */
  readonly leave: (workspace: Workspace) => Promise<void>;
  /** Whether people of other organisations, in shared channels, are answered. */
  readonly answerExternal: boolean;
}
