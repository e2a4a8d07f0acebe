import type { webApi } from '@slack/bolt';
import type { Question } from '../incoming.ts';
import { questionText } from '../question-text.ts';
import { slackError } from '../slack-calls.ts';
import type { Memory } from '../state/memory.ts';
import type { Parts } from './parts.ts';

export interface Overheard {
  readonly question: Question;
  readonly conversation: string;
  /** Whether the thread began with a question that the bot answered. */
  readonly begunWithBot: boolean;
  /** Who wrote the message that the thread hangs on. */
  readonly parent: string | undefined;
}

/**
 * Whether words in a thread, without a mention, are meant for the bot: only while asker and bot are alone in it, from
 * its first message on, and nobody else is addressed. Slack delivers such words only where the scopes to read channels
 * were granted.
 */
export function isMeantForBot(memory: Memory, overheard: Overheard): boolean {
  const { question, conversation, begunWithBot, parent } = overheard;
  if (!begunWithBot || parent !== question.user) {
    if (begunWithBot) memory.crowd(conversation);
    return false;
  }
  return !memory.isCrowded(conversation) && !/<@[UW]/.test(question.text);
}

/** What can only be understood from the talk before it. */
const LEANS =
  /^(?:|(?:and|but|so|what about|how about|why|when|where|who|since|until|in|by)\b.{0,40}|.{0,30}\b(?:this|that|it|they|he|she|them)\b.{0,30})$/i;

const RECENT = 30;
/** Milliseconds: the answer does not wait longer for what came before. */
const PATIENCE = 1500;

const nothingAfter = (milliseconds: number): Promise<webApi.ConversationsRepliesResponse> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds, { ok: false }).unref());

/**
 * The words of people in a thread before a first mention in its middle, oldest first. Empty where the bot may not read
 * the thread: the scopes for that are optional.
 */
export async function talkBefore(
  { logger }: Parts,
  client: webApi.WebClient,
  { channel, threadTs, ts, text }: Question,
  botUserId: string | undefined,
): Promise<readonly string[]> {
  if (!LEANS.test(questionText(text, botUserId))) return [];
  try {
    const replies = client.conversations.replies({
      channel,
      ts: threadTs,
      limit: RECENT,
      latest: ts,
    });
    const { messages = [] } = await Promise.race([replies, nothingAfter(PATIENCE)]);
    const earlier = messages.filter((one) => !one.bot_id && Number(one.ts) < Number(ts));
    return earlier.map((one) => questionText(one.text ?? '', botUserId)).filter(Boolean);
  } catch (error) {
    logger.debug('the thread before a mention cannot be read', { error: slackError(error) });
    return [];
  }
}
