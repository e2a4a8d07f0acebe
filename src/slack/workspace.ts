/** Whose workspace a request comes from: what is needed to find its token again after a restart. */
export interface Workspace {
  readonly team: string | undefined;
  readonly enterprise: string | undefined;
  readonly isEnterpriseInstall: boolean;
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
