import type { App } from '@slack/bolt';
import { workspaceOf } from '../workspace.ts';
import type { Parts } from './parts.ts';

/** The app is removed, or its token revoked: in any order, perhaps both, with no token left to call with. */
export function listenToLeaving(app: App, parts: Parts): void {
  app.event('app_uninstalled', async ({ context }) => {
    await parts.leave(workspaceOf(context));
  });
  app.event('tokens_revoked', async ({ event, context }) => {
    // A person who takes back their own consent leaves the bot where it is.
    if ((event.tokens.bot ?? []).length > 0) await parts.leave(workspaceOf(context));
  });
}
