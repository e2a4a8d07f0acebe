import type { webApi } from '@slack/bolt';
import { BUTTONS, EDITED } from '../../render/surface-wording.ts';
import { ACTIONS, toValue } from '../blocks/action-values.ts';
import { button, note, row } from '../blocks/elements.ts';
import { clipped } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import { questionText } from '../question-text.ts';
import type { Workspace } from '../workspace.ts';
import { messageKey } from '../workspace.ts';
import type { Parts } from './parts.ts';

/** A message that its writer has changed. */
export interface Edit {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string;
  readonly user: string;
  /** Which edit of the message this is. */
  readonly version: string;
  readonly before: string;
  readonly after: string;
}

interface ChangedEvent {
  readonly subtype?: string;
  readonly channel?: string;
  readonly message?: {
    readonly user?: string;
    readonly bot_id?: string;
    readonly ts?: string;
    readonly thread_ts?: string;
    readonly text?: string;
    readonly edited?: { readonly ts?: string };
  };
  readonly previous_message?: { readonly text?: string };
}

/** The edit that a `message_changed` event tells of; null where nobody changed words (an unfurl, the bot's own update). */
export function editOf(event: ChangedEvent): Edit | null {
  const { channel, message, previous_message: previous } = event;
  if (event.subtype !== 'message_changed' || !channel || !message || message.bot_id) return null;
  const { user, ts, edited, text = '', thread_ts } = message;
  const before = previous?.text ?? '';
  if (!user || !ts || !edited?.ts || before === text) return null;
  const version = edited.ts;
  return { channel, ts, user, version, before, after: text, threadTs: thread_ts ?? ts };
}

interface Around {
  readonly workspace: Workspace;
  readonly client: webApi.WebClient;
  readonly botUserId: string | undefined;
}

/** Offers to answer a question anew that was answered before it was changed: never a second reply unasked. */
export async function offerAgain(parts: Parts, edit: Edit, around: Around): Promise<void> {
  const { workspace, client, botUserId } = around;
  const question = questionText(edit.after, botUserId);
  if (question === '' || question === questionText(edit.before, botUserId)) return;
  if (!parts.desk.knows(messageKey(workspace, edit.channel, edit.ts))) return;
  if (!parts.memory.firstSight(`edit:${edit.channel}:${edit.ts}:${edit.version}`)) return;
  const value = toValue({ question: clipped(question, LIMITS.askedAgain), thread: edit.threadTs });
  const { channel, user, threadTs } = edit;
  try {
    await client.chat.postEphemeral({
      channel,
      user,
      thread_ts: threadTs,
      text: EDITED,
      blocks: [...note(EDITED), ...row([button(ACTIONS.askAgain, BUTTONS.askAgain, value)])],
    });
  } catch (error) {
    parts.logger.warn('nobody could be offered to ask again', { error });
  }
}
