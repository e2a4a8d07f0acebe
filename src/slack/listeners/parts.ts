import type { Archive } from '../../answer/archive.ts';
import type { Logger } from '../../log.ts';
import type { Answering } from '../answering.ts';
import type { Post } from '../deliver.ts';
import type { Desk, Workspace } from '../desk.ts';
import type { Memory } from '../state/memory.ts';

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

interface AuthorizedContext {
  readonly teamId?: string;
  readonly enterpriseId?: string;
  readonly isEnterpriseInstall: boolean;
}

export const workspaceOf = (context: AuthorizedContext): Workspace => ({
  team: context.teamId,
  enterprise: context.enterpriseId,
  isEnterpriseInstall: context.isEnterpriseInstall,
});

/** Names a message that is answered: once, however often and in whatever events Slack tells of it. */
export const messageKey = (workspace: Workspace, channel: string, ts: string): string =>
  ['message', workspace.enterprise ?? workspace.team, channel, ts].join(':');

/** A thread, by the workspace it is in. */
export const conversationOf = (workspace: Workspace, channel: string, thread: string): string =>
  [workspace.enterprise ?? workspace.team ?? '', channel, thread].join(':');
