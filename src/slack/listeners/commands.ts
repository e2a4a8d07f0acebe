import type { App } from '@slack/bolt';
import { SHARED } from '../../render/surface-wording.ts';
import { questionText } from '../question-text.ts';
import { conversationOf, workspaceOf } from '../workspace.ts';
import type { Parts } from './parts.ts';

/** A command goes on from the same person's last one in the same channel for this long. */
const COMMAND_FOLLOW_UP = 15 * 60_000;

/** `/quoth …`: acknowledged at once, answered to the asker alone, through the address that came with it. */
export function listenToCommands(app: App, parts: Parts): void {
  app.command(parts.command, async ({ command, ack, context }) => {
    await ack();
    const workspace = workspaceOf(context);
    const { channel_id: channel, user_id: user, trigger_id, response_url: url } = command;
    // The words too: nothing but another delivery of one command repeats both.
    const once = `${trigger_id}:${command.text ?? ''}`;
    const shared = parts.memory.settings(user).commands === 'shared';
    await parts.desk.receive({
      enquiry: {
        key: ['command', workspace.enterprise ?? workspace.team, channel, user, once].join(':'),
        text: questionText(command.text ?? '', context.botUserId),
        asker: user,
        conversation: conversationOf(workspace, channel, `command:${once}`),
        before: {
          conversation: conversationOf(workspace, channel, `commands:${user}`),
          within: COMMAND_FOLLOW_UP,
        },
        ...(shared ? { intro: SHARED(questionText(command.text ?? '')) } : {}),
        surface: shared ? 'thread' : 'private',
      },
      place: { kind: 'response', url, channel, user, ...(shared ? { shared } : {}) },
      workspace,
    });
  });
}
