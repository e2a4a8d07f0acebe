/** The parts of an `app_mention` or `message` event that decide what becomes of it. */
export interface MessageEvent {
  readonly type: string;
  readonly subtype?: string;
  readonly hidden?: boolean;
  readonly user?: string;
  readonly bot_id?: string;
  readonly app_id?: string;
  readonly text?: string;
  readonly ts?: string;
  readonly thread_ts?: string;
  readonly channel?: string;
  readonly channel_type?: string;
  readonly parent_user_id?: string;
  readonly edited?: { readonly ts?: string };
}

export interface Surroundings {
  readonly botUserId: string | undefined;
  /** A conversation shared with another organisation. */
  readonly external: boolean;
  readonly answerExternal: boolean;
}

type Verdict =
  | {
      readonly kind: 'question';
      readonly user: string;
      readonly channel: string;
      readonly ts: string;
      readonly threadTs: string;
      readonly inThread: boolean;
      readonly direct: boolean;
      readonly text: string;
    }
  /** A message in a thread of a channel, without a mention: answered under conditions only. */
  | { readonly kind: 'overheard'; readonly question: Extract<Verdict, { kind: 'question' }> }
  /** Addressed to the bot, in a conversation with another organisation, where it is not allowed to answer. */
  | { readonly kind: 'declined'; readonly question: Extract<Verdict, { kind: 'question' }> }
  | { readonly kind: 'ignored'; readonly why: string };

export type Question = Extract<Verdict, { kind: 'question' }>;

/** Any other subtype is a notice, an edit or a bot speaking. */
const SPOKEN = new Set([undefined, 'file_share', 'thread_broadcast']);

const ignored = (why: string): Verdict => ({ kind: 'ignored', why });

/** What is to be done with a message: only people who address the bot are answered, once. */
export function verdict(event: MessageEvent, around: Surroundings): Verdict {
  const refusal = notSpoken(event) ?? notForUs(event, around);
  if (refusal !== null) return ignored(refusal);
  const { user = '', channel = '', ts = '', text = '', thread_ts } = event;
  const question = {
    kind: 'question',
    user,
    channel,
    ts,
    text,
    threadTs: thread_ts ?? ts,
    inThread: thread_ts !== undefined && thread_ts !== ts,
    direct: isDirect(event),
  } as const;
  if (event.type === 'app_mention' || question.direct) {
    return around.external && !around.answerExternal ? { kind: 'declined', question } : question;
  }
  return question.inThread ? { kind: 'overheard', question } : ignored('not addressed to the bot');
}

function notSpoken(event: MessageEvent): string | null {
  if (event.hidden) return 'hidden';
  if (!SPOKEN.has(event.subtype)) return `subtype ${event.subtype}`;
  if (event.bot_id) return 'a bot';
  if (!event.user || event.user === 'USLACKBOT') return 'nobody';
  if (!event.channel || !event.ts) return 'no place to answer in';
  return null;
}

function notForUs(event: MessageEvent, { botUserId }: Surroundings): string | null {
  if (event.user === botUserId) return 'the bot itself';
  const mentioned = botUserId !== undefined && (event.text ?? '').includes(`<@${botUserId}`);
  const lines = (event.text ?? '').split('\n');
  const quotedOnly = mentioned && lines.every((line) => quotes(line) || !line.includes(botUserId));
  if (event.type === 'app_mention' && quotedOnly) return 'mentioned within a quotation only';
  if (event.type === 'message' && !isDirect(event) && mentioned) return 'comes as app_mention';
  return null;
}

/** A line that Slack shows as quoted. */
const quotes = (line: string): boolean => /^\s*(?:&gt;|>)/.test(line);

const isDirect = ({ channel_type, channel = '' }: MessageEvent): boolean =>
  channel_type === 'im' || (channel_type === undefined && channel.startsWith('D'));
