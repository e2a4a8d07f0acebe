import type { App } from '@slack/bolt';
import { ASKED, SHARED } from '../../render/surface-wording.ts';
import { clipped } from '../escape.ts';
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
    const text = questionText(command.text ?? '', context.botUserId);
    // The words too: nothing but another delivery of one command repeats both.
    const once = `${trigger_id}:${command.text ?? ''}`;
    const shared = parts.memory.settings(user).commands === 'shared';
    await parts.desk.receive({
      enquiry: {
        key: ['command', workspace.enterprise ?? workspace.team, channel, user, once].join(':'),
        text,
        asker: user,
        conversation: conversationOf(workspace, channel, `command:${once}`),
        before: {
          conversation: conversationOf(workspace, channel, `commands:${user}`),
          within: COMMAND_FOLLOW_UP,
        },
        // Slack does not show the command that was typed.
        intro: (shared ? SHARED : ASKED)(clipped(text, 200)),
        surface: shared ? 'thread' : 'private',
      },
      place: { kind: 'response', url, channel, user, ...(shared ? { shared } : {}) },
      workspace,
    });
  });
}
