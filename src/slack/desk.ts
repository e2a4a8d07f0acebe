import { randomBytes } from 'node:crypto';
import type { webApi } from '@slack/bolt';
import type { Logger } from '../log.ts';
import { STATUS } from '../render/surface-wording.ts';
import { failureWords } from '../render/wording.ts';
import type { Answering, Enquiry } from './answering.ts';
import { type Message, noteMessage } from './blocks/message.ts';
import { deliver, type Post } from './deliver.ts';
import type { Place } from './place.ts';
import { slackError, Unreachable } from './slack-calls.ts';
import type { Inbox, Job } from './state/inbox.ts';
import { conversationOf, type Workspace } from './workspace.ts';

/** A question somebody put to the bot: kept until it is answered. */
export interface Request {
  readonly enquiry: Enquiry;
  readonly place: Place;
  readonly workspace: Workspace;
}

export interface Desk {
  /** Takes on a request, unless it was taken on before, and answers it. Never rejects. */
  receive(request: Request): Promise<boolean>;
  /** Whether a request with this key was taken on, lately. */
  knows(key: string): boolean;
  /** Answers what a crash, or a Slack that could not be reached, left unanswered. Never rejects. */
  sweep(options?: { readonly postponed: boolean }): Promise<void>;
  /** Resolves when nothing is being answered. */
  settled(): Promise<void>;
}

interface Parts {
  readonly inbox: Inbox<Request>;
  readonly answering: Answering;
  readonly logger: Logger;
  readonly clientFor: (workspace: Workspace) => Promise<webApi.WebClient>;
  readonly post: Omit<Post, 'client'>;
}

/** Between attempts to reach a Slack that does not take an answer. */
const LATER = 30_000;

export function openDesk(parts: Parts): Desk {
  const working = new Set<Promise<void>>();
  const track = (work: Promise<void>): Promise<void> => {
    working.add(work);
    return work.finally(() => working.delete(work));
  };
  return {
    receive: async (request) => {
      const { key } = request.enquiry;
      if (!parts.inbox.take(key, request)) return false;
      await track(carryOut(parts, { key, request, stage: 'started', attempts: 0, at: 0 }));
      return true;
    },
    knows: parts.inbox.knows,
    sweep: async (options) => {
      await Promise.all(parts.inbox.unfinished(options).map((job) => track(carryOut(parts, job))));
    },
    settled: async () => {
      await Promise.all(working);
    },
  };
}

/** One request, to its one visible outcome. */
async function carryOut(parts: Parts, job: Job<Request>): Promise<void> {
  const { inbox, logger } = parts;
  const { enquiry, place, workspace } = job.request;
  const maybePosted = job.stage === 'posting';
  try {
    const client = await parts.clientFor(workspace);
    const status = place.kind === 'thread' && !enquiry.unasked ? showStatus(client, place) : null;
    const message = await answered(parts, enquiry);
    if (message === null) {
      inbox.finish(job.key);
      return;
    }
    inbox.posting(job.key);
    const posted = await deliver(message, place, { ...parts.post, client }, { maybePosted });
    if (posted && place.threadTs === undefined) {
      const { channel, ts } = posted;
      parts.answering.moveTo(conversationOf(workspace, channel, ts), enquiry.conversation);
    }
    status?.over();
    inbox.finish(job.key);
  } catch (error) {
    abandon(parts, job.key, error);
    if (error instanceof Unreachable) return;
    logger.error('a request could not be answered', { error, code: slackError(error) });
  }
}

/** The answer; where it cannot be found, the plain sentence that says so, with the reference that is in the log. */
async function answered({ answering, logger }: Parts, enquiry: Enquiry): Promise<Message | null> {
  try {
    const { message, idle } = await answering.reply(enquiry);
    return idle ? null : message;
  } catch (error) {
    return noteMessage(failureWords(referenced(logger, error)));
  }
}

/** Logs `error` and returns the reference under which it stands in the log. */
export function referenced(logger: Logger, error: unknown): string {
  const reference = randomBytes(4).toString('hex').toUpperCase();
  logger.error('unexpected failure', { reference, error });
  return reference;
}

/** Slack refused for good: nothing more can be said. Not reached: later again. */
function abandon({ inbox, logger }: Parts, key: string, error: unknown): void {
  if (error instanceof Unreachable) {
    logger.warn('Slack does not take the answer: trying later', { error: error.cause });
    inbox.postpone(key, LATER);
  } else {
    inbox.finish(key);
  }
}

/** Decoration: never waited for, never in the way. Taken back where it comes through after the answer. */
function showStatus(client: webApi.WebClient, place: Extract<Place, { kind: 'thread' }>) {
  const { channel, threadTs } = place;
  if (threadTs === undefined) return null;
  const target = { channel_id: channel, thread_ts: threadTs };
  let answered = false;
  const clear = () => client.assistant.threads.setStatus({ ...target, status: '' });
  const ignore = () => undefined;
  client.assistant.threads
    .setStatus({ ...target, status: STATUS })
    .then(() => (answered ? clear() : undefined))
    .catch(ignore);
  return {
    over: () => {
      answered = true;
    },
  };
}
