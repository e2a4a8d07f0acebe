import { App, LogLevel } from '@slack/bolt';
import type { Workspace } from '../../src/workspace/start-workspace.ts';

/** A Bolt app on the workspace over Socket Mode; its listeners are the test's to add. */
export function boltApp(workspace: Workspace): App {
  const slackApiUrl = workspace.apiUrl;
  const retryConfig = { retries: 1, minTimeout: 10 };
  return new App({
    token: workspace.botToken,
    appToken: workspace.appToken,
    socketMode: true,
    deferInitialization: true,
    extendedErrorHandler: true,
    convoStore: false,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl, retryConfig },
    installerOptions: { clientOptions: { slackApiUrl, retryConfig } },
  });
}
