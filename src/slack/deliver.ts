import type { types, webApi } from '@slack/bolt';
import type { Logger } from '../log.ts';
import type { Message } from './blocks/message.ts';
import { faultsOf } from './check-blocks.ts';
import type { Place } from './place.ts';
import { type Fetch, postResponse, ResponseUrlSpent } from './response-url.ts';
import { isUncertain, type Patience, persistently, slackError } from './slack-calls.ts';

export interface Post {
  readonly client: webApi.WebClient;
  readonly fetch: Fetch;
  readonly patience: Patience;
  readonly logger: Logger;
}

/** Where a message stands, as far as Slack says. */
interface Posted {
  readonly channel: string;
  readonly ts: string;
}

interface Options {
  /** Slack may have taken this message already: look before sending it again. */
  readonly maybePosted?: boolean;
}

/** Slack does not show the blocks: the text holds the whole answer. */
const REFUSED_BLOCKS = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_attachments',
  'msg_blocks_too_long',
  'block_mismatch',
]);

/** No call with this token will ever succeed: nobody can be told anything. */
const DEAD_TOKEN = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
]);

/** Sends `message` to `place`, once: as text where Slack refuses the blocks, directly to the asker where the place is closed. */
export async function deliver(
  message: Message,
  place: Place,
  post: Post,
  options: Options = {},
): Promise<Posted | null> {
  const checked = withoutFaults(message, post.logger);
  if (place.kind === 'response') {
    await respond(checked, place, post);
    return null;
  }
  try {
    return await postInThread(checked, place, post, options.maybePosted ?? false);
  } catch (error) {
    const code = slackError(error);
    if (code === null || DEAD_TOKEN.has(code)) throw error;
    post.logger.warn('the place is closed: answering directly', { error, channel: place.channel });
    await elsewhere(checked, place, post);
    return null;
  }
}

/** To the asker alone: through the address that came with a click, else directly. */
async function elsewhere(
  message: Message,
  { responseUrl: url, channel, user }: Extract<Place, { kind: 'thread' }>,
  post: Post,
): Promise<void> {
  if (url !== undefined) return respond(message, { kind: 'response', url, channel, user }, post);
  await send(message, { channel: user }, post);
}

/** Our own check, before Slack's: a message that would be refused goes out as text at once. */
function withoutFaults(message: Message, logger: Logger): Message {
  const faults = faultsOf(message.blocks);
  if (faults.length === 0) return message;
  logger.error('blocks break a limit of Slack: sending text alone', { faults });
  return { text: message.text, blocks: [] };
}

const inThread = ({ threadTs }: Place) => (threadTs === undefined ? {} : { thread_ts: threadTs });

async function postInThread(
  message: Message,
  place: Extract<Place, { kind: 'thread' }>,
  post: Post,
  maybePosted: boolean,
): Promise<Posted | null> {
  const target = { channel: place.channel, ...inThread(place) };
  let doubt = maybePosted;
  return persistently(async () => {
    if (doubt && (await isPosted(message, place, post))) return null;
    try {
      return await sendOnce(message, target, post);
    } catch (error) {
      doubt = doubt || isUncertain(error);
      throw error;
    }
  }, post.patience);
}

/** Milliseconds to look for an answer that may have been posted; a person is waiting. */
const LOOKING = 5000;

/** Slack returns a text slightly changed (links in angle brackets, white space): only letters and digits compare. */
const likeness = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '').slice(0, 400);

/** Whether the thread already holds this very text; false where the bot may not read it. */
async function isPosted(
  message: Message,
  place: Extract<Place, { kind: 'thread' }>,
  { client, logger, patience }: Post,
): Promise<boolean> {
  const { channel, threadTs, asked } = place;
  if (threadTs === undefined || asked === undefined) return false;
  try {
    const args = { channel, ts: threadTs, oldest: asked, limit: 100 };
    const { messages = [] } = await persistently(() => client.conversations.replies(args), {
      ...patience,
      atMost: LOOKING,
    });
    const later = messages.filter((one) => one.bot_id && Number(one.ts) > Number(asked));
    return later.some((one) => likeness(one.text ?? '') === likeness(message.text));
  } catch (error) {
    logger.debug('cannot tell whether the answer was posted', { error: slackError(error) });
    return false;
  }
}

const send = (message: Message, target: Target, post: Post): Promise<Posted> =>
  persistently(() => sendOnce(message, target, post), post.patience);

interface Target {
  readonly channel: string;
  readonly thread_ts?: string;
}

/** Nothing unfurls, nothing is parsed: what an article says stays what it is. */
const QUIET = { unfurl_links: false, unfurl_media: false, mrkdwn: false } as const;

async function sendOnce(
  message: Message,
  target: Target,
  { client, logger }: Post,
): Promise<Posted> {
  const { text, blocks } = message;
  const post = async (shape: { readonly blocks?: types.KnownBlock[] }): Promise<Posted> => {
    const { channel = '', ts = '' } = await client.chat.postMessage({
      ...target,
      ...QUIET,
      text,
      ...shape,
    });
    return { channel, ts };
  };
  try {
    return await post(withBlocks(blocks));
  } catch (error) {
    const code = slackError(error) ?? '';
    if (blocks.length === 0 || !REFUSED_BLOCKS.has(code)) throw error;
    logger.error('Slack refused the blocks: sending text alone', { error });
    return post({});
  }
}

const withBlocks = (blocks: Message['blocks']) =>
  blocks.length === 0 ? {} : { blocks: [...blocks] };

async function respond(
  message: Message,
  place: Extract<Place, { kind: 'response' }>,
  post: Post,
): Promise<void> {
  try {
    await persistently(() => respondOnce(message, place, post), post.patience);
  } catch (error) {
    if (!(error instanceof ResponseUrlSpent)) throw error;
    post.logger.warn('the response address is spent: answering directly', { error });
    await ephemerally(message, place, post);
  }
}

async function respondOnce(
  message: Message,
  place: Extract<Place, { kind: 'response' }>,
  { fetch, logger }: Post,
): Promise<void> {
  const { text, blocks } = message;
  const { url, shared } = place;
  const type = { response_type: shared ? 'in_channel' : 'ephemeral' } as const;
  const body = { ...type, replace_original: false, ...inThread(place), ...QUIET, text };
  try {
    await postResponse(fetch, url, { ...body, ...withBlocks(blocks) });
  } catch (error) {
    if (blocks.length === 0 || slackError(error) === null) throw error;
    logger.error('Slack refused the blocks of a response: sending text alone', { error });
    await postResponse(fetch, url, body);
  }
}

/** Seen by the asker alone where the bot is a member, else as a direct message. */
async function ephemerally(
  message: Message,
  place: Extract<Place, { kind: 'response' }>,
  post: Post,
): Promise<void> {
  const { channel, user } = place;
  try {
    const { text, blocks } = message;
    await persistently(
      () => post.client.chat.postEphemeral({ channel, user, text, ...withBlocks(blocks) }),
      post.patience,
    );
  } catch (error) {
    if (slackError(error) === null) throw error;
    await send(message, { channel: user }, post);
  }
}
