import type { App, GlobalShortcut, MessageShortcut } from '@slack/bolt';
import { ASKED, FORM_TOO_LATE } from '../../render/surface-wording.ts';
import { noteMessage } from '../blocks/message.ts';
import { searchForm } from '../blocks/views.ts';
import { deliver } from '../deliver.ts';
import { clipped } from '../escape.ts';
import { questionText } from '../question-text.ts';
import { quotedIn, type Wish } from '../request-words.ts';
import { conversationOf, workspaceOf } from '../workspace.ts';
import type { Parts } from './parts.ts';

/** Callback ids, as the manifest names them. */
export const SHORTCUTS = {
  find: 'find_quotations',
  check: 'check_quotation',
  search: 'search_quotations',
} as const;

/** "Find quotations" and "Check this quotation" on any message; "Search quotations" from anywhere. */
export function listenToShortcuts(app: App, parts: Parts): void {
  const onMessage = (callback: string, wishFor: (text: string) => Wish) => {
    app.shortcut<MessageShortcut>(
      { callback_id: callback, type: 'message_action' },
      async ({ ack, shortcut, context }) => {
        await ack();
        const text = questionText(shortcut.message.text ?? '', context.botUserId);
        await receive(parts, { shortcut, text, wish: wishFor(text), context });
      },
    );
  };
  onMessage(SHORTCUTS.find, (text) => ({ kind: 'ask', question: text }));
  onMessage(SHORTCUTS.check, (text) => ({ kind: 'check', quotation: quotedIn(text) }));
  app.shortcut<GlobalShortcut>(
    { callback_id: SHORTCUTS.search, type: 'shortcut' },
    async ({ ack, shortcut, client }) => {
      await ack();
      const view = searchForm('', parts.archive.overview());
      try {
        await client.views.open({ trigger_id: shortcut.trigger_id, view });
      } catch (error) {
        parts.logger.warn('the search form did not open', { error });
        const user = shortcut.user.id;
        const place = { kind: 'thread', channel: user, user } as const;
        await deliver(noteMessage(FORM_TOO_LATE), place, { ...parts.post, client });
      }
    },
  );
}

interface OnMessage {
  readonly shortcut: MessageShortcut;
  readonly text: string;
  readonly wish: Wish;
  readonly context: Parameters<typeof workspaceOf>[0];
}

/** Answered to the one who used the shortcut, beside the message. */
async function receive(parts: Parts, { shortcut, text, wish, context }: OnMessage): Promise<void> {
  const { channel, user, message_ts, response_url: url, action_ts, callback_id } = shortcut;
  const workspace = workspaceOf(context);
  const thread: unknown = shortcut.message.thread_ts;
  await parts.desk.receive({
    enquiry: {
      key: ['shortcut', callback_id, channel.id, message_ts, user.id, action_ts].join(':'),
      text,
      asker: user.id,
      conversation: conversationOf(workspace, channel.id, `shortcut:${message_ts}:${user.id}`),
      surface: 'private',
      wish,
      intro: ASKED(clipped(text, 200)),
    },
    place: {
      kind: 'response',
      url,
      channel: channel.id,
      user: user.id,
      ...(typeof thread === 'string' ? { threadTs: thread } : {}),
    },
    workspace,
  });
}
